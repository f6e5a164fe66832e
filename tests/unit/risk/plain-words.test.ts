import { expect, test } from 'vitest';

import { plainWords } from '@/rules/risk/plain-words.ts';

test('words lose case, accents and signs, and digits of every script are digits', () => {
  expect(plainWords('¡Prémios! ٣٤ ۵ ＡＢ')).toBe('premios 34 5 ab');
});

test('signs that stand for whole sentences make no page eighteen times as long', () => {
  expect(plainWords('\uFDFA'.repeat(1000)).length).toBeLessThanOrEqual(2000);
});
