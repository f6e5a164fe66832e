// Tabs as the background needs them: replace, leave, list. Closed tabs are ordinary: every call may find none.
import { browser, type Browser } from 'wxt/browser';

import { isEmptyPage } from '@/rules/hosts/empty-page.ts';
import type { Part } from '@/rules/messages/page-replies.ts';

export type Tab = {
  readonly id: number;
  /** Where it shows, or is on its way to: a tab is judged by where it goes. */
  readonly url: string;
  /** What it shows now. */
  readonly shown: string;
  readonly title: string;
  readonly active: boolean;
  readonly audible: boolean;
  readonly windowId: number;
  /** In a private window. Firefox has one worker for both kinds of window. */
  readonly incognito: boolean;
};

const asTab = (tab: Browser.tabs.Tab): Tab[] =>
  tab.id === undefined
    ? []
    : [
        {
          id: tab.id,
          url: (tab as { pendingUrl?: string }).pendingUrl ?? tab.url ?? '',
          shown: tab.url ?? '',
          title: tab.title ?? '',
          active: tab.active,
          audible: tab.audible ?? false,
          windowId: tab.windowId ?? -1,
          incognito: tab.incognito,
        },
      ];

/** A tab that is gone or the browser's own does not answer, and one that is frozen must not keep the others waiting. */
const soon = <T>(asked: Promise<T>, otherwise: T, ms = 200): Promise<T> =>
  Promise.race([
    asked.catch(() => otherwise),
    new Promise<T>((resolve) => setTimeout(resolve, ms, otherwise)),
  ]);

/** In the page itself. Firefox says nothing of it: there a picture counts while it is heard. */
const isInPicture = (): boolean =>
  Boolean(
    document.pictureInPictureElement ??
    (globalThis as { documentPictureInPicture?: { window: unknown } }).documentPictureInPicture
      ?.window,
  );

/** In the page itself: a film without sound. What moves silently round and round is decoration. */
const isPlaying = (): boolean =>
  [...document.querySelectorAll('video')].some(
    (video) => !video.paused && !video.ended && !(video.loop && video.muted),
  );

/** Whether any frame of a tab says yes. One that does not answer says no. */
async function saysYes(tabId: number, func: () => boolean): Promise<boolean> {
  const frames = browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func,
    injectImmediately: true,
  });
  return soon(
    frames.then((each) => each.some(({ result }) => result === true)),
    false,
  );
}

/**
 * An empty page is the page's that opened and filled it. Its address says nothing (Chromium does not even tell it to us),
 * its origin does.
 */
async function withOwner(tab: Tab): Promise<Tab> {
  if (!isEmptyPage(tab.shown)) return tab;
  const asked = browser.scripting
    .executeScript({
      target: { tabId: tab.id },
      func: () => globalThis.origin,
      injectImmediately: true,
    })
    .then(([frame]) => String(frame?.result));
  // Few pages are empty, and one whose owner is not known stays open: a busy machine is given time.
  const owner = await soon(asked, '', 800);
  if (!owner.startsWith('http')) return tab;
  return { ...tab, shown: owner, url: tab.url === tab.shown ? owner : tab.url };
}

/** A tab that was closed meanwhile is no error. */
const ignoringGone = async (task: () => Promise<unknown>): Promise<void> => {
  try {
    await task();
  } catch (gone) {
    if (!(gone instanceof Error)) throw gone;
  }
};

export const tabs = {
  async all(): Promise<Tab[]> {
    const open = (await browser.tabs.query({})).flatMap(asTab);
    // A tab on its way is judged by where it goes: nobody waits for what it leaves. All tabs of a browser start are such.
    return Promise.all(
      open.map((tab) => (tab.url === tab.shown ? withOwner(tab) : Promise.resolve(tab))),
    );
  },
  async get(id: number): Promise<Tab | null> {
    try {
      return asTab(await browser.tabs.get(id))[0] ?? null;
    } catch {
      return null; // closed meanwhile
    }
  },
  /**
   * The active tab of the browser window that was last in front. It still counts when another program has the focus:
   * a video on a second screen is watched all the same. A minimised window shows nothing.
   */
  async inFront(): Promise<Tab | null> {
    const front = await browser.windows.getLastFocused();
    if (front.state === 'minimized') return null;
    const found = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    const [tab] = found.flatMap(asTab);
    return tab === undefined ? null : withOwner(tab);
  },
  /** Tabs that are heard: in windows behind, in a picture of their own. A muted one is not, a tab put to sleep plays nothing. */
  async heard(): Promise<Tab[]> {
    const heard = await browser.tabs.query({ audible: true, muted: false });
    return Promise.all(heard.flatMap(asTab).map(withOwner));
  },
  /** Those of these tabs that stand in a picture of their own. One that was put to sleep is not woken to be asked. */
  async inPicture(ids: readonly number[]): Promise<Tab[]> {
    const all = (await browser.tabs.query({ discarded: false })).flatMap(asTab);
    const asked = all
      .filter(({ id }) => ids.includes(id))
      .map(async (tab) => ((await saysYes(tab.id, isInPicture)) ? [tab] : []));
    return (await Promise.all(asked)).flat();
  },
  /** Whether a film runs in it, with or without sound. */
  plays: (id: number): Promise<boolean> => saysYes(id, isPlaying),
  replace: (id: number, url: string): Promise<void> =>
    ignoringGone(() => browser.tabs.update(id, { url })),
  open: async (url: string): Promise<void> => {
    await browser.tabs.create({ url });
  },
  /** Back to the page before, or a new-tab page where there is none. */
  async leave(id: number): Promise<void> {
    try {
      await browser.tabs.goBack(id);
    } catch {
      // Nothing to go back to: an empty page is the safe place.
      await ignoringGone(() => browser.tabs.update(id, { url: 'about:blank' }));
    }
  },
  send: (id: number, message: unknown): Promise<void> =>
    ignoringGone(() => browser.tabs.sendMessage(id, message, { frameId: 0 })),
  /** Puts the cover's script into the page: it is not there until it is needed. */
  cover: (id: number): Promise<void> => tabs.putIn(id, 0, '/cover.js'),
  /** Puts a further script into one frame of a page. */
  putIn: (
    id: number,
    frameId: number,
    script: `/${Part | 'card' | 'cover' | 'pictures-more'}.js`,
  ): Promise<void> =>
    ignoringGone(() =>
      browser.scripting.executeScript({
        target: { tabId: id, frameIds: [frameId] },
        files: [script],
        injectImmediately: true,
      }),
    ),
  blank: (id: number, frameId: number): Promise<void> =>
    ignoringGone(() =>
      browser.scripting.executeScript({
        target: { tabId: id, frameIds: [frameId] },
        func: () => globalThis.location.replace('about:blank'),
      }),
    ),
};
