// What the guardian sees of the lists: what is offered, what is on, and what is being done with it now.
import { bestKnown, catalogue } from '@/rules/lists/catalogue.ts';
import { factsOfFeedList } from '@/rules/lists/feed/facts.ts';
import type { ListStates } from '@/rules/lists/list-state.ts';
import { starterListId } from '@/rules/lists/lookup.ts';
import { feedOfList, feedRefreshHours, ownRefreshHours, stateOf } from '@/rules/lists/plan.ts';
import type { Done, FeedView, Lists, ListView } from '@/rules/messages/replies.ts';
import {
  categories,
  type Category,
  type Feed,
  type Lists as Chosen,
  type OwnList,
} from '@/rules/policy/schema.ts';

import { Refusal } from '../answer.ts';
import type { WorldWithLists } from '../lists/keeper.ts';
import type { Work } from '../lists/work-item.ts';
import type { World } from '../world.ts';

type Known = { readonly chosen: Chosen; readonly states: ListStates; readonly work: Work };

export async function readLists(world: World & WorldWithLists): Promise<Lists> {
  const { policy } = await world.policies.current();
  const known: Known = {
    chosen: policy?.lists ?? { catalogue: [], own: [], feeds: [] },
    states: await world.stores.lists.read(),
    work: await world.lists.work.read(),
  };
  // A worker that died left work behind: whoever looks at it sees it go on.
  if (Object.keys(known.work).length > 0) world.lists.soon();
  return {
    lists: [
      ...(await starterViews(world)),
      ...[...catalogue, bestList].map((list) => catalogueView(list, known)),
      ...known.chosen.own.map((list) => ownView(list, known)),
      ...known.chosen.feeds.flatMap((feed) => viewsOfFeed(feed, known)),
    ],
    feeds: known.chosen.feeds.map((feed) => feedView(feed, known)),
    areSetsHere: !world.incognito,
    firstWall: await firstWallOf(world),
  };
}

/** A name on two lists is listed twice: the guardian is told "about". */
async function firstWallOf({ stores, openedSets }: World): Promise<Lists['firstWall']> {
  const [{ categories: held }, { sets }] = await Promise.all([
    stores.firstWall.read(),
    openedSets(),
  ]);
  const closing = [...sets].flatMap(([category, { count }]) => {
    const wall = held[category];
    return wall === undefined ? [] : [{ held: wall.names, listed: Math.max(count, wall.names) }];
  });
  if (closing.length === 0) return null;
  return {
    held: closing.reduce((sum, each) => sum + each.held, 0),
    listed: closing.reduce((sum, each) => sum + each.listed, 0),
  };
}

/** Looks for a newer edition now. The answer does not wait for it: the page sees the work go on. */
export async function refreshList(world: WorldWithLists, id: string): Promise<Done> {
  if (world.incognito) throw new Refusal('private-window');
  if (!(await world.lists.ask(id))) throw new Refusal('not-found');
  return {};
}

const nobody = { home: null, licence: null, sizeBytes: null, aboutHosts: null } as const;

const inPackage = {
  url: '',
  bytes: 0,
  refused: 0,
  etag: null,
  lastModified: null,
  updatedAt: null,
  checkedAt: null,
  failures: 0,
  problem: null,
} as const;

/** Our own list, once for each category: it is in the package, and on for good. */
async function starterViews({ packaged, version }: World): Promise<readonly ListView[]> {
  const starter = await packaged.starter();
  const hostsIn = (category: Category): number => starter.categories[category].length;
  return categories.map((category) => ({
    id: starterListId,
    name: 'Saathi',
    category,
    url: '',
    origin: 'starter',
    maintainer: `Saathi ${version}`,
    ...nobody,
    aboutHosts: hostsIn(category),
    refreshHours: 0,
    isOn: true,
    state: { ...inPackage, category, hosts: hostsIn(category) },
    work: null,
  }));
}

const bestList = { ...bestKnown, category: null };
type Offered = (typeof catalogue)[number] | typeof bestList;

function catalogueView(list: Offered, { chosen, states, work }: Known): ListView {
  const { id, name, category, url, maintainer, home, licence } = list;
  const { sizeBytes, aboutHosts, refreshHours } = list;
  const isOn = chosen.catalogue.includes(id);
  return {
    id,
    name,
    category,
    url,
    origin: 'catalogue',
    maintainer,
    home,
    licence,
    sizeBytes,
    aboutHosts,
    refreshHours,
    isOn,
    state: isOn && isListed({ ...list, kind: 'list' }, states) ? (states.lists[id] ?? null) : null,
    work: work[id] ?? null,
  };
}

function ownView({ id, name, category, url }: OwnList, { states, work }: Known): ListView {
  const wanted = { kind: 'list', id, url, category, refreshHours: ownRefreshHours } as const;
  return {
    id,
    name,
    category,
    url,
    origin: 'own',
    maintainer: '',
    ...nobody,
    refreshHours: ownRefreshHours,
    isOn: true,
    state: isListed(wanted, states) ? (states.lists[id] ?? null) : null,
    work: work[id] ?? null,
  };
}

const isListed = (wanted: Parameters<typeof stateOf>[0], states: ListStates): boolean =>
  stateOf(wanted, states) !== null;

/** What a feed holds is known once it was fetched. */
const viewsOfFeed = (feed: Feed, { states, work }: Known): ListView[] =>
  Object.entries(states.lists).flatMap(([id, state]) => {
    if (feedOfList(id) !== feed.id || state.url !== feed.url) return [];
    const facts = factsOfFeedList(id, states);
    return [
      {
        id,
        name: facts?.name ?? id.slice(feed.id.length + 1),
        category: state.category,
        url: feed.url,
        origin: 'feed',
        maintainer: feed.name,
        ...nobody,
        home: facts?.home ?? null,
        licence: facts?.licence ?? null,
        refreshHours: feedRefreshHours,
        isOn: true,
        state,
        work: work[feed.id] ?? null,
      },
    ];
  });

function feedView(feed: Feed, { states }: Known): FeedView {
  const { id, name, url } = feed;
  const wanted = { kind: 'feed', ...feed, refreshHours: feedRefreshHours } as const;
  const state = isListed(wanted, states) ? states.feeds[id] : undefined;
  return {
    id,
    name,
    url,
    version: state?.version ?? null,
    expiresAt: state?.expiresAt ?? null,
    problem: state?.problem ?? null,
    failures: state?.failures ?? 0,
  };
}
