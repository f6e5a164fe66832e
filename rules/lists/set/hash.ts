// One pass from right to left hashes a host and every parent of it: a name's hash goes on from its parent's.
// 64 bits in two lanes; the second also takes in the first, so that a pair of names must agree in both by chance.
// The hash is not secret. Who crafts a name with the hash of another site, and gets that name onto a list, closes
// the other site for those who took the list: no more than a list can do anyway, and undone by one exception.

const firstFactor = 0x9e3779b1 | 0;
const secondFactor = 0x85ebca6b | 0;
const firstStart = 0x53414154 | 0;
const secondStart = 0x48490a1d | 0;
const dot = 46;

/** No name that can be resolved has more labels (253 characters); deeper names are judged by these parents. */
const mostLevels = 128;

/** The hashes of one host: level 0 is the name of its last two labels, the last level the host itself. */
export type HostHashes = {
  host: string;
  /** Where the host ends: before a trailing dot. */
  end: number;
  /** How many are made: one, until `restOf` makes the others. */
  levels: number;
  /** Two words a level. */
  readonly words: Int32Array;
  /** Where each level's name starts in the host. */
  readonly starts: Int32Array;
  /** The dot before which the pass has stopped; -1 when it is through. */
  next: number;
};

export const createHostHashes = (): HostHashes => ({
  host: '',
  end: 0,
  levels: 0,
  words: new Int32Array(2 * mostLevels),
  starts: new Int32Array(mostLevels),
  next: -1,
});

/**
 * Hashes a canonical host, at first its last two labels: most look-ups need no more. Pass `into` to use the same
 * memory again; what it held is gone then. A single label ("localhost", a bare top-level name) has no level.
 */
export function hashesOf(host: string, into: HostHashes = createHostHashes()): HostHashes {
  if (host === into.host) return into;
  let end = host.length;
  while (end > 0 && host.charCodeAt(end - 1) === dot) end -= 1;
  let first = firstStart;
  let second = secondStart;
  let isTop = true;
  let index = end - 1;
  for (; index >= 0; index -= 1) {
    const code = host.charCodeAt(index);
    if (code === dot) {
      if (!isTop) break;
      isTop = false;
    }
    first = Math.imul(first ^ code, firstFactor);
    second = Math.imul(second ^ code ^ (first >>> 15), secondFactor);
  }
  into.words[0] = first;
  into.words[1] = second;
  into.starts[0] = index + 1;
  into.host = host;
  into.end = end;
  into.levels = isTop ? 0 : 1;
  into.next = index;
  return into;
}

/** Makes the hashes of the longer names, up to the host itself, unless they are made. */
export function restOf(hashes: HostHashes): HostHashes {
  if (hashes.next < 0) return hashes;
  const { host, words, starts } = hashes;
  let first = words[0] ?? 0;
  let second = words[1] ?? 0;
  let levels = 1;
  for (let index = hashes.next; index >= 0; index -= 1) {
    const code = host.charCodeAt(index);
    if (code === dot && index < hashes.next && levels < mostLevels) {
      words[2 * levels] = first;
      words[2 * levels + 1] = second;
      starts[levels] = index + 1;
      levels += 1;
    }
    first = Math.imul(first ^ code, firstFactor);
    second = Math.imul(second ^ code ^ (first >>> 15), secondFactor);
  }
  if (levels < mostLevels) {
    words[2 * levels] = first;
    words[2 * levels + 1] = second;
    starts[levels] = 0;
    levels += 1;
  }
  hashes.levels = levels;
  hashes.next = -1;
  return hashes;
}

/** The name of one level, for the few questions that need it as text. */
export const nameAt = ({ host, starts, end }: HostHashes, level: number): string =>
  host.slice(starts[level] ?? end, end);
