// The packs as they ship, for tests that walk through all countries.
import { readdirSync, readFileSync } from 'node:fs';

import { packsOf, type Packs } from '@/rules/packs/choose.ts';
import type { Pack } from '@/rules/packs/pack.ts';

const folder = new URL('../../public/packs/', import.meta.url);
const packCache = new Map<string, Pack>();

export const shippedCountries = (): string[] =>
  readdirSync(folder)
    .filter((name) => /^[A-Z]{2}\.json$/.test(name) && name !== 'ZZ.json')
    .map((name) => name.slice(0, 2));

function shippedPack(country: string): Pack | null {
  if (country === 'XX') return null;
  const known = packCache.get(country);
  if (known !== undefined) return known;
  const file = JSON.parse(readFileSync(new URL(`${country}.json`, folder), 'utf8')) as
    | Pack
    | { readonly pack: Pack };
  const pack = 'pack' in file ? file.pack : file;
  packCache.set(country, pack);
  return pack;
}

/** "XX": a country that has none. */
export const shippedPacks = (country: string): Packs =>
  packsOf(country, shippedPack(country), shippedPack('ZZ'));
