// Takes a newer edition of a pack, or says why not. Whatever the reason, the last good one stays.
import { helpHosts } from '@/rules/help/resources.ts';
import { judgePack, lowestVersion } from '@/rules/packs/edition.ts';
import { opensMoreThanHelp } from '@/rules/packs/opens.ts';
import type { Pack } from '@/rules/packs/pack.ts';
import { type PackRefusal, readSignedPack } from '@/rules/packs/signed.ts';
import { fail, ok, type Result } from '@/rules/result.ts';

import { tellPages } from '../adapters/broadcast.ts';
import type { HelpHosts } from '../adapters/packaged.ts';
import { reconcile } from '../reconcile.ts';
import type { World } from '../world.ts';
import { inUse, shippedPack } from './in-use.ts';
import { type Edition, mostEditions, type StoredPacks, storedPacks } from './store.ts';
import { fittingOf } from './verify.ts';

/** `country`: the family's. The pack for any country is taken too. */
export async function takeEdition(
  world: World,
  country: string,
  edition: Edition,
): Promise<Result<Pack, PackRefusal>> {
  const file = readSignedPack(edition.file);
  if (!file.ok) return file;
  const fitting = await fittingOf(file.value);
  const own = file.value.pack.country;
  const shipped = await shippedPack(own);
  const tooMuch = opensMoreThanHelp(file.value.pack, await world.packaged.starter());
  let judged: Result<Pack, PackRefusal> | null = null;
  // Judged under the lock: of two editions that come at once the older one never lands on the newer one.
  await storedPacks(world).update((stored) => {
    const seen = lowestVersion(shipped, stored.seen[own]);
    judged = judgePack(file.value, { wanted: [country, 'ZZ'], seen, now: world.now(), fitting });
    if (judged.ok && tooMuch !== null) judged = fail({ problem: 'unsound', detail: tooMuch });
    return judged.ok ? withEdition(stored, judged.value, { edition, keys: [...fitting] }) : stored;
  });
  const taken = judged as Result<Pack, PackRefusal> | null;
  if (taken === null || !taken.ok) {
    return fail(taken?.failure ?? { problem: 'unsound', detail: '' });
  }
  await writeHosts(world);
  return ok(taken.value);
}

function withEdition(
  stored: StoredPacks,
  { country, version }: Pack,
  { edition, keys }: { readonly edition: Edition; readonly keys: string[] },
): StoredPacks {
  const { [country]: _, ...others } = stored.editions;
  // The newest last: the first one goes when there are too many.
  const editions = [...Object.entries(others), [country, edition] as const].slice(-mostEditions);
  return {
    ...stored,
    editions: Object.fromEntries(editions),
    seen: { ...stored.seen, [country]: { version, keys } },
  };
}

/** The hosts of all editions that stand in the place of a shipped one; a change is made known at once. */
export async function writeHosts(world: World): Promise<void> {
  const { editions } = await storedPacks(world).read();
  const hosts: Record<string, HelpHosts[string]> = {};
  for (const country of Object.keys(editions)) {
    const found = await inUse(world, country);
    if (found !== null && found.from !== 'package') hosts[country] = helpHosts([found.pack]);
  }
  const before = await world.stores.packHosts.read();
  if (JSON.stringify(before) !== JSON.stringify(hosts)) {
    await world.stores.packHosts.write(hosts as Record<string, string[]>);
  }
  await reconcile(world);
  tellPages();
}
