// The words a person sees, from the catalogue itself: page objects name buttons by key, never by a copy of the text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AgeBand, Language } from '../../../rules/policy/schema.ts';
import { wordsFor, type Catalogue, type Values } from '../../../rules/words/text.ts';
import { root } from '../../../scripts/commands.ts';

export type Reader = { readonly language: Language; readonly band: AgeBand | null };
export type Words = (key: string, values?: Values) => string;

const catalogueOf = (language: Language): Catalogue => {
  const folder = join(root, 'public', 'texts', language);
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Catalogue);
  return Object.assign({}, ...parts) as Catalogue;
};
const catalogues = new Map<Language, Catalogue>();

/** Looks words up as the pages do. A key that the catalogue lacks throws: the test is out of date, not the page. */
export function wordsOf(reader: Reader): Words {
  const catalogue = catalogues.get(reader.language) ?? catalogueOf(reader.language);
  catalogues.set(reader.language, catalogue);
  return (key, values) => {
    const words = wordsFor(catalogue, reader, key, values);
    if (words === key) throw new Error(`The catalogue has no "${key}" for ${reader.language}`);
    return words;
  };
}
