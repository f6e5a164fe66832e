// What a list may close, and what is well known: the same for every list of one update.
import { createRefusal } from '@/rules/lists/refusal.ts';

import type { Judge } from './building.ts';
import type { UpdateCommand } from './protocol.ts';
import { createRanks, linesOf } from './ranks.ts';
import { readBest } from './shelf.ts';

/** Hosts whose every false hit becomes an exception of the set. */
export type HostJudge = Judge & {
  readonly knownHosts: (more: Iterable<string>) => Iterable<string>;
};

export async function createJudge({ protect }: UpdateCommand): Promise<HostJudge> {
  const refusal = createRefusal(protect);
  const best = await readBest();
  const rankOf = createRanks(best);
  return {
    mayClose: (host) => refusal(host) === null,
    rankOf,
    *knownHosts(more) {
      yield* more;
      yield* protect.known;
      yield* protect.help;
      yield* protect.needed;
      yield* linesOf(best);
    },
  };
}
