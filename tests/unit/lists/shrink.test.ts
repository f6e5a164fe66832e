import fc from 'fast-check';
import { expect, test } from 'vitest';

import { hasShrunk } from '@/rules/lists/shrink.ts';

test.each([
  [0, 0, false],
  [0, 5_000_000, false],
  [1000, 700, false],
  [1000, 699, true],
  [5_000_000, 3_500_000, false],
  [5_000_000, 3_499_999, true],
  [1000, 4000, false],
  [1000, 0, true],
  [50, 30, false],
  [50, 29, true],
  [10, 5, false],
  [10, 4, true],
  [1, 0, true],
])('from %i hosts to %i: shrunken %s', (before, now, shrunken) => {
  expect(hasShrunk(before, now)).toBe(shrunken);
});

test('a list that grows or stays is never shrunken, and one that loses more than half always is', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (before, more) => {
      expect(hasShrunk(before, before + more)).toBe(false);
      if (before > 0) expect(hasShrunk(before, Math.ceil(before / 2) - 1)).toBe(true);
    }),
  );
});
