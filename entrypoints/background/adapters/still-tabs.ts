// A tab in its last two minutes: nothing of it plays, in none of its frames. Closed tabs are ordinary here too.
import { browser, type Browser } from 'wxt/browser';

/** A page too busy to answer keeps its grace: it ends by our clock, not by its own. */
const longestAnswerMs = 1000;

const orNull = <T>(asked: Promise<T>): Promise<T | null> => asked.catch(() => null);

export const stillTabs = {
  /** Shows `order` in the page. False: no script of ours lives there, so nobody could be told anything. */
  async tell(id: number, order: unknown): Promise<boolean> {
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
    await orNull(
      browser.scripting.executeScript({
        target: { tabId: id, allFrames: true },
        files: ['/still.js'],
        injectImmediately: true,
      }),
    );
  },
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
   * A page that asks "Leave this site?" would keep its tab by the answer. Not asked where a page has to go; what listened
   * earlier and in the capture phase still asks, and stays behind the closing sheet.
   */
  async letGo(id: number): Promise<void> {
    const silenced = browser.scripting.executeScript({
      target: { tabId: id, allFrames: true },
      func: () =>
        addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true),
      injectImmediately: true,
    });
    await Promise.race([orNull(silenced), after(longestAnswerMs)]);
  },
};

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const isMutedByUs = (tab: Browser.tabs.Tab | null): boolean =>
  tab?.mutedInfo?.muted === true && tab.mutedInfo.extensionId === browser.runtime.id;
