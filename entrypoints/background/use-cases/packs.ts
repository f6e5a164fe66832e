// The edition of the country pack in use, and newer ones from a file.
import type { PackFacts, PackImported } from '@/rules/messages/report-replies.ts';
import { isExpired, packOnDay } from '@/rules/packs/expiry.ts';

import { Refusal } from '../answer.ts';
import { inUse } from '../packs/in-use.ts';
import { takeEdition } from '../packs/take.ts';
import type { World } from '../world.ts';

export async function readPacks(world: World): Promise<PackFacts> {
  const country = await familyCountry(world);
  const found = (await inUse(world, country)) ?? (await inUse(world, 'ZZ'));
  if (found === null) throw new Refusal('not-found');
  const { pack, from } = found;
  return {
    country: pack.country,
    version: pack.version,
    issued: pack.issued,
    expires: pack.expires,
    isExpired: isExpired(pack, world.now()),
    from,
    deskName: packOnDay(pack, world.now()).desk?.name ?? null,
  };
}

export async function importPack(world: World, file: string): Promise<PackImported> {
  const country = await familyCountry(world);
  const taken = await takeEdition(world, country, { file, from: 'file' });
  return taken.ok ? { ok: true, pack: await readPacks(world) } : { ok: false, ...taken.failure };
}

async function familyCountry(world: World): Promise<string> {
  const { policy } = await world.policies.current();
  if (policy === null) throw new Refusal('not-found');
  return policy.country;
}
