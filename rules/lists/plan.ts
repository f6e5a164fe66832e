// Which lists are to be asked for now, which must go, and when to look again. Every instant is epoch milliseconds.
import { hashOfName } from '../hosts/suffix-set.ts';
import type { Category, Lists } from '../policy/schema.ts';
import type { FeedState, ListProblem, ListState, ListStates } from './list-state.ts';

type Offered = {
  readonly id: string;
  readonly url: string;
  /** null: best-known sites, by which the sets of the others are made. */
  readonly category: Category | null;
  readonly refreshHours: number;
};
export type WantedList = Offered & { readonly kind: 'list' };
export type WantedFeed = {
  readonly kind: 'feed';
  readonly id: string;
  readonly url: string;
  readonly root: string;
  readonly refreshHours: number;
};
export type Wanted = WantedList | WantedFeed;

export type ListPlan = {
  readonly due: readonly Wanted[];
  /** Lists and feeds that left traces and are wanted no more, or are another list now under the same id. */
  readonly gone: { readonly lists: readonly string[]; readonly feeds: readonly string[] };
  /** When the next one is due, if none were now; null: never. */
  readonly nextAt: number | null;
};

export const ownRefreshHours = 24;
export const feedRefreshHours = 6;

const minute = 60_000;
const hour = 60 * minute;
/** What a second look soon after may mend: the way there. A bad list is bad for hours. */
const passing: ReadonlySet<ListProblem> = new Set(['offline', 'not-reachable', 'broken']);

/**
 * What the policy names, and nothing else; best-known sites first, for the others are made by them. Of two with one id the
 * first counts, those of the catalogue before own ones.
 */
export function wantedLists(
  lists: Lists | undefined,
  catalogue: readonly Offered[],
): readonly Wanted[] {
  if (lists === undefined) return [];
  const offered = new Map(catalogue.map((list) => [list.id, list]));
  const wanted: readonly Wanted[] = [
    ...lists.catalogue.flatMap((id) => {
      const list = offered.get(id);
      if (list === undefined) return [];
      const { url, category, refreshHours } = list;
      return [{ kind: 'list' as const, id, url, category, refreshHours }];
    }),
    ...lists.own.map(({ id, url, category }) => ({
      kind: 'list' as const,
      id,
      url,
      category,
      refreshHours: ownRefreshHours,
    })),
    ...lists.feeds.map(({ id, url, root }) => ({
      kind: 'feed' as const,
      id,
      url,
      root,
      refreshHours: feedRefreshHours,
    })),
  ];
  return wanted
    .filter(
      ({ kind, id }, index) =>
        index === wanted.findIndex((other) => other.kind === kind && other.id === id),
    )
    .toSorted((a, b) => Number(isCategorised(a)) - Number(isCategorised(b)));
}

const isCategorised = (wanted: Wanted): boolean =>
  wanted.kind === 'feed' || wanted.category !== null;

/** `asked` are the ids that somebody wants now, whenever they are due. */
export function planLists(
  wanted: readonly Wanted[],
  states: ListStates,
  { now, asked }: { readonly now: number; readonly asked: ReadonlySet<string> },
): ListPlan {
  const bestAt = bestKnownAt(states, now);
  const times = wanted.map((each) => {
    const state = stateOf(each, states);
    return isDueByBest(each, state, bestAt) ? now : dueAt(each, state, now);
  });
  const later = times.filter((at) => at > now);
  return {
    due: wanted.filter(({ id }, index) => asked.has(id) || (times[index] ?? now) <= now),
    gone: {
      lists: Object.entries(states.lists).flatMap(([id, state]) =>
        isWanted(id, state, wanted) ? [] : [id],
      ),
      feeds: Object.entries(states.feeds).flatMap(([id, state]) =>
        wanted.some((each) => each.kind === 'feed' && each.id === id && isSameFeed(each, state))
          ? []
          : [id],
      ),
    },
    nextAt: later.length === 0 ? null : Math.min(...later),
  };
}

/**
 * Instant of the best-known sites in force; null: none. Only the source of a list tells what it really names, so its set
 * is made anew from it where the best-known sites are newer: once a month, or when they are turned on after it.
 */
export function bestKnownAt({ lists }: ListStates, now: number): number | null {
  const instants = Object.values(lists).flatMap(({ category, updatedAt }) =>
    // One in the future was noted by a clock that has been set back since.
    category === null && updatedAt !== null && updatedAt <= now ? [updatedAt] : [],
  );
  return instants.length === 0 ? null : Math.max(...instants);
}

/** Whether its sets were made without the best-known sites in force. */
export const isOlderThanBest = (
  { updatedAt }: Pick<ListState, 'updatedAt'>,
  bestAt: number | null,
): boolean => bestAt !== null && updatedAt !== null && updatedAt < bestAt;

/** At once, but one try: who fails, or has nothing to say, is asked again in its own time. */
const isDueByBest = (
  each: Wanted,
  state: ListState | FeedState | null,
  bestAt: number | null,
): boolean =>
  isCategorised(each) &&
  state !== null &&
  state.failures === 0 &&
  isOlderThanBest(state, bestAt) &&
  isOlderThanBest({ updatedAt: state.checkedAt }, bestAt);

/** A list of a feed stands under "feed.list". No id of a policy has a dot. */
export const feedListId = (feedId: string, listId: string): string => `${feedId}.${listId}`;
export const feedOfList = (id: string): string | null => {
  const dot = id.indexOf('.');
  return dot === -1 ? null : id.slice(0, dot);
};

/** Its state, if it is of this very list: under another address or category it is another list. */
export function stateOf(each: Wanted, states: ListStates): ListState | FeedState | null {
  if (each.kind === 'feed') {
    const state = states.feeds[each.id];
    return state !== undefined && isSameFeed(each, state) ? state : null;
  }
  const state = states.lists[each.id];
  return state !== undefined && isSameList(each, state) ? state : null;
}

function isWanted(id: string, state: ListState, wanted: readonly Wanted[]): boolean {
  const feed = feedOfList(id);
  return feed === null
    ? wanted.some((each) => each.kind === 'list' && each.id === id && isSameList(each, state))
    : wanted.some((each) => each.kind === 'feed' && each.id === feed && each.url === state.url);
}

const isSameList = (wanted: WantedList, { url, category }: ListState): boolean =>
  wanted.url === url && wanted.category === category;
const isSameFeed = (wanted: WantedFeed, { url, root }: FeedState): boolean =>
  wanted.url === url && wanted.root === root;

type Tried = Pick<ListState, 'checkedAt' | 'failures' | 'problem'>;

function dueAt({ id, refreshHours }: Wanted, state: Tried | null, now: number): number {
  const checkedAt = state?.checkedAt ?? null;
  // A check in the future was made by a clock that has been set back since.
  if (state === null || checkedAt === null || checkedAt > now) return now;
  const spread = hashOfName(`${id} ${checkedAt}`) / 2 ** 32;
  // A server that was down is not asked by everybody in the same minute: each has checked at an instant of its own.
  if (state.failures === 0) return checkedAt + refreshHours * hour * (0.95 + 0.1 * spread);
  return checkedAt + waitAfter(state, refreshHours) * (0.75 + 0.5 * spread);
}

function waitAfter({ failures, problem }: Tried, refreshHours: number): number {
  const first = problem !== null && passing.has(problem) ? 10 * minute : 6 * hour;
  return Math.min(first * 2 ** Math.min(failures - 1, 20), Math.max(refreshHours, 1) * hour);
}
