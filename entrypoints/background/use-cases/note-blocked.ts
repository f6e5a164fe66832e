// What a guardian may know of blocked visits: a count for every band, hosts for 7 days for the two younger ones.
import { seesBlockedAddresses } from '@/rules/policy/presets.ts';
import { isTimeReason } from '@/rules/policy/verdict.ts';

import type { World } from '../world.ts';
import type { Judged } from './judge.ts';

export const keptBlockedMs = 7 * 86_400_000;
// One navigation is seen by several walls; they are one attempt.
const sameAttemptMs = 3000;

export async function noteBlocked(
  world: World,
  { loaded, address, verdict }: Judged,
): Promise<void> {
  if (isTimeReason(verdict.reason) || world.incognito || address === null) return;
  const { profile, situation } = loaded;
  const { host } = address;
  let isNew = false;
  await world.stores.lastBlocked.update((last) => {
    isNew = last.host !== host || world.now() - last.at > sameAttemptMs;
    return { host, at: world.now() };
  });
  if (!isNew) return;
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
  await database.blocked.add({
    at: world.now(),
    childId: profile.id,
    host,
    reason: verdict.reason,
  });
}
