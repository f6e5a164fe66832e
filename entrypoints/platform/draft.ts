// A half-filled form that outlives a reload, not the browser session.
import { browser } from './browser.ts';

const key = 'page-draft';

export const draft = {
  async read(): Promise<unknown> {
    return (await browser.storage.session.get(key))[key] ?? null;
  },
  async write(value: unknown): Promise<void> {
    if (value === null) await browser.storage.session.remove(key);
    else await browser.storage.session.set({ [key]: value });
  },
};
