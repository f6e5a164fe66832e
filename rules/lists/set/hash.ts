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

/** The hashes of one host: level 0 is the shortest parent of two labels, the last level the host itself. */
export type HostHashes = {
  host: string;
  /** Where the host ends: before a trailing dot. */
  end: number;
  levels: number;
  /** Two words a level. */
  readonly words: Int32Array;
  /** Where each level's name starts in the host. */
  readonly starts: Int32Array;
};

export const createHostHashes = (): HostHashes => ({
  host: '',
  end: 0,
  levels: 0,
  words: new Int32Array(2 * mostLevels),
  starts: new Int32Array(mostLevels),
});

/**
 * Hashes a canonical host. Pass `into` to use the same memory again; what it held is gone then.
 * A single label ("localhost", a bare top-level domain) has no level: no list can name it.
 */
export function hashesOf(host: string, into: HostHashes = createHostHashes()): HostHashes {
  if (host === into.host) return into;
  const { words, starts } = into;
  let end = host.length;
  while (end > 0 && host.charCodeAt(end - 1) === dot) end -= 1;
  let first = firstStart;
  let second = secondStart;
  let levels = -1;
  for (let index = end - 1; index >= 0; index -= 1) {
    const code = host.charCodeAt(index);
    if (code === dot) {
      if (levels >= 0 && levels < mostLevels) {
        words[2 * levels] = first;
        words[2 * levels + 1] = second;
        starts[levels] = index + 1;
      }
      levels += 1;
    }
    first = Math.imul(first ^ code, firstFactor);
    second = Math.imul(second ^ code ^ (first >>> 15), secondFactor);
  }
  if (levels >= 0 && levels < mostLevels) {
    words[2 * levels] = first;
    words[2 * levels + 1] = second;
    starts[levels] = 0;
  }
  into.host = host;
  into.end = end;
  into.levels = Math.min(levels + 1, mostLevels);
  return into;
}

/** The name of one level, for the few questions that need it as text. */
export const nameAt = ({ host, starts, end }: HostHashes, level: number): string =>
  host.slice(starts[level] ?? end, end);
