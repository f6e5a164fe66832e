// A tab in its last two minutes: nothing of it plays, in none of its frames. Closed tabs are ordinary here too.
import { browser, type Browser } from 'wxt/browser';

import { tabs } from './tabs.ts';

/** A page too busy to answer keeps its grace: it ends by our clock, not by its own. */
const longestAnswerMs = 1000;

const orNull = <T>(asked: Promise<T | undefined>): Promise<T | null> =>
  asked.then(
    (value) => value ?? null,
    () => null,
  );

/** Frozen and busy tabs answer when they wake: nobody else waits for them. */
const soon = <T>(asked: Promise<T | undefined>): Promise<T | null> =>
  Promise.race([orNull(asked), after(longestAnswerMs).then(() => null)]);

export const stillTabs = {
  /** False: it sleeps, has no address of its own or no script of ours. Nobody there could be told anything. */
  async canBeTold(id: number): Promise<boolean> {
    const tab = await orNull(browser.tabs.get(id));
    return tab !== null && !tab.discarded && /^(?:https?|file):/.test(tab.url ?? '');
  },
  /** Shows `order` in the page. False: nobody listens there. */
  tell(id: number, order: unknown): Promise<boolean> {
    const told = browser.tabs.sendMessage(id, { order }, { frameId: 0 }).then(
      () => true,
      () => false,
    );
    return Promise.race([told, after(longestAnswerMs).then(() => true)]);
  },
  /** Safe to call again: frames that came since are stilled too. A sound no script can reach is taken from the whole tab. */
  async still(id: number): Promise<void> {
    const tab = await orNull(browser.tabs.get(id));
    if (tab?.mutedInfo?.muted === false) await orNull(browser.tabs.update(id, { muted: true }));
    await soon(
      browser.scripting.executeScript({
        target: { tabId: id, allFrames: true },
        files: ['/still.js'],
        injectImmediately: true,
      }),
    );
  },
  cover: (id: number): Promise<unknown> => soon(tabs.cover(id).then(() => undefined)),
  /** Gives back the sound, if it was we who took it, and lets the page play again. */
  async release(id: number): Promise<void> {
    if (!isMutedByUs(await orNull(browser.tabs.get(id)))) return;
    await orNull(browser.tabs.sendMessage(id, { still: false }));
    await orNull(browser.tabs.update(id, { muted: false }));
  },
  /** Ids of the tabs whose sound we took, also before an update of ours. */
  async stilled(): Promise<number[]> {
    const muted = await browser.tabs.query({ muted: true });
    return muted.filter(isMutedByUs).flatMap(({ id }) => id ?? []);
  },
  /**
   * Puts `url` in the place of a page that would not go: "Leave this site?" keeps a tab by the answer, and by none. A tab
   * put to sleep asks nothing; the one in front can not sleep, so that another takes its place.
   */
  async force(id: number, url: string): Promise<void> {
    const tab = await orNull(browser.tabs.get(id));
    if (tab === null) return;
    const { active, index, windowId } = tab;
    if (active) await orNull(browser.tabs.create({ url, index, windowId, active }));
    const asleep = (await orNull(browser.tabs.discard(id)))?.id ?? id;
    if (active) await orNull(browser.tabs.remove(asleep));
    else await orNull(browser.tabs.update(asleep, { url }));
  },
};

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const isMutedByUs = (tab: Browser.tabs.Tab | null): boolean =>
  tab?.mutedInfo?.muted === true && tab.mutedInfo.extensionId === browser.runtime.id;
