// A page that stood open when a time rule stopped it may stay two minutes more, so that what was typed can be saved.
import type { PageOrder } from '@/rules/messages/page-replies.ts';
import { scopesAt } from '@/rules/policy/decide.ts';
import { isTimeReason } from '@/rules/policy/verdict.ts';
import { type Sighting, sightingOf } from '@/rules/time/elapsed.ts';
import {
  type Grace,
  graceLeft,
  settleGrace as settle,
  type StoppedTab,
  withoutTab,
} from '@/rules/time/grace.ts';

import { stillTabs } from '../adapters/still-tabs.ts';
import type { Tab } from '../adapters/tabs.ts';
import { quietly } from '../listeners/quietly.ts';
import type { World } from '../world.ts';
import { closuresAt } from './closures.ts';
import { blockedPage, isOurs, type Judged } from './judge.ts';
import { graceWords } from './page-words.ts';

/** A tab and the verdict that closes what it shows. */
export type ClosedTab = { readonly tab: Tab; readonly judged: Judged };

/** The page looks again and again: for the frames that came, and for time that was given meanwhile. */
const lookAgainMs = 5000;
/** So long a page may take to make room, before it is taken away with its tab. */
const patienceMs = 4000;

const seenNow = (world: World): Sighting => sightingOf(world.now(), world.steady());

export type Settled = {
  /** Ids of the tabs that may stay a moment. */
  readonly staying: ReadonlySet<number>;
  /** Those among them whose pages could not be told, once that is known: they have to go after all. */
  readonly refused: Promise<ReadonlySet<number>>;
};

/** Who may stay a moment of all tabs that have to be closed. Their pages are told. */
export async function settleGrace(
  world: World,
  loaded: Judged['loaded'],
  closed: readonly ClosedTab[],
): Promise<Settled> {
  const timed = closed.filter(({ judged }) => isTimeReason(judged.verdict.reason));
  const look = {
    seen: seenNow(world),
    closures: closuresAt(loaded),
    stopped: timed.map(asStopped),
  };
  let before: Grace | null = null;
  const grace = await world.stores.grace.update((old) => {
    before = old;
    return settle(old, look);
  });
  const [had, staying] = [tabsOf(before), tabsOf(grace)];
  for (const { tab } of closed) {
    if (!staying.has(tab.id) && tab.url === tab.shown) forceIfStanding(world, tab.id, tab.url);
  }
  const stay = timed.filter(({ tab }) => staying.has(tab.id));
  const refused = Promise.all(
    stay.map(async ({ tab: { id }, judged }) => {
      if (had.has(id)) return stillTabs.still(id);
      if (await begin(world, id, judged)) return;
      await endGrace(world, id);
      return id;
    }),
  ).then((ids) => new Set(ids.filter((id) => id !== undefined)));
  await releaseOthers(new Set(timed.map(({ tab }) => tab.id)));
  return { staying, refused };
}

/** Tabs whose sound we took and that time does not close any more. */
async function releaseOthers(stopped: ReadonlySet<number>): Promise<void> {
  const freed = (await stillTabs.stilled()).filter((id) => !stopped.has(id));
  await Promise.all(freed.map((id) => stillTabs.release(id)));
}

/** What a page that stood open is told: that it has some time left; null: it has to go now. */
export async function graceOrder(
  world: World,
  tabId: number,
  judged: Judged,
): Promise<PageOrder | null> {
  const leftMs = graceLeft(await world.stores.grace.read(), tabId, seenNow(world));
  // Before it goes, too: a page can be slow to leave, or unwilling.
  await stillTabs.still(tabId);
  if (leftMs > 0) return orderOf(world, judged, leftMs);
  const tab = await world.tabs.get(tabId);
  if (tab !== null) forceIfStanding(world, tabId, tab.shown);
  return null;
}

function forceIfStanding(world: World, tabId: number, url: string): void {
  const force = quietly(async () => {
    const tab = await world.tabs.get(tabId);
    if (tab?.shown === url && !isOurs(url)) await stillTabs.force(tabId, blockedPage(url));
  });
  setTimeout(force, patienceMs);
}

/** For a page that went away in its last two minutes: whatever comes to its tab has none. */
export async function endGrace(world: World, tabId: number): Promise<void> {
  if (!tabsOf(await world.stores.grace.read()).has(tabId)) return;
  await world.stores.grace.update((old) => withoutTab(old, tabId));
}

async function begin(world: World, tabId: number, judged: Judged): Promise<boolean> {
  if (!(await stillTabs.canBeTold(tabId))) return false;
  const leftMs = graceLeft(await world.stores.grace.read(), tabId, seenNow(world));
  await Promise.all([stillTabs.still(tabId), stillTabs.cover(tabId)]);
  return stillTabs.tell(tabId, await orderOf(world, judged, leftMs));
}

async function orderOf(world: World, judged: Judged, leftMs: number): Promise<PageOrder> {
  const grace = { ...(await graceWords(world, judged, leftMs)), leftMs };
  return { show: { kind: 'grace', grace }, againInMs: Math.min(leftMs, lookAgainMs) };
}

const tabsOf = (grace: Grace | null): ReadonlySet<number> =>
  new Set(Object.keys(grace?.left ?? {}).map(Number));

const asStopped = ({ tab, judged }: ClosedTab): StoppedTab => ({
  id: tab.id,
  scopes: scopesAt(judged.loaded.situation, judged.address?.host ?? ''),
  isStanding: tab.url === tab.shown,
});
