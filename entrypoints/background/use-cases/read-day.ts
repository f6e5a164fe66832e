// Today at a glance. Reports and help are not in any store this reads.
import type { Day, OverrideView } from '@/rules/messages/replies.ts';
import type { Override } from '@/rules/overrides/override.ts';
import { extraSeconds } from '@/rules/overrides/override.ts';
import { seesBlockedAddresses } from '@/rules/policy/presets.ts';
import { closedSpans, hoursOf, namedSeconds } from '@/rules/time/history.ts';
import { limitSeconds, usedSeconds } from '@/rules/time/quota.ts';
import { rulesInForce } from '@/rules/time/rules-in-force.ts';
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
  const { quietTimes } = rulesInForce(profile, moment.date);
  return {
    date: moment.date,
    totalSeconds: usage.totalSeconds,
    byCategory: namedSeconds(usage),
    byHour: hoursOf(usage),
    closedToday: closedSpans(profile, moment.date),
    quotas: quotasOf(loaded),
    quietTimesToday: quietTimesOn(quietTimes, moment).map((interval) => ({
      ...interval,
      scope: quietTimes.find(({ id }) => id === interval.quietTimeId)?.scope ?? 'all',
    })),
    overrides: overrides.map(viewOfOverride),
    ...(await blockedToday(world, loaded)),
    setBacks: (await world.stores.ledger.read()).setBacks,
  };
}

function quotasOf({ situation, profile }: Loaded): Day['quotas'] {
  const { usage, moment, overrides, past = [] } = situation;
  return rulesInForce(profile, moment.date).quotas.flatMap((quota) => {
    const limit = limitSeconds(quota, moment);
    const extra = extraSeconds(overrides, quota.scope, moment.instant);
    if (limit === null || extra === Number.POSITIVE_INFINITY) return [];
    return [
      {
        quotaId: quota.id,
        scope: quota.scope,
        limitSeconds: limit + extra,
        usedSeconds: Math.floor(usedSeconds(quota, usage)),
        carriedSeconds: 0,
        week: null,
        opensAt: null,
      },
    ];
  });
}

function viewOfOverride({ id, covers, expiresAt }: Override): OverrideView {
  if (covers.kind === 'page') return { id, covers: covers.href, expiresAt };
  if (covers.kind === 'host') return { id, covers: covers.host, expiresAt };
  if (covers.kind === 'lockdown') return { id, covers: 'lockdown', expiresAt };
  return { id, covers: covers.scope ?? 'all', expiresAt };
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
