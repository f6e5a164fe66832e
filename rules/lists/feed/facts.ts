// What a feed says of its lists, for the guardian: their names, and whom to tell of a mistake.
import type { ListStates } from '../list-state.ts';
import { feedOfList } from '../plan.ts';
import { readTrust, type FeedListFacts } from './trust.ts';

/** Facts of a list by its full id ("feed.list"); null for a list of no feed, or one that was never fetched. */
export function factsOfFeedList(id: string, states: ListStates): FeedListFacts | null {
  const feedId = feedOfList(id);
  const feed = feedId === null ? undefined : states.feeds[feedId];
  if (feedId === null || feed === undefined) return null;
  const trust = readTrust(feed.trust, feed.root);
  return trust?.lists.find((list) => list.id === id.slice(feedId.length + 1)) ?? null;
}
