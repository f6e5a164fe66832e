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
    const busy = new Promise<boolean>((resolve) =>
      setTimeout(() => resolve(true), longestAnswerMs),
    );
    return Promise.race([told, busy]);
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
    await orNull(browser.tabs.sendMessage(id, { still: false }));
    const tab = await orNull(browser.tabs.get(id));
    if (isMutedByUs(tab)) await orNull(browser.tabs.update(id, { muted: false }));
  },
};

const isMutedByUs = (tab: Browser.tabs.Tab | null): boolean =>
  tab?.mutedInfo?.muted === true && tab.mutedInfo.extensionId === browser.runtime.id;
