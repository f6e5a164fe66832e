// scripting.* over a profile in memory: what was put into tabs, and what is registered for pages to come.
import type { Profile } from './fake-browser.ts';

export type RegisteredScript = { readonly id: string; readonly js: readonly string[] };

/** `alive` throws once the worker was killed. */
export const createFakeScripting = (profile: Profile, alive: () => void) => ({
  async executeScript(injected: {
    target: { tabId: number; frameIds?: number[]; allFrames?: boolean };
    files?: string[];
    func?: () => unknown;
  }) {
    alive();
    const { tabId, frameIds = [], allFrames } = injected.target;
    // The two questions that are put to all frames.
    if (allFrames === true && injected.files === undefined) {
      const asked = injected.func?.name === 'isPlaying' ? 'isPlaying' : 'isInPicture';
      return [{ result: profile.tabs.find(({ id }) => id === tabId)?.[asked] ?? false }];
    }
    if (injected.files?.some((file) => file.startsWith('/pictures')) === true) {
      profile.pictureScripts.push(`${injected.files.join()} ${tabId}`);
      return [];
    }
    profile.scripts.push(`${injected.files?.join() ?? 'function'} ${tabId} ${frameIds.join()}`);
    return [];
  },
  async insertCSS(sheet: { target: object; css: string; origin?: string }) {
    alive();
    profile.pictureSheets.push(sheet);
  },
  getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
    profile.registered.filter(({ id }) => ids.includes(id)),
  async registerContentScripts(added: RegisteredScript[]) {
    alive();
    if (added.some(({ id }) => profile.registered.some((one) => one.id === id)))
      throw new Error('Duplicate script ID');
    profile.registered.push(...added);
  },
  async unregisterContentScripts({ ids }: { ids: string[] }) {
    alive();
    profile.registered = profile.registered.filter(({ id }) => !ids.includes(id));
  },
});
