// Which listed hosts are under other listed hosts, and which names have listed hosts under them.
import { HashPile, placeOf } from './hash-table.ts';
import { type HostHashes, nameAt } from './hash.ts';

/** Collects every host of more than two labels with its parents. */
export class Kinship {
  readonly #isSuffix: (name: string) => boolean;
  // Each pile of pairs holds a host and one parent of it, side by side.
  readonly #coverPairs: Pairs = { hosts: new HashPile(), parents: new HashPile() };
  readonly #rootPairs: Pairs = { hosts: new HashPile(), parents: new HashPile() };

  constructor(isSuffix: (name: string) => boolean) {
    this.#isSuffix = isSuffix;
  }

  add(hashes: HostHashes): void {
    const last = hashes.levels - 1;
    for (let level = 0; level < last; level += 1) {
      if (level === 0) addPair(this.#rootPairs, hashes, level);
      // A public suffix is never listed, so it covers nothing.
      if (!this.#isSuffix(nameAt(hashes, level))) addPair(this.#coverPairs, hashes, level);
    }
  }

  /** Of sorted listed hosts, those that no other covers, and the names of two labels that these are under. */
  sift(listed: Uint32Array): { kept: Uint32Array; roots: Uint32Array } {
    const isCovered = new Uint8Array(listed.length / 2);
    eachPair(this.#coverPairs, (host, parent) => {
      if (placeOf(listed, parent.first, parent.second) === -1) return;
      isCovered[placeOf(listed, host.first, host.second)] = 1;
    });
    const roots = new HashPile();
    eachPair(this.#rootPairs, (host, root) => {
      if (isCovered[placeOf(listed, host.first, host.second)] === 1) return;
      roots.add(root.first, root.second);
    });
    return { kept: without(listed, isCovered), roots: roots.takeSorted() };
  }
}

function addPair({ hosts, parents }: Pairs, { words, levels }: HostHashes, level: number): void {
  hosts.add(words[2 * levels - 2] ?? 0, words[2 * levels - 1] ?? 0);
  parents.add(words[2 * level] ?? 0, words[2 * level + 1] ?? 0);
}

type Hash = { first: number; second: number };
type Pairs = { readonly hosts: HashPile; readonly parents: HashPile };

function eachPair(pairs: Pairs, tell: (host: Hash, parent: Hash) => void): void {
  const hosts = pairs.hosts.words();
  const parents = pairs.parents.words();
  const host: Hash = { first: 0, second: 0 };
  const parent: Hash = { first: 0, second: 0 };
  for (let index = 0; index < hosts.length; index += 2) {
    host.first = hosts[index] ?? 0;
    host.second = hosts[index + 1] ?? 0;
    parent.first = parents[index] ?? 0;
    parent.second = parents[index + 1] ?? 0;
    tell(host, parent);
  }
}

function without(listed: Uint32Array, isLeftOut: Uint8Array): Uint32Array {
  const kept = new Uint32Array(listed.length);
  let length = 0;
  for (let index = 0; index < isLeftOut.length; index += 1) {
    if (isLeftOut[index] === 1) continue;
    kept[length] = listed[2 * index] ?? 0;
    kept[length + 1] = listed[2 * index + 1] ?? 0;
    length += 2;
  }
  return kept.subarray(0, length);
}
