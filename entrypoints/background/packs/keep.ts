// Keeps the packs: drops editions that the extension has overtaken or whose key is no longer trusted, and asks the publisher
// whom the pack in use names for a newer one, once a week. A pack that names none is asked for nowhere.
import { isListAddress } from '@/rules/lists/address.ts';
import { mostPackLength } from '@/rules/packs/limits.ts';

import { download, type DownloadAnswer } from '../network.ts';
import type { World } from '../world.ts';
import { inUse } from './in-use.ts';
import { type StoredPacks, storedPacks } from './store.ts';
import { takeEdition, writeHosts } from './take.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const againMs = 7 * dayMs;
/** Not everybody at once. */
const spreadMs = dayMs;
const afterFailureMs = [hourMs, 6 * hourMs, dayMs] as const;

/** Does what is due, and sets the alarm for what is due next. */
export async function keepPacks(world: World): Promise<void> {
  // A private window shares the storage, and the ordinary windows keep it.
  if (world.incognito) return;
  await world.lock('packs-refresh', async () => {
    await mend(world);
    const { policy } = await world.policies.current();
    const countries = policy === null ? [] : [...new Set([policy.country, 'ZZ'])];
    const next = [];
    for (const country of countries) next.push(await look(world, country));
    const soonest = Math.min(...next.filter((at) => at !== null));
    await (Number.isFinite(soonest)
      ? world.alarms.wakeAt('packs-refresh', soonest)
      : world.alarms.cancel('packs-refresh'));
  });
}

async function mend(world: World): Promise<void> {
  const stored = storedPacks(world);
  const { editions } = await stored.read();
  const idle: string[] = [];
  for (const country of Object.keys(editions)) {
    const found = await inUse(world, country);
    if (found === null || found.from === 'package') idle.push(country);
  }
  if (idle.length > 0) {
    await stored.update((now) => ({
      ...now,
      editions: Object.fromEntries(
        Object.entries(now.editions).filter(
          // Taken in this very moment: it stays.
          ([country, { file }]) => !idle.includes(country) || file !== editions[country]?.file,
        ),
      ),
    }));
  }
  const hosts = Object.keys(await world.stores.packHosts.read());
  const kept = Object.keys(editions).filter((country) => !idle.includes(country));
  if (hosts.toSorted().join() !== kept.toSorted().join()) await writeHosts(world);
}

/** When this country's publisher is to be asked next; null: its pack names none. */
async function look(world: World, country: string): Promise<number | null> {
  const { updates } = (await inUse(world, country))?.pack ?? {};
  if (updates === undefined || !isListAddress(updates)) return null;
  const asked = (await storedPacks(world).read()).asked[country];
  const now = world.now();
  // A clock that was set back must not put it off for years.
  const isPlanned = asked !== undefined && asked.next > now && asked.next <= now + 2 * againMs;
  if (isPlanned) return asked.next;
  const { answer, text, etag } = await fetchPack(updates, asked?.etag ?? null);
  // An edition that is refused is no failure of the way: it is asked again next week.
  if (text !== null) await takeEdition(world, country, { file: text, from: 'web' });
  const isHeard = answer === 'complete' || answer === 'unchanged';
  const failures = isHeard ? 0 : (asked?.failures ?? 0) + 1;
  const pause = isHeard
    ? againMs + world.random.unit() * spreadMs
    : (afterFailureMs[failures - 1] ?? dayMs);
  const next = Math.round(world.now() + pause);
  await note(world, country, {
    next,
    failures,
    etag: isHeard ? (etag ?? asked?.etag ?? null) : (asked?.etag ?? null),
  });
  return next;
}

const note = async (
  world: World,
  country: string,
  asked: StoredPacks['asked'][string],
): Promise<void> => {
  await storedPacks(world).update((stored) => ({
    ...stored,
    asked: { ...stored.asked, [country]: asked },
  }));
};

type Fetched = {
  readonly answer: DownloadAnswer;
  readonly text: string | null;
  readonly etag: string | null;
};

async function fetchPack(url: string, known: string | null): Promise<Fetched> {
  const decoder = new TextDecoder();
  let text = '';
  let etag: string | null = null;
  const answer = await download(url, {
    known: { etag: known, lastModified: null },
    maxBytes: mostPackLength,
    waitMs: 20_000,
    mostMs: 120_000,
    onStart: async (start) => {
      etag = start.etag;
    },
    onBytes: async (bytes) => {
      text += decoder.decode(bytes, { stream: true });
    },
  });
  return { answer, etag, text: answer === 'complete' ? text + decoder.decode() : null };
}
