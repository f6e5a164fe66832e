// Bytes, memory, readiness and mistakes of a set of real size.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { isPublicSuffix } from '../../../rules/hosts/registrable-domain.ts';
import { type BuiltSection, createSectionBuilder } from '../../../rules/lists/set/builder.ts';
import { type CategorySet, openCategory, packCategory } from '../../../rules/lists/set/category.ts';
import { createHostHashes, hashesOf, nameAt, restOf } from '../../../rules/lists/set/hash.ts';
import { median } from './figures.ts';
import { atMost, figure, type Result } from './publish.ts';

export type Trial = {
  /** "adult list", "5 million". */
  readonly what: string;
  readonly list: readonly string[];
  /** Sites that are best known, and must never be closed by chance. */
  readonly known: readonly string[];
};

/** Bytes a host, build time, wrong blocks and missed hosts. */
export function builtAndChecked({ what, list, known }: Trial): {
  rows: Result[];
  packed: ArrayBuffer;
} {
  const { section, seconds } = sectionOf(list, known);
  const set = opened(packed(section));
  const listed = new Set(list);
  const wrong = wrongIn(set, known, listed);
  const suffixes = list.filter((host) => isPublicSuffix(host));
  const hashes = createHostHashes();
  const missed = list.filter((host) => !set.has(hashesOf(host, hashes)) && !isPublicSuffix(host));
  const hosts = section.count - section.covered;
  const bytesEach = figure(`${what}, bytes a host, all told`, 0, 'bytes');
  return {
    packed: packed(section),
    rows: [
      atMost(2.3, {
        ...bytesEach,
        value: Math.ceil((section.bytes.length / hosts) * 10_000) / 10_000,
      }),
      figure(`${what}, hosts`, hosts, 'hosts'),
      figure(`${what}, exceptions for best-known names`, section.exceptions, 'names'),
      atMost(
        0,
        figure(`${what}, wrong blocks over ${known.length} best-known sites`, wrong, 'sites'),
      ),
      atMost(0, figure(`${what}, missed listed hosts`, missed.length, 'hosts')),
      figure(`${what}, public suffixes on it, never closed`, suffixes.length, 'hosts'),
      atMost(20, figure(`${what}, built in node with its exceptions, own CPU time`, seconds, 's')),
    ],
  };
}

/** From bytes in memory to the first answer, and what the set then holds. */
export function openedFrom(what: string, buffer: ArrayBuffer): Result[] {
  const milliseconds: number[] = [];
  for (let round = 0; round < 21; round += 1) {
    const copy = buffer.slice();
    const start = performance.now();
    opened(copy).has(hashesOf('www.example.org'));
    milliseconds.push(performance.now() - start);
  }
  const before = inUse();
  const copies = Array.from({ length: 4 }, () => opened(buffer.slice()));
  const each = (inUse() - before) / copies.length / 2 ** 20;
  copies[0]?.has(hashesOf('www.example.org'));
  return [
    atMost(10, figure(`${what}, ready once its bytes are in memory`, median(milliseconds), 'ms')),
    atMost(25, figure(`${what}, memory`, each, 'MiB')),
  ];
}

/** With the CPU time of this process, which other work on the machine does not stretch. */
function sectionOf(
  list: readonly string[],
  knownHosts: Iterable<string>,
): { section: BuiltSection; seconds: number } {
  const before = process.cpuUsage();
  const builder = createSectionBuilder();
  for (const host of list) builder.add(host);
  const section = builder.finish({ knownHosts });
  const { user, system } = process.cpuUsage(before);
  return { section, seconds: (user + system) / 1e6 };
}

const packed = ({ bytes }: BuiltSection): ArrayBuffer => packCategory([{ listId: 'list', bytes }]);

function opened(buffer: ArrayBuffer): CategorySet {
  const result = openCategory(buffer);
  if (!result.ok) throw new Error(result.failure);
  return result.value;
}

/** Known sites that the set closes though nobody listed them or a parent of them. */
function wrongIn(set: CategorySet, known: readonly string[], listed: ReadonlySet<string>): number {
  const hashes = createHostHashes();
  const isListed = (host: string): boolean => {
    const { levels } = restOf(hashesOf(host, hashes));
    for (let level = 0; level < levels; level += 1) {
      if (listed.has(nameAt(hashes, level))) return true;
    }
    return false;
  };
  return known.filter((host) => set.has(hashesOf(host, hashes)) && !isListed(host)).length;
}

/** Bytes of live objects and buffers. */
function inUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
