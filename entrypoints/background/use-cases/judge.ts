// One visit, judged with the same decide() whoever asks: navigation events, pages, the sweep of all tabs.
import { browser } from 'wxt/browser';

import { type Address, parseAddress } from '@/rules/hosts/address.ts';
import { decide } from '@/rules/policy/decide.ts';
import { closesPage, isTimeReason, type Verdict } from '@/rules/policy/verdict.ts';
import { judgePage } from '@/rules/risk/risk.ts';

import type { Tab } from '../adapters/tabs.ts';
import { openLater } from '../load-later.ts';
import type { World } from '../world.ts';
import { type Loaded, loadSituation } from './situation.ts';

export type Judged = {
  readonly loaded: Loaded;
  readonly address: Address | null;
  readonly verdict: Verdict;
};

const unreadable: Verdict = { action: 'block', reason: { kind: 'unreadable' }, until: null };

export type Page = {
  readonly url: string;
  /** The age label of a frame; a page's own is known by its address. */
  readonly ageLabel?: string | null;
  /** The page a frame stands in. */
  readonly embedder?: string;
};

/** Null before set-up: there is nothing to judge by. */
export async function judge(world: World, page: Page): Promise<Judged | null> {
  const loaded = await loadSituation(world);
  return loaded === null ? null : judgeIn(loaded, page);
}

export function judgeIn(loaded: Loaded, page: Page): Judged {
  const address = parseAddress(page.url);
  if (address === null) return { loaded, address, verdict: unreadable };
  const embedder = page.embedder === undefined ? null : parseAddress(page.embedder);
  const signals =
    address.host === ''
      ? []
      : judgePage(loaded.brands, {
          host: address.host,
          ageLabel: page.ageLabel ?? loaded.ageLabelOf(page.url),
          risk: loaded.riskOf(page.url),
        });
  const verdict = decide(loaded.situation, {
    address,
    embedder: embedder === null || embedder.host === '' ? null : embedder.host,
    signals,
  });
  return { loaded, address, verdict };
}

/** Browsers go to no address beyond 2 MB, and escapes make three of one: what is named must stay nameable. */
const longestNamed = 20_000;

/** The page that stands for a closed address. It asks for the verdict anew, so it needs to be told nothing else. */
export const blockedPage = (url: string): string =>
  `${browser.runtime.getURL('/blocked.html')}#${encodeURIComponent(url.slice(0, longestNamed))}`;

export const isOurs = (url: string): boolean => url.startsWith(browser.runtime.getURL(''));

/** How a tab came to the address it is judged by. */
export type Coming = {
  /** On the way back a closed page is stepped over. */
  readonly goesBack?: boolean;
  /** The page stayed and changed its own address. */
  readonly isSamePage?: boolean;
};

/** Judges what a tab shows and replaces it if it must not stay. */
export async function judgeTab(
  world: World,
  tabId: number,
  url: string,
  { goesBack = false, isSamePage = false }: Coming = {},
): Promise<Verdict | null> {
  if (url === '' || isOurs(url)) return null;
  const judged = await judge(world, { url });
  if (judged === null) return null;
  if (!closesPage(judged.verdict)) return judged.verdict;
  if (isSamePage && (await hasGrace(world, tabId, judged))) return judged.verdict;
  if (goesBack) await world.tabs.leave(tabId);
  else await closeTab(world, tabId, url, judged);
  return judged.verdict;
}

/** Time may have stopped it only just now, and nobody has looked at the tabs since. */
async function hasGrace(world: World, tabId: number, judged: Judged): Promise<boolean> {
  if (!isTimeReason(judged.verdict.reason)) return false;
  await sweep(world);
  return (await (await openLater(world)).graceOrder(tabId, judged)) !== null;
}

/** Replaces the tab, and notes the attempt as far as the child's band allows. */
export async function closeTab(
  world: World,
  tabId: number,
  url: string,
  judged: Judged,
): Promise<void> {
  const tab = await replaceTab(world, tabId, url);
  try {
    const later = await openLater(world);
    await later.endGrace(tabId);
    if (tab?.incognito !== true) await later.noteBlocked(judged, tab);
  } catch (error) {
    // oxlint-disable-next-line no-console -- a full or broken database keeps no count; the page is closed all the same.
    console.error('Saathi: an attempt could not be noted', error);
  }
}

/** Several walls see one navigation; a second replacement would be an entry of its own in the tab's history. */
const replaceTab = (world: World, tabId: number, url: string): Promise<Tab | null> =>
  world.lock(`tab-${tabId}`, async () => {
    const tab = await world.tabs.get(tabId);
    if (tab?.url !== blockedPage(url)) await world.tabs.replace(tabId, blockedPage(url));
    return tab;
  });

/** Judges every open tab, after a change of rules and the moment the worker lives. That a rule came is no attempt of a child's. */
export async function sweep(world: World): Promise<void> {
  const loaded = await loadSituation(world);
  if (loaded === null) return;
  const closed = (await world.tabs.all())
    .filter(({ url }) => url !== '' && !isOurs(url))
    .map((tab) => ({ tab, judged: judgeIn(loaded, { url: tab.url }) }))
    .filter(({ judged }) => closesPage(judged.verdict));
  const close = (isGoing: (id: number) => boolean) =>
    Promise.all(
      closed
        .filter(({ tab }) => isGoing(tab.id))
        .map(({ tab }) => replaceTab(world, tab.id, tab.url)),
    );
  // At a browser start no page has stood open yet, and none waits for later.js.
  if ((await world.stores.grace.read()) === null) await close(() => true);
  const { staying, refused } = await (await openLater(world)).settleGrace(loaded, closed);
  const told = refused.then((ids) => close((id) => ids.has(id)));
  await Promise.all([close((id) => !staying.has(id)), told]);
}
