// One list or feed, from "due" to its new state. True: other sets are in force now.
import type { Command, Updated } from '@/entrypoints/list-builder-parts/protocol.ts';
import { afterFailure, afterUnchanged, afterUpdate, listsInForce } from '@/rules/lists/after.ts';
import { withoutContent } from '@/rules/lists/feed/lost.ts';
import type { ListProblem, ListStates } from '@/rules/lists/list-state.ts';
import { bestKnownAt, isOlderThanBest, stateOf, type Wanted } from '@/rules/lists/plan.ts';
import { isStorageFull } from '@/rules/storage-full.ts';

import type { World } from '../world.ts';
import type { BuilderAnswer } from './builder.ts';
import type { Keeping } from './keeper.ts';
import { listFacts } from './list-facts.ts';
import { wantedNow } from './wanted.ts';

/** So often may a worker die over one list before the next one has its turn. Browsers are closed in the middle, too. */
const mostBegun = 5;

export async function updateList(keeping: Keeping, wanted: Wanted): Promise<boolean> {
  const { world, work } = keeping;
  const answer = (await work.begin(wanted.id)) > mostBegun ? null : await build(keeping, wanted);
  await work.end(wanted.id);
  if (!(await isStillWanted(world, wanted))) return false;
  return conclude(world, wanted, answer);
}

async function build(
  { world, builder, work }: Keeping,
  wanted: Wanted,
): Promise<BuilderAnswer | null> {
  const command = await commandFor(world, wanted, await world.stores.lists.read());
  // Turned off in these few milliseconds, there was no thread yet that could have been stopped.
  if (!(await isStillWanted(world, wanted))) return null;
  return builder
    .run(command, ({ step, done }) => {
      // Only to be looked at: the next one says it better.
      work.say(wanted.id, { step, done }).catch(() => undefined);
    })
    .catch(() => null); // no thread could be started: tried again later
}

async function conclude(
  world: World,
  wanted: Wanted,
  answer: BuilderAnswer | null,
): Promise<boolean> {
  const now = world.now();
  const outcome = answer?.kind === 'updated' ? answer.outcome : null;
  if (outcome === null) {
    const problem: ListProblem = answer?.kind === 'failed' ? answer.problem : 'broken';
    await world.stores.lists.update((old) => afterFailure(old, wanted, { problem, now }));
    return false;
  }
  try {
    await world.stores.lists.update((old) => nextStates(old, wanted, outcome, now));
    return outcome.kind === 'new';
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    await world.stores.lists.update((old) =>
      afterFailure(old, wanted, { problem: 'no-room', now }),
    );
    return false;
  }
}

const nextStates = (old: ListStates, wanted: Wanted, outcome: Updated, now: number): ListStates =>
  outcome.kind === 'new'
    ? afterUpdate(old, wanted, { outcome, made: outcome, now })
    : afterUnchanged(old, wanted, { outcome, now });

/** The guardian may have turned it off meanwhile: then its sets are named by nobody, and swept. */
async function isStillWanted(world: World, wanted: Wanted): Promise<boolean> {
  const now = await wantedNow(world);
  return now.some((each) => JSON.stringify(each) === JSON.stringify(wanted));
}

/** Best-known sites themselves are in no set. */
const isOfSets = (wanted: Wanted): boolean => wanted.kind === 'feed' || wanted.category !== null;

async function commandFor(world: World, wanted: Wanted, states: ListStates): Promise<Command> {
  const facts = await listFacts(world);
  const state = stateOf(wanted, states);
  const list = wanted.kind === 'list' && state !== null ? states.lists[wanted.id] : undefined;
  const trust = wanted.kind === 'feed' && state !== null ? states.feeds[wanted.id]?.trust : null;
  const isForced =
    state !== null && isOfSets(wanted) && isOlderThanBest(state, bestKnownAt(states, world.now()));
  const { id, url } = wanted;
  return {
    kind: 'update',
    source:
      wanted.kind === 'list'
        ? { kind: 'list', id, url, category: wanted.category }
        : {
            kind: 'feed',
            id,
            url,
            root: wanted.root,
            trust: isForced ? withoutContent(trust ?? null) : (trust ?? null),
          },
    known:
      list === undefined || list.updatedAt === null || isForced
        ? null
        : { etag: list.etag, lastModified: list.lastModified },
    expectedBytes: state?.bytes || facts.sizeOf(id),
    had: listsInForce(wanted, states),
    sets: states.sets,
    tag: world.random.id(),
    protect: facts.protect,
  };
}
