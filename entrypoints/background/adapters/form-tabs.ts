// The tab of an official form and the small window beside it.
import { browser } from 'wxt/browser';

import type { Described } from '@/rules/forms/box.ts';
import type { Filling } from '@/rules/forms/fill-plan.ts';

type InForm = typeof globalThis & {
  readonly saathiForm: {
    readonly describe: () => Described;
    readonly fill: (origin: string, answers: readonly Pick<Filling, 'at' | 'value'>[]) => number[];
  };
};

const cardSize = { width: 420, height: 720 };

export const formTabs = {
  /** Firefox has one background for both kinds of window. `windowId`: who asks; a popup has none. */
  async isPrivate(windowId: number | null): Promise<boolean> {
    const asking =
      windowId === null ? browser.windows.getLastFocused() : browser.windows.get(windowId);
    return (await asking).incognito;
  },
  /** The form in front in an ordinary window. */
  async open(url: string, incognito: boolean): Promise<number | null> {
    const all = await browser.windows.getAll({ windowTypes: ['normal'] });
    const own = all.filter((window) => window.incognito === incognito);
    const front = own.find(({ focused }) => focused) ?? own.at(-1);
    if (front?.id === undefined) {
      const opened = await browser.windows.create({ url, incognito });
      return opened?.tabs?.[0]?.id ?? null;
    }
    const tab = await browser.tabs.create({ url, active: true, windowId: front.id });
    return tab.id ?? null;
  },
  /**
   * The card beside that tab. Null: the browser has no such windows. Its address stays in the browser's history: it is that of
   * the toolbar's popup, and names no report.
   */
  async openCard(tabId: number): Promise<number | null> {
    const url = browser.runtime.getURL('/popup.html');
    const { windowId, incognito } = await browser.tabs.get(tabId);
    const { left = 0, top = 0, width = 1280, height = 800 } = await browser.windows.get(windowId);
    const plain = { url, type: 'popup', incognito, ...cardSize } as const;
    const beside = { left: Math.max(0, left + width - cardSize.width - 16), top: top + 80 };
    try {
      const size = { height: Math.min(cardSize.height, Math.max(400, height - 100)) };
      return (await browser.windows.create({ ...plain, ...size, ...beside }))?.id ?? null;
    } catch {
      // Not a place on this screen: the browser chooses one.
      return (await browser.windows.create(plain))?.id ?? null;
    }
  },
  /** Where the tab is now; null: it was closed. */
  async addressOf(tabId: number): Promise<string | null> {
    try {
      return (await browser.tabs.get(tabId)).url ?? '';
    } catch {
      return null; // closed
    }
  },
  /** Whether that window was still there to be brought to the front. */
  async raise(windowId: number): Promise<boolean> {
    try {
      await browser.windows.update(windowId, { focused: true });
      return true;
    } catch {
      return false; // closed
    }
  },
  async show(tabId: number): Promise<void> {
    const { windowId } = (await browser.tabs.update(tabId, { active: true })) ?? {};
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
  },
  /** An empty tab takes its place: nothing of it stays on the screen. */
  async close(tabId: number): Promise<void> {
    const { windowId, index } = await browser.tabs.get(tabId);
    await browser.tabs.create({ windowId, index, active: true });
    await browser.tabs.remove(tabId);
  },
  async closeCard(windowId: number): Promise<void> {
    try {
      await browser.windows.remove(windowId);
    } catch {
      // closed already
    }
  },
  /** Only the page itself and frames of its own origin are looked into. Null: it can not be, as an error page can not. */
  async describe(tabId: number): Promise<unknown> {
    const target = { tabId, frameIds: [0] };
    try {
      await browser.scripting.executeScript({ target, files: ['/form.js'] });
      const [told] = await browser.scripting.executeScript({
        target,
        func: () => (globalThis as InForm).saathiForm.describe(),
      });
      return told?.result ?? null;
    } catch {
      return null; // gone, or the browser's own page
    }
  },
  /** Places of the boxes that were written. A page that has moved on since has nothing of what was described. */
  async fill(tabId: number, origin: string, answers: readonly Filling[]): Promise<unknown> {
    const plain = answers.map(({ at, value }) => ({ at, value }));
    try {
      const [told] = await browser.scripting.executeScript({
        target: { tabId, frameIds: [0] },
        func: (own: string, each: { at: number; value: string }[]) =>
          (globalThis as Partial<InForm>).saathiForm?.fill(own, each) ?? [],
        args: [origin, plain],
      });
      return told?.result ?? null;
    } catch {
      return null; // gone meanwhile
    }
  },
};
