// Keeps the lists as the policy in force names them. One at a time: asked for, built in the builder's thread, named in
// storage.local by one write. A worker may die at any line: what was due is still due, and the alarm wakes the next one.
import { afterLoss, afterRemoval, withoutBest } from '@/rules/lists/after.ts';
import { noListStates } from '@/rules/lists/list-state.ts';
import { type ListPlan, planLists, type Wanted } from '@/rules/lists/plan.ts';

import { tellPages } from '../adapters/broadcast.ts';
import { reconcile } from '../reconcile.ts';
import type { World } from '../world.ts';
import type { Builder } from './builder.ts';
import { lostSets } from './lost-sets.ts';
import { bestKey } from './store.ts';
import { updateList } from './update-list.ts';
import { wantedNow } from './wanted.ts';
import { createWorkItem, type WorkItem } from './work-item.ts';

export type ListKeeper = {
  /** Does what is due; while that goes on, looks again at what is wanted. */
  readonly keep: () => Promise<void>;
  /** Has one list or feed looked at now. False: the policy names none of this id. */
  readonly ask: (id: string) => Promise<boolean>;
  /** keep(), without anybody waiting for it. */
  readonly soon: () => void;
  readonly work: WorkItem;
};

/** The world with its lists: only what is loaded later keeps them. */
export type WorldWithLists = World & { readonly lists: ListKeeper };

export type Keeping = { readonly world: World; readonly builder: Builder; readonly work: WorkItem };

const watchdogMs = 60_000;
const afterBugMs = 30 * 60_000;

type Running = { end: Promise<void>; doing: Wanted | null; isAskedAgain: boolean };

export function createListKeeper(world: World, builder: Builder): ListKeeper {
  const keeping: Keeping = { world, builder, work: createWorkItem(world.lock) };
  let runningCache: Running | null = null;
  const run = async (running: Running): Promise<void> => {
    try {
      do {
        running.isAskedAgain = false;
        await keepAll(keeping, (doing) => {
          running.doing = doing;
        });
      } while (running.isAskedAgain);
    } finally {
      // In the same turn as the last look at what was asked: nobody is told "it runs" by one that has ended.
      runningCache = null;
    }
  };
  const keep = async (): Promise<void> => {
    // A private window's storage for sets is an empty one of its own, and nothing is fetched from there.
    if (world.incognito) return;
    if (runningCache !== null) {
      const running = runningCache;
      running.isAskedAgain = true;
      await stopUnwanted(keeping, running.doing);
      await running.end;
      return;
    }
    const running: Running = { end: Promise.resolve(), doing: null, isAskedAgain: false };
    runningCache = running;
    running.end = world.lock('lists-refresh', () => run(running));
    await running.end;
  };
  const soon = (): void => {
    keep().catch(reportBug);
  };
  return {
    keep,
    soon,
    work: keeping.work,
    async ask(id) {
      const wanted = await wantedNow(world);
      if (world.incognito || !wanted.some((each) => each.id === id)) return false;
      await keeping.work.note([id]);
      soon();
      return true;
    },
  };
}

async function keepAll(keeping: Keeping, doing: (wanted: Wanted | null) => void): Promise<void> {
  const { world, builder, work } = keeping;
  try {
    await mendLost(world);
    for (;;) {
      const { plan, wanted } = await planNow(keeping);
      const [next] = plan.due;
      const isOld = plan.gone.lists.length + plan.gone.feeds.length > 0;
      if (next === undefined && !isOld) break;
      // Whoever is ended in the middle is woken to go on.
      await world.alarms.wakeAt('lists-refresh', world.now() + watchdogMs);
      doing(next ?? null);
      const isSwitched = isOld
        ? await removeGone(keeping, plan.gone)
        : next !== undefined && (await updateList(keeping, next));
      doing(null);
      tellPages();
      if (isSwitched) await afterSwitch(keeping, wanted);
    }
    await arm(keeping);
  } catch (error) {
    await work.clear();
    await world.alarms.wakeAt('lists-refresh', world.now() + afterBugMs);
    throw error;
  } finally {
    await builder.stop();
  }
}

type Planned = { readonly plan: ListPlan; readonly wanted: readonly Wanted[] };

async function planNow({ world, work }: Keeping): Promise<Planned> {
  const wanted = await wantedNow(world);
  const states = await world.stores.lists.read();
  const asked = new Set(await work.ids());
  const plan = planLists(wanted, states, { now: world.now(), asked });
  await work.settle(
    asked,
    plan.due.map(({ id }) => id),
  );
  return { plan, wanted };
}

async function arm(keeping: Keeping): Promise<void> {
  const { plan } = await planNow(keeping);
  const { alarms } = keeping.world;
  await (plan.nextAt === null
    ? alarms.cancel('lists-refresh')
    : alarms.wakeAt('lists-refresh', plan.nextAt));
}

async function removeGone({ world, builder }: Keeping, gone: ListPlan['gone']): Promise<boolean> {
  const states = await world.stores.lists.read();
  const inSets = gone.lists.flatMap((id) => {
    const state = states.lists[id];
    if (state === undefined || state.updatedAt === null || state.category === null) return [];
    return [[id, state.category] as const];
  });
  const answer =
    inSets.length === 0
      ? { kind: 'removed' as const, sets: {} }
      : await builder.run(
          {
            kind: 'remove',
            lists: Object.fromEntries(inSets),
            sets: states.sets,
            tag: world.random.id(),
          },
          () => undefined,
        );
  // A set that can not be made anew goes as a whole: the lists that were in it with the others are fetched anew.
  const isRemade = answer?.kind === 'removed';
  await world.stores.lists.update((now) =>
    isRemade
      ? afterRemoval(now, gone, answer.sets)
      : afterRemoval(
          afterLoss(
            now,
            inSets.flatMap(([, category]) => now.sets[category] ?? []),
          ),
          gone,
          {},
        ),
  );
  return true;
}

/** Everything that was made from the old sets is made from the new ones; then the old ones go. */
async function afterSwitch({ world, builder }: Keeping, wanted: readonly Wanted[]): Promise<void> {
  await reconcile(world);
  tellPages();
  const { sets } = await world.stores.lists.read();
  const sources = wanted.map(({ kind, id }) => `${kind}:${id}`);
  await builder.run({ kind: 'sweep', sets: Object.values(sets), sources }, () => undefined);
}

/** The browser can clear its databases and leave storage.local: sets that are gone are fetched again. */
async function mendLost(world: World): Promise<void> {
  const states = await world.stores.lists.read();
  if (states === noListStates) return;
  const best = Object.entries(states.lists).flatMap(([id, { category, updatedAt }]) =>
    category === null && updatedAt !== null ? [id] : [],
  );
  const rows = [...Object.values(states.sets), ...best.map(bestRow)];
  const lost = rows.length === 0 ? [] : await lostSets(rows);
  if (lost.length === 0) return;
  const lostBest = best.filter((id) => lost.includes(bestRow(id)));
  await world.stores.lists.update((now) => withoutBest(afterLoss(now, lost), lostBest));
}

const bestRow = (id: string): string => bestKey(`list:${id}`);

/** A guardian who turns a list off does not wait for its download to end. */
async function stopUnwanted({ world, builder }: Keeping, doing: Wanted | null): Promise<void> {
  if (doing === null) return;
  const wanted = await wantedNow(world);
  const isSame = (each: Wanted) => JSON.stringify(each) === JSON.stringify(doing);
  if (!wanted.some(isSame)) await builder.stop();
}

const reportBug = (error: unknown): void => {
  // oxlint-disable-next-line no-console -- a bug, named without a list or an address.
  console.error('Saathi: the lists could not be kept', error);
};
