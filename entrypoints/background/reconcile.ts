// Makes the browser equal to the policy and the hour. Idempotent: safe to run at any time, after any death of the worker.
import { isOfAge } from '@/rules/growing/age.ts';
import { hashOfName } from '@/rules/hosts/suffix-set.ts';
import type { Policy } from '@/rules/policy/schema.ts';
import { sightingOf } from '@/rules/time/elapsed.ts';
import { nextGraceEndMs } from '@/rules/time/grace.ts';
import { isCounting } from '@/rules/time/ledger.ts';
import { nextChange, nextStop } from '@/rules/time/next-stop.ts';

import { accessState, showBadge } from './adapters/badge.ts';
import { quietly } from './listeners/quietly.ts';
import { openLater } from './load-later.ts';
import { closuresAt } from './use-cases/closures.ts';
import { observeFront, tell } from './use-cases/count-time.ts';
import { sweep } from './use-cases/judge.ts';
import { type Loaded, loadSituation, scopesInFront } from './use-cases/situation.ts';
import type { World } from './world.ts';

const heartbeatMs = 30_000;

export async function reconcile(world: World): Promise<void> {
  // First what a child sees: making the rules can take a second, and the second wall stands meanwhile.
  await sweep(world);
  // A page in its last two minutes is not counted, and no event says that it stands there still.
  if ((await graceEndMs(world)) !== null) await observeFront(world);
  await world.lock('reconcile', async () => {
    const loaded = await loadSituation(world);
    await showBadge(loaded === null ? 'not-set-up' : await accessState());
    // Before set-up, or with storage that will not open, rules that stand are left standing.
    if (loaded === null) return;
    try {
      await writeRules(world, loaded);
      await world.stores.madeFrom.write(sourceOf(loaded));
    } finally {
      // The second wall needs its alarm most where the browser refuses the first, or the disk is full.
      await arm(world, loaded);
    }
    await mendSets(world, loaded);
    const later = await openLater(world);
    await later.keepPictures(loaded);
    later.growUp();
  });
  // What was on its way when the rules were not there yet: at a browser start all tabs are.
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
  if (!isFresh) return reconcile(world);
  // Two minutes end by themselves, and what a page opens in them has none of its own.
  if ((await graceEndMs(world)) !== null) await sweep(world);
  await arm(world, loaded);
}

const graceEndMs = async (world: World): Promise<number | null> =>
  nextGraceEndMs(await world.stores.grace.read(), sightingOf(world.now(), world.steady()));

const sourceOf = (loaded: Loaded): string => {
  const { current, policy, profile, situation, fetched } = loaded;
  const overrides = situation.overrides.map(({ id }) => id);
  return JSON.stringify([
    current.source,
    // A managed policy carries no revision: it may have changed while no worker lived to be told.
    current.source === 'managed' ? markOf(policy) : current.revision,
    profile.id,
    isOfAge(profile, situation.moment),
    overrides,
    closuresAt(loaded),
    hashOfName(loaded.helpHosts.join()),
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

/** One alarm at the exact next change, and a heartbeat while time is counted or waited for. */
async function arm(world: World, loaded: Loaded): Promise<void> {
  const { situation, profile } = loaded;
  const { moment, overrides } = situation;
  const ledger = await world.stores.ledger.read();
  const counting = isCounting(ledger);
  const stop = counting
    ? nextStop({ ...situation, scopes: scopesInFront(ledger, profile) }, moment)
    : null;
  const change = nextChange(profile, overrides, moment);
  // The judged moment may stand ahead of a clock that was set back; alarms go by the clock.
  const begins = (loaded.current.grants ?? [])
    .map(({ grantedAt }) => grantedAt)
    .filter((at) => at > moment.instant);
  const inMs = Math.min(change, stop?.at ?? change, ...begins) - moment.instant;
  const nextMs = Math.min(inMs, (await graceEndMs(world)) ?? inMs);
  await world.alarms.wakeAt('policy-change', world.now() + nextMs);
  ringIn(world, nextMs);
  // A wait after wrong tries runs down only while somebody looks at the clock.
  const { attempts, codeAttempts } = world.stores;
  const tries = await Promise.all([attempts.read(), codeAttempts.read()]);
  const isWaiting = tries.some(({ waitLeftMs }) => waitLeftMs > 0);
  await (counting || isWaiting ? armHeartbeat(world) : world.alarms.cancel('heartbeat'));
}

let ringCache: ReturnType<typeof setTimeout> | undefined;
const mostRingMs = 31_000;
const leastRingMs = 250;

/**
 * Chromium looks at an installed extension's alarms every 30 s at most, so that beside a heartbeat one can ring half a
 * minute late. A heartbeat keeps the worker alive for that long, so the last half minute is its own to keep.
 */
function ringIn(world: World, inMs: number): void {
  clearTimeout(ringCache);
  if (inMs > mostRingMs) return;
  const ring = quietly(async () => {
    await tell(world, { kind: 'tick' });
    await reconcileIfStale(world);
  });
  ringCache = setTimeout(ring, Math.max(inMs, leastRingMs));
}

/** On a fixed grid, so that a worker that wakes often asks for the same beat instead of pushing it ahead of itself. */
export const armHeartbeat = (world: World): Promise<void> =>
  world.alarms.wakeAt('heartbeat', (Math.floor(world.now() / heartbeatMs) + 1) * heartbeatMs);
