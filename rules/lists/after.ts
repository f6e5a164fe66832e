// What is known of the lists after an update, a failure, a removal. Each answer is written in one go: that is the switch.
import type { Category } from '../policy/schema.ts';
import { withoutContent } from './feed/lost.ts';
import type { FeedState, ListProblem, ListState, ListStates } from './list-state.ts';
import { feedListId, feedOfList, stateOf, type Wanted } from './plan.ts';

export type Outcome = {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bytes: number;
  readonly trust: string | null;
  readonly version: number | null;
  readonly expiresAt: number | null;
};
export type NewSets = {
  /** Key of the new set by category; null: no list is left in it. */
  readonly sets: Readonly<Record<string, string | null>>;
  /** Every list of the source, by id. */
  readonly lists: Readonly<
    Record<
      string,
      {
        readonly category: Category | null;
        readonly hosts: number;
        readonly refused: number;
      }
    >
  >;
};

/** Where sets are others from here on, rules and caches of the generation before are stale. */
function switched(states: ListStates, changed: NewSets['sets']): ListStates {
  if (Object.keys(changed).length === 0) return states;
  const sets = Object.entries({ ...states.sets, ...changed }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return { ...states, generation: states.generation + 1, sets: Object.fromEntries(sets) };
}

export function afterUpdate(
  states: ListStates,
  wanted: Wanted,
  {
    outcome,
    made,
    now,
  }: { readonly outcome: Outcome; readonly made: NewSets; readonly now: number },
): ListStates {
  const next = switched(states, made.sets);
  const good = { updatedAt: now, checkedAt: now, failures: 0, problem: null, bytes: outcome.bytes };
  const lists = Object.entries(made.lists).map(([id, { category, hosts, refused }]) => {
    const { etag, lastModified } = outcome;
    return [
      id,
      { category, url: wanted.url, hosts, refused, etag, lastModified, ...good },
    ] as const;
  });
  const kept = Object.entries(states.lists).filter(([id]) => !isOf(wanted, id));
  const feeds = wanted.kind === 'list' ? states.feeds : withFeed(states, wanted, outcome, good);
  return { ...next, lists: Object.fromEntries([...kept, ...lists]), feeds };
}

/** The edition in force is still the newest. A feed may have been signed anew. */
export function afterUnchanged(
  states: ListStates,
  wanted: Wanted,
  { outcome, now }: { readonly outcome: Outcome; readonly now: number },
): ListStates {
  const good = { checkedAt: now, failures: 0, problem: null };
  if (wanted.kind === 'feed') {
    return { ...states, feeds: withFeed(states, wanted, outcome, good) };
  }
  return withList(states, wanted.id, { ...listBefore(states, wanted), ...good });
}

/** What is in force stays. */
export function afterFailure(
  states: ListStates,
  wanted: Wanted,
  { problem, now }: { readonly problem: ListProblem; readonly now: number },
): ListStates {
  const failures = (stateOf(wanted, states)?.failures ?? 0) + 1;
  const bad = { checkedAt: now, failures, problem };
  if (wanted.kind === 'feed') {
    const feed = { ...feedBefore(states, wanted), ...bad };
    return { ...states, feeds: { ...states.feeds, [wanted.id]: feed } };
  }
  return withList(states, wanted.id, { ...listBefore(states, wanted), ...bad });
}

export function afterRemoval(
  states: ListStates,
  gone: { readonly lists: readonly string[]; readonly feeds: readonly string[] },
  sets: NewSets['sets'],
): ListStates {
  const without = <T>(all: Readonly<Record<string, T>>, ids: readonly string[]) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id)));
  return {
    ...switched(states, sets),
    lists: without(states.lists, gone.lists),
    feeds: without(states.feeds, gone.feeds),
  };
}

/** Where the browser has lost sets, their lists are as if never fetched. */
export function afterLoss(states: ListStates, lost: readonly string[]): ListStates {
  if (lost.length === 0) return states;
  const categories = Object.entries(states.sets).flatMap(([category, key]) =>
    lost.includes(key) ? [category] : [],
  );
  const isLost = ([, { category }]: readonly [string, ListState]): boolean =>
    category !== null && categories.includes(category);
  const lists = Object.entries(states.lists)
    .filter(isLost)
    .map(([id]) => id);
  const without = afterRemoval(
    states,
    { lists, feeds: [] },
    Object.fromEntries(categories.map((category) => [category, null])),
  );
  const owners = new Set(lists.map(feedOfList));
  const feeds = Object.entries(states.feeds).map(([id, feed]) => [
    id,
    owners.has(id) ? afresh(feed) : feed,
  ]);
  return { ...without, feeds: Object.fromEntries(feeds) };
}

/** Best-known sites whose row the browser has lost are as if never fetched. */
export const withoutBest = (states: ListStates, lost: readonly string[]): ListStates => ({
  ...states,
  lists: Object.fromEntries(Object.entries(states.lists).filter(([id]) => !lost.includes(id))),
});

/** To be fetched at once, whole; what it was last seen to be still binds it, or a loss would be a way back to older lists. */
const afresh = (feed: FeedState): FeedState => ({
  ...feed,
  checkedAt: null,
  trust: withoutContent(feed.trust),
});

/** Lists of a source that are in force, with how many hosts each has. */
export function listsInForce(
  wanted: Wanted,
  states: ListStates,
): Readonly<Record<string, { readonly category: Category | null; readonly hosts: number }>> {
  return Object.fromEntries(
    Object.entries(states.lists).flatMap(([id, { category, hosts, updatedAt }]) =>
      isOf(wanted, id) && updatedAt !== null ? [[id, { category, hosts }] as const] : [],
    ),
  );
}

const isOf = (wanted: Wanted, id: string): boolean =>
  wanted.kind === 'list' ? id === wanted.id : id.startsWith(feedListId(wanted.id, ''));

const withList = (states: ListStates, id: string, list: ListState): ListStates => ({
  ...states,
  lists: { ...states.lists, [id]: list },
});

const withFeed = (
  states: ListStates,
  wanted: Extract<Wanted, { kind: 'feed' }>,
  { trust, version, expiresAt }: Outcome,
  good: Partial<FeedState>,
): ListStates['feeds'] => ({
  ...states.feeds,
  [wanted.id]: { ...feedBefore(states, wanted), trust, version, expiresAt, ...good },
});

const never = {
  bytes: 0,
  updatedAt: null,
  checkedAt: null,
  failures: 0,
  problem: null,
} as const;

function listBefore(states: ListStates, wanted: Extract<Wanted, { kind: 'list' }>): ListState {
  const { url, category } = wanted;
  const none = { url, category, hosts: 0, refused: 0, etag: null, lastModified: null, ...never };
  return stateOf(wanted, states) === null ? none : (states.lists[wanted.id] ?? none);
}

function feedBefore(states: ListStates, wanted: Extract<Wanted, { kind: 'feed' }>): FeedState {
  const { url, root } = wanted;
  const none = { url, root, version: null, expiresAt: null, trust: null, ...never };
  return stateOf(wanted, states) === null ? none : (states.feeds[wanted.id] ?? none);
}
