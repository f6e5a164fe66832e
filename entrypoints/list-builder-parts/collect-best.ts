// Best-known sites as they come: each once, for some are told of both as http and as https, and the most visited first.
import type { ListSink } from './source.ts';

export type BestCollection = {
  readonly begin: () => ListSink;
  readonly count: () => number;
  readonly refused: () => number;
  /** A host a line. To be asked for when all have come. */
  readonly text: () => string;
};

export function collectBest(): BestCollection {
  const ranks = new Map<string, number>();
  let last = 0;
  let isInOrder = true;
  let refused = 0;
  let textCache: string | null = null;
  const sink: ListSink = {
    add(host, rank) {
      const place = rank ?? last;
      const before = ranks.get(host);
      if (before !== undefined && before <= place) return;
      if (before !== undefined || place < last) isInOrder = false;
      ranks.set(host, place);
      last = place;
    },
    refuse(count) {
      refused += count;
    },
  };
  const inOrder = (): string[] =>
    isInOrder
      ? [...ranks.keys()]
      : [...ranks].sort(([, left], [, right]) => left - right).map(([host]) => host);
  return {
    begin: () => sink,
    count: () => ranks.size,
    refused: () => refused,
    text: () => (textCache ??= inOrder().join('\n')),
  };
}
