// The pack in use for a country: the newer one of what was shipped and what came later.
import { type Packs, packsOf } from '@/rules/packs/choose.ts';
import { signatureProblem } from '@/rules/packs/edition.ts';
import { packOnDay } from '@/rules/packs/expiry.ts';
import type { Pack } from '@/rules/packs/pack.ts';
import { packInFile, readSignedPack } from '@/rules/packs/signed.ts';

import { readPackaged } from '../network.ts';
import type { World } from '../world.ts';
import { storedPacks } from './store.ts';
import { fittingOf } from './verify.ts';

export type InUse = { readonly pack: Pack; readonly from: 'package' | 'file' | 'web' };

/** Of the family's country and of any country, as they may be used today. */
export async function packsInUse(world: World, country: string): Promise<Packs> {
  const [own, any] = await Promise.all([inUse(world, country), inUse(world, 'ZZ')]);
  const today = (found: InUse | null): Pack | null =>
    found === null ? null : packOnDay(found.pack, world.now());
  return packsOf(country, today(own), today(any));
}

/** Null: a country without a pack. */
export async function inUse(world: World, country: string): Promise<InUse | null> {
  const [shipped, later] = await Promise.all([shippedPack(country), laterPack(world, country)]);
  if (later === null || later.pack.version <= (shipped?.version ?? 0)) {
    return shipped === null ? null : { pack: shipped, from: 'package' };
  }
  return later;
}

/** The browser vouches for the files of a package; their signatures are checked where packs are built. */
export async function shippedPack(country: string): Promise<Pack | null> {
  const known = shippedCache.get(country);
  if (known !== undefined) return known;
  if (!/^[A-Z]{2}$/.test(country)) return null;
  try {
    const pack = packInFile(await readPackaged(`/packs/${country}.json`));
    if (pack !== null) shippedCache.set(country, pack);
    return pack;
  } catch {
    return null; // no pack for this country: the one for any country serves
  }
}
/** A package does not change while a worker lives. */
const shippedCache = new Map<string, Pack>();

/** Believed anew each time: the key may have been taken away, or somebody was at the storage. */
async function laterPack(world: World, country: string): Promise<InUse | null> {
  const { editions } = await storedPacks(world).read();
  const edition = editions[country];
  if (edition === undefined) return null;
  const file = readSignedPack(edition.file);
  if (!file.ok || file.value.pack.country !== country) return null;
  const isBelieved = signatureProblem(file.value, await fittingOf(file.value)) === null;
  return isBelieved ? { pack: file.value.pack, from: edition.from } : null;
}
