// What a background would say of lists: one that works, one under way, one in trouble, and what the guardian added.
import type { ListState } from '@/rules/lists/list-state.ts';
import type { FeedView, Lists, ListView, MatchedList } from '@/rules/messages/replies.ts';
import { categories, type Policy } from '@/rules/policy/schema.ts';

import { noon } from './page-replies.ts';

const dayMs = 86_400_000;

export const aListState = (changes: Partial<ListState> = {}): ListState => ({
  category: 'adult',
  url: 'https://lists.test/adult.gz',
  hosts: 612_345,
  bytes: 12_300_000,
  refused: 41,
  etag: null,
  lastModified: null,
  updatedAt: noon - 18 * dayMs,
  checkedAt: noon - dayMs / 2,
  failures: 0,
  problem: null,
  ...changes,
});

const aListView = (changes: Partial<ListView> = {}): ListView => ({
  id: 'ut1-adult',
  name: 'Oak University: adult',
  category: 'adult',
  url: 'https://lists.test/adult.gz',
  origin: 'catalogue',
  maintainer: 'Oak University',
  home: 'https://lists.test/',
  licence: 'CC-BY-SA-4.0',
  sizeBytes: 12_300_000,
  aboutHosts: 4_600_000,
  refreshHours: 24,
  isOn: false,
  state: null,
  work: null,
  ...changes,
});

export const aFeedView = (changes: Partial<FeedView> = {}): FeedView => ({
  id: 'feed-1',
  name: 'City school',
  url: 'https://feed.school.test/lists/',
  version: 12,
  expiresAt: noon + 9 * dayMs,
  problem: null,
  failures: 0,
  ...changes,
});

export const aMatchedList = (changes: Partial<MatchedList> = {}): MatchedList => ({
  listId: 'oak-games',
  name: 'Oak University: games',
  category: 'games',
  isOurs: false,
  home: 'https://lists.test/',
  updatedAt: noon - 18 * dayMs,
  corrections: 'mailto:lists@oak.test',
  ...changes,
});

const offered: readonly ListView[] = [
  aListView(),
  aListView({
    id: 'night-adult',
    name: 'Night watch',
    maintainer: 'Nadia Watch',
    url: 'https://night.test/list.txt',
    sizeBytes: 840_000,
    aboutHosts: 61_000,
    licence: null,
    home: null,
  }),
  aListView({
    id: 'oak-gambling',
    name: 'Oak University: gambling',
    category: 'gambling',
    sizeBytes: 310_000,
    aboutHosts: 32_000,
  }),
  aListView({
    id: 'top-sites',
    name: 'Top sites of the world',
    category: null,
    maintainer: 'Top Sites Research',
    sizeBytes: 9_000_000,
    aboutHosts: 1_000_000,
    refreshHours: 720,
  }),
];

/** The lists behind a policy, as they would be once all that it names was fetched; `views` says it otherwise. */
export function listsOf(policy: Policy | null, views: readonly Partial<ListView>[] = []): Lists {
  const chosen = policy?.lists ?? { catalogue: [], own: [], feeds: [] };
  const starter = categories.map((category, at) =>
    aListView({
      id: 'starter',
      name: 'Saathi',
      category,
      origin: 'starter',
      isOn: true,
      aboutHosts: 100 + at * 7,
    }),
  );
  const catalogue = offered.map((list) => {
    const isOn = chosen.catalogue.includes(list.id);
    const state = isOn ? aListState({ category: list.category ?? 'adult' }) : null;
    return { ...list, isOn, state, ...views.find(({ id }) => id === list.id) };
  });
  const own = chosen.own.map((list) =>
    aListView({
      ...list,
      origin: 'own',
      maintainer: '',
      home: null,
      licence: null,
      sizeBytes: null,
      aboutHosts: null,
      isOn: true,
      state: aListState({ category: list.category, hosts: 2140 }),
      ...views.find(({ id }) => id === list.id),
    }),
  );
  return {
    lists: [...starter, ...catalogue, ...own],
    feeds: chosen.feeds.map(({ id, name, url }) => aFeedView({ id, name, url })),
    areSetsHere: true,
    firstWall: null,
  };
}
