// Today at a glance. Reports and help are not in any store this reads.
import type { Day, OverrideView } from '@/rules/messages/replies.ts';
import type { Override } from '@/rules/overrides/override.ts';
import { seesBlockedAddresses } from '@/rules/policy/presets.ts';
import { closedSpans, hoursOf, namedSeconds } from '@/rules/time/history.ts';
import { refilledAt } from '@/rules/time/next-stop.ts';
import { quotaStates } from '@/rules/time/quota.ts';
import { quietTimesOn } from '@/rules/time/schedule.ts';

import { Refusal } from '../answer.ts';
import type { World } from '../world.ts';
import { tell } from './count-time.ts';
import { type Loaded, loadSituation } from './situation.ts';

export async function readDay(world: World): Promise<Day> {
  // Brings the count up to this second.
  await tell(world, { kind: 'tick' });
  const loaded = await loadSituation(world);
  if (loaded === null) throw new Refusal('not-found');
  const { situation, profile } = loaded;
  const { usage, moment, overrides } = situation;
  const managed = loaded.current.grants ?? [];
  return {
    date: moment.date,
    totalSeconds: usage.totalSeconds,
    byCategory: namedSeconds(usage),
    byHour: hoursOf(usage),
    closedToday: closedSpans(profile, moment.date),
    quotas: quotasOf(loaded),
    quietTimesToday: quietTimesOn(profile, moment),
    overrides: overrides.map((override) => ({
      ...viewOfOverride(override),
      ...(managed.some(({ id }) => id === override.id) ? { isManaged: true as const } : {}),
    })),
    ...(await blockedToday(world, loaded)),
    setBacks: (await world.stores.ledger.read()).setBacks,
  };
}

const quotasOf = ({ situation }: Loaded): Day['quotas'] =>
  quotaStates(situation, situation.moment)
    // Those that are lifted now.
    .filter(({ left }) => left !== Number.POSITIVE_INFINITY)
    .map(({ quota, limit, used, carried, weekLimit, weekUsed, left }) => ({
      quotaId: quota.id,
      scope: quota.scope,
      limitSeconds: limit,
      usedSeconds: Math.floor(used),
      leftSeconds: Math.ceil(left),
      carriedSeconds: carried,
      week:
        weekLimit === null ? null : { limitSeconds: weekLimit, usedSeconds: Math.floor(weekUsed) },
      opensAt: left > 0 ? null : refilledAt(situation, quota, situation.moment),
    }));

export function viewOfOverride({ id, covers, expiresAt }: Override): OverrideView {
  if (covers.kind === 'page') return { id, covers: covers.href, expiresAt };
  if (covers.kind === 'host') return { id, covers: covers.host, expiresAt };
  if (covers.kind === 'lockdown') return { id, covers: 'lockdown', expiresAt };
  // A lifted quiet time of a part is told as that part.
  return { id, covers: covers.scope?.replace(/^quiet-time:/, '') ?? 'all', expiresAt };
}

async function blockedToday(
  world: World,
  { situation, profile }: Loaded,
): Promise<Pick<Day, 'blocked' | 'blockedCount'>> {
  if (world.incognito) return { blocked: [], blockedCount: 0 };
  const database = await world.database();
  const day = await database.days.read(profile.id, situation.moment.date);
  const rows = seesBlockedAddresses(profile.ageBand)
    ? await database.blocked.since(profile.id, world.now() - 7 * 86_400_000)
    : [];
  return {
    blockedCount: day?.blockedCount ?? 0,
    blocked: rows.slice(0, 50).map(({ at, host, reason }) => ({ at, host, reason })),
  };
}
