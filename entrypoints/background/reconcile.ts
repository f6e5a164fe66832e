// Makes the browser equal to the policy and the hour. Idempotent: safe to run at any time, after any death of the worker.
import { hashOfName } from '@/rules/hosts/suffix-set.ts';
import { decideTime } from '@/rules/policy/decide.ts';
import type { Policy } from '@/rules/policy/schema.ts';
import type { TimeClosures } from '@/rules/rulesets/compile.ts';
import { isCounting } from '@/rules/time/ledger.ts';
import { closedAt, nextChange, nextStop } from '@/rules/time/next-stop.ts';

import { accessState, showBadge } from './adapters/badge.ts';
import { openLater } from './load-later.ts';
import { sweep } from './use-cases/judge.ts';
import { type Loaded, loadSituation, scopesInFront } from './use-cases/situation.ts';
import type { World } from './world.ts';

const heartbeatMs = 30_000;

export async function reconcile(world: World): Promise<void> {
  await world.lock('reconcile', async () => {
    const loaded = await loadSituation(world);
    await showBadge(loaded === null ? 'not-set-up' : await accessState());
    // Before set-up, or with storage that will not open, rules that stand are left standing.
    if (loaded === null) return;
    await writeRules(world, loaded);
    await world.stores.madeFrom.write(sourceOf(loaded));
    await arm(world, loaded);
    await mendSets(world, loaded);
  });
  await sweep(world);
}

async function writeRules(world: World, loaded: Loaded): Promise<void> {
  const { compileRules, dnr } = await openLater(world);
  const { version, stores } = world;
  const standing = await stores.firstWall.read();
  const isTrusted = (await stores.madeFrom.read()) !== '';
  const { rules, isKept, firstWall } = await compileRules(loaded, closuresAt(loaded), {
    firstWall: standing,
    isTrusted,
    version,
  });
  await dnr.replaceDynamic(rules, isKept);
  const isOther = JSON.stringify(firstWall) !== JSON.stringify(standing);
  if (isOther) await stores.firstWall.write(firstWall);
}

/** Sets that are lost for good are asked for anew. A private window has none of its own, and misses none. */
async function mendSets(world: World, { fetched }: Loaded): Promise<void> {
  const lost = fetched.lost.filter(({ why }) => why !== 'unreadable').map(({ key }) => key);
  if (lost.length === 0 || world.incognito) return;
  await (await openLater(world)).mendSets(lost);
}

/**
 * For events that come often and wakes of the worker: reconciles only if the policy, a permission or the hour has closed
 * or opened something since the rules were made. A worker that died between saving and reconciling is found out here.
 */
export async function reconcileIfStale(world: World): Promise<void> {
  const loaded = await loadSituation(world);
  const isFresh = loaded !== null && sourceOf(loaded) === (await world.stores.madeFrom.read());
  await (isFresh ? arm(world, loaded) : reconcile(world));
}

const sourceOf = (loaded: Loaded): string => {
  const { current, policy, profile, situation, fetched } = loaded;
  const overrides = situation.overrides.map(({ id }) => id);
  return JSON.stringify([
    current.source,
    // A managed policy carries no revision: it may have changed while no worker lived to be told.
    current.source === 'managed' ? markOf(policy) : current.revision,
    profile.id,
    overrides,
    closuresAt(loaded),
    fetched.generation,
    fetched.lost,
  ]);
};

const markCache = new WeakMap<Policy, string>();

/** Tells one policy from another; not for secrets. */
function markOf(policy: Policy): string {
  const known = markCache.get(policy);
  if (known !== undefined) return known;
  const text = JSON.stringify(policy);
  const mark = `${text.length} ${hashOfName(text)}`;
  markCache.set(policy, mark);
  return mark;
}

/** What time has closed now, for the first wall. */
function closuresAt({ situation, profile }: Loaded): TimeClosures {
  if (decideTime(situation, '') !== null) return { everything: true, scopes: [] };
  const { moment, usage, overrides } = situation;
  const scopes = profile.quotas
    .map(({ scope }) => scope)
    .filter((scope) => closedAt({ profile, usage, overrides, scopes: [scope] }, moment) !== null);
  return { everything: false, scopes: [...new Set(scopes)].toSorted() };
}

/** One alarm at the exact next change, and a heartbeat while time is counted or waited for. */
async function arm(world: World, loaded: Loaded): Promise<void> {
  const { situation, profile } = loaded;
  const { moment, overrides, usage } = situation;
  const ledger = await world.stores.ledger.read();
  const counting = isCounting(ledger);
  const stop = counting
    ? nextStop({ profile, usage, overrides, scopes: scopesInFront(ledger) }, moment)
    : null;
  const change = nextChange(profile, overrides, moment);
  const next = Math.min(change, stop?.at ?? change);
  // The judged moment may stand ahead of a clock that was set back; alarms go by the clock.
  await world.alarms.wakeAt('policy-change', world.now() + (next - moment.instant));
  // A wait after wrong tries runs down only while somebody looks at the clock.
  const { attempts, codeAttempts } = world.stores;
  const tries = await Promise.all([attempts.read(), codeAttempts.read()]);
  const isWaiting = tries.some(({ waitLeftMs }) => waitLeftMs > 0);
  await (counting || isWaiting ? armHeartbeat(world) : world.alarms.cancel('heartbeat'));
}

/** On a fixed grid, so that a worker that wakes often asks for the same beat instead of pushing it ahead of itself. */
export const armHeartbeat = (world: World): Promise<void> =>
  world.alarms.wakeAt('heartbeat', (Math.floor(world.now() / heartbeatMs) + 1) * heartbeatMs);
