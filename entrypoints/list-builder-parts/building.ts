// The lists of one update as they are read: each becomes a section, and its most visited hosts are remembered by name.
import { createFirstNames, scoreOf } from '@/rules/lists/first-names.ts';
import { createSectionBuilder } from '@/rules/lists/set/builder.ts';
import type { Category } from '@/rules/policy/schema.ts';

import type { Part } from './shelf.ts';
import type { ListSink } from './source.ts';

export type BuiltList = {
  readonly category: Category;
  readonly hosts: number;
  readonly refused: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly part: Part;
};

export type Judge = {
  /** Whether a list may close the host at all. */
  readonly mayClose: (host: string) => boolean;
  /** Its place among the best-known; null: none. */
  readonly rankOf: (host: string) => number | null;
};

export type Building = {
  readonly sink: ListSink;
  readonly category: Category;
  readonly finish: (knownHosts: Iterable<string>) => BuiltList;
};

export function beginBuilding(category: Category, { mayClose, rankOf }: Judge): Building {
  const section = createSectionBuilder();
  const names = createFirstNames();
  let refused = 0;
  return {
    category,
    sink: {
      add(host, rank) {
        if (!mayClose(host) || !section.add(host)) {
          refused += 1;
          return;
        }
        names.add(host, scoreOf(host, rank ?? rankOf(host)));
      },
      refuse(count) {
        refused += count;
      },
    },
    finish(knownHosts) {
      const { bytes, count } = section.finish({ knownHosts });
      return { category, hosts: count, refused, bytes, part: names.take() };
    },
  };
}
