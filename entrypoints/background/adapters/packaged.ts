// Files of our own package: read once a wake, parsed by the rule that owns them.
import { parseStarter, type Starter } from '@/rules/lists/starter.ts';
import type { Language } from '@/rules/policy/schema.ts';
import type { Catalogue } from '@/rules/words/text.ts';

import { readPackaged } from '../network.ts';

export type HelpHosts = Readonly<Record<string, readonly string[]>>;
export type Packaged = {
  readonly starter: () => Promise<Starter>;
  /** By country, "ZZ" for everywhere: hosts that nothing may close. Made with the packs, so that a verdict reads none. */
  readonly helpHosts: () => Promise<HelpHosts>;
  /** `part`: a file of the catalogue; the words of warnings without it. */
  readonly words: (language: Language, part?: string) => Promise<Catalogue>;
};

/** Rebuildable caches: a dead worker loses nothing. */
export function createPackaged(): Packaged {
  const fileCache = new Map<string, Promise<unknown>>();
  const once = <T>(path: string, parse: (content: unknown) => T): Promise<T> => {
    const cached = fileCache.get(path) as Promise<T> | undefined;
    if (cached !== undefined) return cached;
    const loading = readPackaged(path).then(parse);
    // A read that failed is tried again next time instead of failing for the rest of the wake.
    loading.catch(() => fileCache.delete(path));
    fileCache.set(path, loading);
    return loading;
  };
  return {
    starter: () =>
      once('/lists/starter.json', (content) => {
        const starter = parseStarter(content);
        if (!starter.ok) throw new Error('lists/starter.json does not fit its schema');
        return starter.value;
      }),
    helpHosts: () => once('/packs/help-hosts.json', (content) => content as HelpHosts),
    words: (language, part = 'page') =>
      once(`/texts/${language}/${part}.json`, (content) => content as Catalogue),
  };
}
