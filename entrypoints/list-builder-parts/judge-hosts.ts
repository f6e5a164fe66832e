// What a list may close, and what is well known: the same for every list of one update.
import { createRefusal } from '@/rules/lists/refusal.ts';

import type { Judge } from './building.ts';
import type { UpdateCommand } from './protocol.ts';
import { createRanks, linesOf } from './ranks.ts';
import { readBest } from './shelf.ts';
import { sourceKey } from './source-key.ts';

/** Hosts whose every false hit becomes an exception of the set. */
export type HostJudge = Judge & { readonly knownHosts: () => Iterable<string> };

/** `own`: best-known hosts that this source itself brings, a line each; asked for once its first list has begun. */
export async function createJudge(command: UpdateCommand, own: () => string): Promise<HostJudge> {
  const { protect } = command;
  const refusal = createRefusal(protect);
  const others = await readBest(sourceKey(command));
  const best = (): string => (own() === '' ? others : `${own()}\n${others}`);
  let ranksCache: ReturnType<typeof createRanks> | null = null;
  return {
    mayClose: (host) => refusal(host) === null,
    rankOf: (host) => (ranksCache ??= createRanks(best()))(host),
    *knownHosts() {
      yield* protect.known;
      yield* protect.help;
      yield* protect.needed;
      yield* linesOf(best());
    },
  };
}
