// The packs as our pages read them: from the package and from storage, without a word to the background, so that nothing
// there can tell that somebody looked for help.
import { readJson } from '@/rules/json.ts';
import { packOnDay } from '@/rules/packs/expiry.ts';
import type { Pack } from '@/rules/packs/pack.ts';

import { browser } from './browser.ts';
import { readPackaged } from './package-files.ts';

/** A country without a pack of its own has the one that serves everywhere. */
export async function pack(country: string): Promise<Pack> {
  const code = /^[A-Z]{2}$/.test(country) ? country : 'ZZ';
  const found = (await newest(code)) ?? (await newest('ZZ'));
  return packOnDay(found as Pack, Date.now());
}

export async function countries(): Promise<readonly string[]> {
  const index = (await readPackaged('/packs/index.json')) as {
    readonly countries: readonly string[];
  } | null;
  return index?.countries ?? [];
}

async function newest(country: string): Promise<Pack | null> {
  const [shipped, later] = await Promise.all([
    readPackaged(`/packs/${country}.json`).then(packIn),
    laterPack(country),
  ]);
  return later !== null && later.version > (shipped?.version ?? 0) ? later : shipped;
}

type Stored = {
  readonly packs?: {
    readonly editions?: Readonly<Record<string, { readonly file: string } | undefined>>;
  };
};

/** Written by the background alone, after it has checked who signed it. */
async function laterPack(country: string): Promise<Pack | null> {
  try {
    const { packs } = await browser.storage.local.get<Stored>('packs');
    const edition = packs?.editions?.[country];
    return edition === undefined ? null : packIn(readJson(edition.file));
  } catch {
    return null; // storage that does not open: what was shipped is there
  }
}

const packIn = (file: unknown): Pack | null => (file as { pack?: Pack } | null)?.pack ?? null;
