// The place of a host among a million best-known ones, in twelve bytes a host.
import { hashOfName } from '@/rules/hosts/suffix-set.ts';

/** A line at a time: a million texts at once would be a hundred megabytes. */
export function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end;
    if (stop > start) yield text.slice(start, stop);
    start = stop + 1;
  }
}

function countOf(text: string): number {
  let lines = 1;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lines += 1;
  return lines;
}

/** `best`: a host a line, the most visited first. One foreign host in some thousands is given a rank by chance; it only orders. */
export function createRanks(best: string): (host: string) => number | null {
  if (best === '') return () => null;
  // Counted, not guessed from the length: a full table has no end, and a feed can name hosts of four letters alone.
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, 1.5 * countOf(best))));
  const hashes = new Uint32Array(size);
  const ranks = new Uint32Array(size);
  const placeOf = (hash: number): number => {
    let place = hash & (size - 1);
    while (ranks[place] !== 0 && hashes[place] !== hash) place = (place + 1) & (size - 1);
    return place;
  };
  let rank = 0;
  for (const host of linesOf(best)) {
    rank += 1;
    const hash = hashOfName(host);
    const place = placeOf(hash);
    if (ranks[place] === 0) [hashes[place], ranks[place]] = [hash, rank];
  }
  return (host) => ranks[placeOf(hashOfName(host))] || null;
}
