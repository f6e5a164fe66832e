// What an update of a list must know of the family: whom no list may close, and how large the list will be.
import { bestKnown, catalogue } from '@/rules/lists/catalogue.ts';

import { loadSituation } from '../use-cases/situation.ts';
import type { World } from '../world.ts';
import { wantedNow } from './wanted.ts';

export type ListFacts = {
  readonly protect: {
    readonly help: string[];
    readonly known: string[];
    readonly needed: string[];
  };
  readonly sizeOf: (id: string) => number | null;
};

export async function listFacts(world: World): Promise<ListFacts> {
  const [loaded, wanted, starter] = await Promise.all([
    loadSituation(world),
    wantedNow(world),
    world.packaged.starter(),
  ]);
  const hostsOfLists = wanted.flatMap(({ url }) => URL.parse(url)?.hostname ?? []);
  const sizes = new Map([...catalogue, bestKnown].map(({ id, sizeBytes }) => [id, sizeBytes]));
  return {
    protect: {
      help: [...(loaded?.helpHosts ?? [])],
      known: [...starter.known],
      needed: [...new Set(hostsOfLists)],
    },
    sizeOf: (id) => sizes.get(id) ?? null,
  };
}
