// The second wall: the same decide() on every navigation event, for what declarative rules can not say.
import { browser } from 'wxt/browser';

import { closesPage } from '@/rules/policy/verdict.ts';

import { observeFront } from '../use-cases/count-time.ts';
import { blockedPage, type Coming, isOurs, judge, judgeTab } from '../use-cases/judge.ts';
import type { World } from '../world.ts';
import { quietly } from './quietly.ts';

type Navigation = {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  readonly documentLifecycle?: string | undefined;
  readonly transitionQualifiers?: readonly string[] | undefined;
};

/** From tabs.update() to the tab knowing its new address: 20 to 60 ms on an idle machine. */
const settleMs = 150;

export function listenToNavigation(world: World): void {
  const onNavigation = quietly((details: Navigation) =>
    judgeNavigation(world, details, { isSamePage: true }),
  );
  browser.webNavigation.onBeforeNavigate.addListener(
    quietly(async (details: Navigation) => {
      if (details.frameId === 0 && (await leavesBlockedPage(world, details))) return;
      await judgeNavigation(world, details);
    }),
  );
  browser.webNavigation.onHistoryStateUpdated.addListener(onNavigation);
  browser.webNavigation.onReferenceFragmentUpdated.addListener(onNavigation);
  // A request that the first wall refused: nothing reached the page, our page takes its place.
  browser.webNavigation.onErrorOccurred.addListener(
    quietly(async (details: Navigation) => {
      // The wall before may have replaced the tab already: its page is given the time to arrive.
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      if (isOurs(details.url)) return putUpAgain(world, details);
      const goesBack = details.frameId === 0 && (await takeReturn(world, details));
      await judgeNavigation(world, details, { goesBack });
    }),
  );
  browser.webNavigation.onCommitted.addListener(
    quietly(async (details: Navigation) => {
      const isPage = details.frameId === 0;
      // It arrived: what is refused in this tab from now on is no way back, and the child is told why.
      if (isPage && !isOurs(details.url)) await takeReturn(world, details);
      const goesBack = details.transitionQualifiers?.includes('forward_back') ?? false;
      await judgeNavigation(world, details, { goesBack });
      if (isPage) await observeFront(world);
    }),
  );
  if (import.meta.env.FIREFOX) listenBeforeRequest(world);
}

/**
 * From our block page to the very address it stands for: the browser's Back, most of the time, through the error page
 * that the refused request left in the history. Replacing it again would hold the child in a circle.
 */
async function leavesBlockedPage(world: World, { tabId, url }: Navigation): Promise<boolean> {
  if (!/^https?:/.test(url)) return false;
  const tab = await world.tabs.get(tabId);
  if (tab?.shown !== blockedPage(url)) return false;
  await world.stores.returns.update((old) =>
    Object.fromEntries([...Object.entries(old), [String(tabId), returnKey(url)]].slice(-50)),
  );
  return true;
}

/** Our page was stopped on its way, by Esc or by the error page it was to replace: the tab is judged by what it shows. */
async function putUpAgain(world: World, { tabId }: Navigation): Promise<void> {
  const tab = await world.tabs.get(tabId);
  if (tab !== null) await judgeTab(world, tabId, tab.url);
}

// An address can be as long as it likes; what is remembered of it can not.
const returnKey = (url: string): string => url.slice(0, 2048);

async function takeReturn(world: World, { tabId, url }: Navigation): Promise<boolean> {
  if (!(String(tabId) in (await world.stores.returns.read()))) return false;
  let wasReturn = false;
  await world.stores.returns.update(({ [String(tabId)]: from, ...others }) => {
    wasReturn = from === returnKey(url);
    return others;
  });
  return wasReturn;
}

async function judgeNavigation(
  world: World,
  details: Navigation,
  coming: Coming = {},
): Promise<void> {
  // A prerendered page has no tab of its own yet: it says hello when it is shown.
  if (details.documentLifecycle === 'prerender' || isOurs(details.url)) return;
  if (details.frameId === 0) {
    await judgeTab(world, details.tabId, details.url, coming);
    return;
  }
  await judgeFrame(world, details);
}

/** A frame that must not be shown is emptied; the page around it stays. */
async function judgeFrame(world: World, { tabId, frameId, url }: Navigation): Promise<void> {
  if (!/^https?:/.test(url)) return;
  const tab = await world.tabs.get(tabId);
  const judged = await judge(world, { url, embedder: tab?.url ?? '' });
  if (judged !== null && closesPage(judged.verdict)) await world.tabs.blank(tabId, frameId);
}

/**
 * Firefox lets us judge before the request leaves, which also closes what its declarative rules let through:
 * a trailing dot, IPv4 in IPv6 dress, view-source.
 */
function listenBeforeRequest(world: World): void {
  browser.webRequest.onBeforeRequest.addListener(
    ((details: { url: string; type: string; documentUrl?: string }) =>
      judge(world, {
        url: details.url,
        ...(details.type === 'sub_frame' && details.documentUrl !== undefined
          ? { embedder: details.documentUrl }
          : {}),
      }).then((judged) => ({
        cancel: judged !== null && closesPage(judged.verdict),
      }))) as never,
    { urls: ['http://*/*', 'https://*/*'], types: ['main_frame', 'sub_frame'] },
    ['blocking'],
  );
}
