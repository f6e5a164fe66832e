// A guardian gives minutes, or lets everything rest. Both end by themselves; both are written to the journal.
import type { Body } from '@/rules/messages/contract.ts';
import type { Done } from '@/rules/messages/replies.ts';
import type { RestStarted, TimeGiven, TimeSpot } from '@/rules/messages/time-contract.ts';
import { onTopOfUse } from '@/rules/overrides/more-time.ts';
import { type Covers, type Override, timeOverride } from '@/rules/overrides/override.ts';
import { startOfNextDay } from '@/rules/time/moment.ts';
import { closedAt } from '@/rules/time/next-stop.ts';
import { rulesInForce } from '@/rules/time/rules-in-force.ts';

import { tellPages } from '../adapters/broadcast.ts';
import { Refusal } from '../answer.ts';
import { needSituation } from '../codes/need.ts';
import { reconcile } from '../reconcile.ts';
import type { World } from '../world.ts';
import { addOverrides, notOver } from './add-overrides.ts';
import { writeJournal } from './journal.ts';
import { type Loaded, loadSituation } from './situation.ts';
import { refuseInPrivate, requireGuardian } from './unlock.ts';

const minuteMs = 60_000;

/** The seconds last until the day ends. A running quiet time is lifted for as many minutes from now. */
export async function giveTime(
  world: World,
  { minutes, scope, token }: Body<'time.give'>,
): Promise<TimeGiven> {
  await requireGuardian(world, token);
  const loaded = await needSituation(world);
  const { moment, overrides } = loaded.situation;
  const { quotas } = rulesInForce(loaded.profile, moment.date);
  if (scope !== undefined && !quotas.some((quota) => quota.scope === scope)) {
    throw new Refusal('not-found');
  }
  const quietUntil = scope === undefined ? quietLiftedUntil(loaded, minutes) : null;
  const seconds: Covers = {
    kind: 'time',
    extraSeconds: minutes * 60,
    ...(scope !== undefined && { scope }),
  };
  const wanted = override(world, loaded, seconds, startOfNextDay(moment));
  const given = [
    ...(quotas.length === 0 ? [] : onTopOfUse(wanted, loaded.situation, moment, world.random.id)),
    ...(quietUntil === null
      ? []
      : [override(world, loaded, { kind: 'time', scope: 'quiet-time' }, quietUntil)]),
  ];
  // Nothing runs out and nothing is closed: a promise of minutes would be empty.
  if (given.length === 0) throw new Refusal('not-found');
  await addOverrides(world, given);
  await note(world, loaded, 'guardian', {
    key: 'changeTimeGiven',
    values: { minutes: String(minutes) },
    weakens: true,
  });
  return {
    scope: scope ?? 'all-limits',
    minutes,
    quietUntil,
    isResting: overrides.some(({ covers }) => covers.kind === 'lockdown'),
  };
}

/** Anybody at home may call to dinner. A longer rest takes the place of a shorter one, never the other way round. */
export async function startRest(
  world: World,
  { minutes }: Body<'rest.start'>,
): Promise<RestStarted> {
  refuseInPrivate(world);
  const loaded = await needSituation(world);
  const { instant } = loaded.situation.moment;
  const wanted = override(world, loaded, { kind: 'lockdown' }, instant + minutes * minuteMs);
  let running = wanted;
  await world.stores.overrides.update((old) => {
    const live = notOver(old, instant);
    const longer = live.find(
      (other) => isRestOf(other, wanted.childId) && other.expiresAt >= wanted.expiresAt,
    );
    running = longer ?? wanted;
    return longer === undefined
      ? [...live.filter((other) => !isRestOf(other, wanted.childId)), wanted]
      : live;
  });
  if (running === wanted) {
    await note(world, loaded, 'anyone', {
      key: 'changeRestStarted',
      values: { minutes: String(minutes) },
      weakens: false,
    });
  }
  return { overrideId: running.id, until: running.expiresAt };
}

/** Ending a permission early only tightens: anyone may. Ending a rest early opens: that is the guardian's. */
export async function endOverride(
  world: World,
  { overrideId, token }: Body<'override.end'>,
): Promise<Done> {
  const present = (await world.stores.overrides.read()).find(({ id }) => id === overrideId);
  const isRest = present?.covers.kind === 'lockdown';
  if (isRest) await requireGuardian(world, token);
  await world.stores.overrides.update((old) => old.filter(({ id }) => id !== overrideId));
  const loaded = isRest ? await loadSituation(world) : null;
  if (loaded !== null) {
    await note(world, loaded, 'guardian', { key: 'changeRestEnded', values: {}, weakens: true });
    return {};
  }
  await reconcile(world);
  tellPages();
  return {};
}

/** How a site is counted: by which topics. */
export async function spotOf(world: World, { host }: Body<'time.spot'>): Promise<TimeSpot> {
  const { lookup } = (await needSituation(world)).situation;
  const categories = lookup.categoriesOf(host);
  const plain = lookup.isKnown(host) ? ('known' as const) : ('unknown' as const);
  return { host, categories: categories.length > 0 ? categories : [plain] };
}

/** Minutes given twice add up. Null: no quiet time is running, be it of all browsing or of a part. */
function quietLiftedUntil({ profile, situation }: Loaded, minutes: number): number | null {
  const { moment, overrides, usage } = situation;
  const scopes = new Set(['all', ...quietTimesOf(profile).map(({ scope = 'all' }) => scope)]);
  const isQuiet = [...scopes].some(
    (scope) =>
      closedAt({ profile, usage, scopes: ['all', scope], overrides: [] }, moment)?.reason.kind ===
      'quiet-time',
  );
  if (!isQuiet) return null;
  const lifted = timeOverride(overrides, 'quiet-time', moment.instant)?.expiresAt ?? 0;
  return Math.max(moment.instant, lifted) + minutes * minuteMs;
}

const quietTimesOf = ({ quietTimes, ruleSets = [] }: Loaded['profile']) =>
  [{ quietTimes }, ...ruleSets].flatMap((rules) => rules.quietTimes);

const override = (world: World, loaded: Loaded, covers: Covers, expiresAt: number): Override => ({
  id: world.random.id(),
  childId: loaded.profile.id,
  covers,
  grantedAt: loaded.situation.moment.instant,
  expiresAt,
  requestId: null,
});

const isRestOf = ({ covers, childId }: Override, child: string): boolean =>
  covers.kind === 'lockdown' && childId === child;

/** Journal, browser and pages, in the order of every change. */
async function note(
  world: World,
  { profile }: Loaded,
  who: 'guardian' | 'anyone',
  change: Pick<Parameters<typeof writeJournal>[2][number], 'key' | 'values' | 'weakens'>,
): Promise<void> {
  const { id, nickname } = profile;
  await writeJournal(world, who, [
    { ...change, childId: id, values: { ...change.values, child: nickname } },
  ]);
  await reconcile(world);
  tellPages();
}
