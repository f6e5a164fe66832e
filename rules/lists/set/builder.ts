// Makes one section of one list. Meant for a thread of its own: a list of millions takes seconds and some 200 MB.
import { publicSuffixes, type Suffixes } from '../suffix-check.ts';
import { buildBody } from './build-body.ts';
import { headBytes, exceptionsAt, sectionBytes, type SectionHead, writeHead } from './format.ts';
import { HashPile, placeOf } from './hash-table.ts';
import { createHostHashes, hashesOf, restOf } from './hash.ts';
import { Kinship } from './kinship.ts';
import { Section } from './section.ts';

export type BuiltSection = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Different hosts given. */
  readonly count: number;
  /** Those of them that are under another one, and therefore take no room. */
  readonly covered: number;
  /** Best-known names that the filter would have taken for listed ones by chance. */
  readonly exceptions: number;
};

export type SectionBuilder = {
  /** Takes a canonical host. False: a single label or another public suffix, which no list can name. */
  readonly add: (host: string) => boolean;
  /**
   * Ends the list. The known hosts and all their parents are never closed by chance, and no public suffix is: a set has
   * no list of suffixes to ask on a hit, nor needs it.
   */
  readonly finish: (options?: { readonly knownHosts?: Iterable<string> }) => BuiltSection;
};

/** The same hosts in any order, with the same known hosts, give the same bytes. */
export function createSectionBuilder(suffixes: Suffixes = publicSuffixes()): SectionBuilder {
  const { isSuffix } = suffixes;
  const hosts = new HashPile();
  const kinship = new Kinship(isSuffix);
  const hashes = createHostHashes();
  return {
    add(host) {
      const { words, levels } = restOf(hashesOf(host, hashes));
      if (levels === 0 || isSuffix(host)) return false;
      hosts.add(words[2 * levels - 2] ?? 0, words[2 * levels - 1] ?? 0);
      if (levels > 1) kinship.add(hashes);
      return true;
    },
    finish({ knownHosts = [] } = {}) {
      const listed = hosts.takeSorted();
      const { kept, roots } = kinship.sift(listed);
      const count = listed.length / 2;
      const { head, body } = buildBody({ kept, roots, count });
      const bare = joined(head, new Uint32Array(0), body);
      const spared = both(suffixes.names(), knownHosts);
      const exceptions = falseHits(new Section(bare.buffer, 0, head), listed, spared);
      const bytes = joined({ ...head, exceptions: exceptions.length / 2 }, exceptions, body);
      return {
        bytes,
        count,
        covered: (listed.length - kept.length) / 2,
        exceptions: exceptions.length / 2,
      };
    },
  };
}

function* both(some: Iterable<string>, others: Iterable<string>): Generator<string> {
  yield* some;
  yield* others;
}

/** Every name among the known ones and their parents that the filter hits, and nobody listed. */
function falseHits(
  section: Section,
  listed: Uint32Array,
  knownHosts: Iterable<string>,
): Uint32Array {
  const found = new HashPile();
  const hashes = createHostHashes();
  for (const host of knownHosts) {
    const { words, levels } = restOf(hashesOf(host, hashes));
    for (let level = 0; level < levels; level += 1) {
      if (!section.hitsAt(hashes, level)) continue;
      const first = words[2 * level] ?? 0;
      const second = words[2 * level + 1] ?? 0;
      if (placeOf(listed, first, second) === -1) found.add(first, second);
    }
  }
  return found.takeSorted();
}

function joined(
  head: SectionHead,
  exceptions: Uint32Array,
  body: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sectionBytes(head));
  writeHead(new Uint32Array(bytes.buffer, 0, headBytes / 4), head);
  new Uint32Array(bytes.buffer, exceptionsAt, exceptions.length).set(exceptions);
  bytes.set(body, exceptionsAt + 4 * exceptions.length);
  return bytes;
}
