// What a guardian may know of blocked visits: a count for every band, hosts for 7 days for the two younger ones.
import { seesBlockedAddresses } from '@/rules/policy/presets.ts';
import { isTimeReason, keptReason, type Verdict } from '@/rules/policy/verdict.ts';
import { isPlatformForm } from '@/rules/reporting/platform-forms.ts';

import type { World } from '../world.ts';
import type { Judged } from './judge.ts';
import type { Loaded } from './situation.ts';

export const keptBlockedMs = 7 * 86_400_000;
// One navigation is seen by several walls; they are one attempt.
const sameAttemptMs = 3000;

export async function noteBlocked(
  world: World,
  { loaded, address, verdict }: Judged,
): Promise<void> {
  if (isTimeReason(verdict.reason) || world.incognito || address === null) return;
  // Whoever wants to report there tries nothing, and nobody at home is told of a report.
  if (isPlatformForm(address)) return;
  if (!(await isAnotherAttempt(world, address.host))) return;
  // One after the other: pages that are closed together would else count as one.
  await world.lock('blocked', () => keep(world, loaded, { host: address.host, verdict }));
}

async function isAnotherAttempt(world: World, host: string): Promise<boolean> {
  const now = world.now();
  let isNew = false;
  await world.stores.justBlocked.update((old) => {
    const recent = Object.entries(old).filter(([, at]) => Math.abs(now - at) <= sameAttemptMs);
    isNew = !recent.some(([name]) => name === host);
    return { ...Object.fromEntries(recent), [host]: now };
  });
  return isNew;
}

async function keep(
  world: World,
  { profile, situation }: Loaded,
  { host, verdict }: { readonly host: string; readonly verdict: Verdict },
): Promise<void> {
  const database = await world.database();
  const { date } = situation.moment;
  const day = await database.days.read(profile.id, date);
  await database.days.save({
    childId: profile.id,
    date,
    usage: day?.usage ?? null,
    blockedCount: (day?.blockedCount ?? 0) + 1,
  });
  await database.blocked.forgetBefore(world.now() - keptBlockedMs);
  if (!seesBlockedAddresses(profile.ageBand)) return;
  // What a page's words say of a child in distress is not for anybody at home.
  if (verdict.reason.kind === 'risk' && verdict.reason.topic === 'self-harm') return;
  await database.blocked.add({
    at: world.now(),
    childId: profile.id,
    host,
    reason: keptReason(verdict.reason),
  });
}
