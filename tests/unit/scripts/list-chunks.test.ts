import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isFeedHost } from '@/rules/lists/feed/chunk.ts';
import { bestKnownParts, cut, nextParts, type Parts } from '@/scripts/lists/chunks.ts';

const names = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `site-${(from + at).toString(36)}.test`).sort();

/** What a client makes of an edition. */
function hostsOf({ chunks, removed }: Parts): string[] {
  const gone = new Set(removed.flatMap(({ hosts }) => hosts));
  const all = chunks.flatMap(({ hosts }) => hosts);
  const there = new Set(all);
  expect(there.size).toBe(all.length);
  expect([...gone].every((host) => there.has(host))).toBe(true);
  return all.filter((host) => !gone.has(host)).sort();
}
const bytesOf = (parts: Parts): number =>
  [...parts.chunks, ...parts.removed]
    .filter(({ bytes }) => bytes !== null)
    .reduce((sum, { chunk }) => sum + chunk.length, 0);
/** As the next edition finds it: without bytes, so that what is sent again can be told. */
const lying = ({ chunks, removed }: Parts): Parts => ({
  chunks: chunks.map((part) => ({ ...part, bytes: null })),
  removed: removed.map((part) => ({ ...part, bytes: null })),
});

test('cutting loses no host and keeps chunks within bounds', () => {
  const hosts = names(0, 100_000);
  const pieces = cut(hosts);
  expect(pieces.flat()).toEqual(hosts);
  for (const piece of pieces.slice(0, -1)) {
    expect(piece.length).toBeGreaterThanOrEqual(4_096);
    expect(piece.length).toBeLessThanOrEqual(65_536);
  }
  expect(cut([])).toEqual([]);
});

test('one host more changes one chunk of a cut', () => {
  const hosts = names(0, 100_000);
  const before = new Set(cut(hosts).map((piece) => piece.join()));
  const after = cut([...hosts, 'site-8.middle.test'].sort());
  expect(after.filter((piece) => !before.has(piece.join()))).toHaveLength(1);
});

test('the same hosts give the same bytes', () => {
  const [a, b] = [nextParts(null, names(0, 5_000)), nextParts(null, names(0, 5_000))];
  expect(b.chunks.map(({ bytes }) => bytes)).toEqual(a.chunks.map(({ bytes }) => bytes));
});

test('after any row of editions a client has just the hosts that were meant', () => {
  const edit = fc.record({
    from: fc.integer({ min: 0, max: 6_000 }),
    remove: fc.integer({ min: 0, max: 900 }),
    add: fc.integer({ min: 0, max: 300 }),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 40 }), (edits) => {
      let hosts = new Set(names(0, 6_000));
      let parts = nextParts(null, [...hosts].sort());
      for (const { from, remove, add } of edits) {
        const gone = new Set(names(from, remove));
        hosts = new Set(
          [...hosts].filter((host) => !gone.has(host)).concat(names(from + 500, add)),
        );
        const wanted = [...hosts].sort();
        parts = nextParts(lying(parts), wanted);
        expect(hostsOf(parts)).toEqual(wanted);
        expect(parts.chunks.length + parts.removed.length).toBeLessThan(60);
      }
    }),
    { numRuns: 10 },
  );
});

test('a change of a hundredth is sent in a fraction of the whole, edition after edition', () => {
  const size = 30_000;
  let wanted = names(0, size);
  let parts = nextParts(null, wanted);
  const whole = bytesOf(parts);
  let sent = 0;
  for (let edition = 1; edition <= 26; edition += 1) {
    const gone = new Set(wanted.filter((_, at) => at % 200 === edition));
    const fresh = names(size * 2 + edition * 150, 150);
    wanted = [...wanted.filter((host) => !gone.has(host)), ...fresh].sort();
    parts = nextParts(lying(parts), wanted);
    sent += bytesOf(parts);
    expect(hostsOf(parts)).toEqual(wanted);
    if (edition === 1) expect(bytesOf(parts)).toBeLessThan(whole * 0.04);
  }
  expect(sent / 26).toBeLessThan(whole * 0.1);
});

test('the best known stand in the first chunk, each chunk sorted within', () => {
  const ranked = names(0, 12_345).toReversed();
  const parts = bestKnownParts(ranked);
  expect(parts.map(({ hosts }) => hosts.length)).toEqual([1_000, 9_000, 2_345]);
  expect(new Set(parts[0]?.hosts)).toEqual(new Set(ranked.slice(0, 1_000)));
  for (const { hosts } of parts) {
    expect(hosts).toEqual([...hosts].sort());
    expect(hosts.every(isFeedHost)).toBe(true);
  }
});
