import { expect, test } from 'vitest';

import { foldMessage } from '@/rules/phrases/fold.ts';

test('of a long message the start and the end are read', () => {
  const folded = foldMessage(`Begin ${'x y '.repeat(1000)} the END`);
  expect(folded.startsWith(' begin ')).toBe(true);
  expect(folded.endsWith(' the end ')).toBe(true);
  expect(folded.length).toBeLessThan(1000);
});

test('signs that stand for whole sentences make no message eighteen times as long', () => {
  expect(foldMessage('\uFDFA'.repeat(800)).length).toBeLessThanOrEqual(1602);
});

test('digits of Arabic and Urdu become those that phrases are written with', () => {
  expect(foldMessage('حولي ٣٠٩ ريال')).toContain(' 309 ');
  expect(foldMessage('۵۰۰۰ روپے')).toContain(' 5000 ');
});
