// A signed feed of today on a server of this machine, for either browser: spoiled, and larger than the first wall.
import type { Policy } from '../../../rules/policy/schema.ts';
import type { ListServer } from '../../adapters/support/list-server.ts';
import { aFeed, aKey, bytesOf, signedText } from '../../support/feed.ts';
import type { PolicyBuilder } from './policy.ts';

export const feedId = 'school';
const dayMs = 86_400_000;
const dateAt = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

type Spoiled = {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly problem: 'bad-signature' | 'broken';
};
type Changes = Parameters<ReturnType<typeof aFeed>['putIndex']>[0];

export function aLiveFeed(server: ListServer) {
  const feed = aFeed();
  const dates = { created: dateAt(Date.now() - dayMs), expires: dateAt(Date.now() + 10 * dayMs) };
  feed.putRoot(dates);
  const upload = (): void => {
    for (const [name, bytes] of feed.files) server.publishes(`/saathi/${name}`, bytes);
  };
  return {
    feed,
    publish(changes: Changes = {}): void {
      feed.putIndex({ ...dates, ...changes });
      upload();
    },
    /** One index after the other that must not be taken, each of an edition that closes nothing any more. */
    spoiledIndexes(version: number): readonly Spoiled[] {
      const index = feed.index({ ...dates, version, lists: [] });
      const good = signedText(index, [feed.indexKey]);
      const flipped = bytesOf(good);
      // It still reads as an index, of the version beside it.
      const digit = good.indexOf('"version":') + '"version":'.length;
      flipped[digit] = (flipped[digit] ?? 0) ^ 1;
      const [signatures] = /"signatures":\[.*?\]/.exec(feed.text('root.json')) ?? [''];
      const unsigned = good.replace(/"signature":"[^"]+"/, '"signature":""');
      const stranger = signedText(index, [aKey()]);
      const resigned = good.replace(/"signatures":\[.*?\]/, signatures);
      return [
        { what: 'another key', bytes: bytesOf(stranger), problem: 'bad-signature' },
        { what: 'half a file', bytes: bytesOf(good.slice(0, good.length / 2)), problem: 'broken' },
        { what: 'one bit flipped', bytes: flipped, problem: 'bad-signature' },
        { what: 'an empty signature', bytes: bytesOf(unsigned), problem: 'broken' },
        {
          what: 'the signature of another file',
          bytes: bytesOf(resigned),
          problem: 'bad-signature',
        },
      ];
    },
    putIndexFile: (bytes: Uint8Array): void => server.publishes('/saathi/index.json', bytes),
    policy: (of: PolicyBuilder): Policy => ({
      ...of.build(),
      lists: {
        catalogue: [],
        own: [],
        feeds: [{ id: feedId, name: 'Our school', url: server.at('/saathi'), root: feed.feed() }],
      },
    }),
  };
}
export type LiveFeed = ReturnType<typeof aLiveFeed>;

const largeCategories = ['adult', 'gambling', 'games', 'dating'] as const;
const hostsOfEach = 30_500;
const mostVisited = (category: string): string =>
  `the-longest-of-all-names.and-of-most-labels.${category}.most-visited.test`;
const leastVisited = (category: string): string =>
  `the-longest-of-all-names.and-of-most-labels.${category}.least-visited.test`;

/** Lists with more names than either browser's first wall takes. What stands first in it, only the visits can tell. */
export function publishLarge(live: LiveFeed): void {
  const { feed } = live;
  const lists = largeCategories.map((category) => {
    const fillers = Array.from(
      { length: hostsOfEach },
      (_, at) => `${category}${at.toString(36)}.example`,
    );
    const hosts = [leastVisited(category), ...fillers, mostVisited(category)].toSorted();
    return feed.list([hosts], { id: category, name: category, category });
  });
  const best = largeCategories.map(mostVisited).toSorted();
  live.publish({
    lists,
    bestKnown: {
      id: 'best',
      name: 'Best known',
      ...feed.facts,
      hosts: best.length,
      chunks: [feed.chunkOf(best)],
    },
  });
}
export const large = {
  hosts: largeCategories.length * (hostsOfEach + 2),
  lists: largeCategories.length,
  closing: (policy: PolicyBuilder): PolicyBuilder =>
    largeCategories.reduce((closed, category) => closed.category(category, 'block'), policy),
  mostVisited: largeCategories.map(mostVisited),
  leastVisited: largeCategories.map(leastVisited),
  isNamed: (name: string): boolean => name.endsWith('.example') || name.endsWith('-visited.test'),
};
