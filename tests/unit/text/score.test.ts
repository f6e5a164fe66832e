// Scores: of any text, the same each time, whatever was scored before.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { makeTextJudge } from '../../../rules/text/judge-text.ts';
import { readModel, writeModel, type TextModel } from '../../../rules/text/model.ts';
import { createScorer } from '../../../rules/text/score.ts';
import { smallModel } from './small-model.ts';

const model = ((): TextModel => {
  const read = readModel(writeModel(smallModel.settings, smallModel.tables));
  if (!read.ok) throw new Error(read.failure);
  return read.value;
})();
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.lorem({ mode: 'sentences', maxCount: 3 }),
);

describe('scoring', () => {
  test('gives numbers for every text', () => {
    const score = createScorer(model);
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, words) => {
        for (const { values } of score(text, words).stretches)
          for (const value of values) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });

  test('does not remember: a text scores the same alone and after others', () => {
    const used = createScorer(model);
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
        const last = texts.at(-1) ?? '';
        for (const text of texts) used(text, 7);
        expect(used(last, 7)).toEqual(createScorer(model)(last, 7));
      }),
      { numRuns: 30 },
    );
  });

  test('is the same for a word and its disguises', () => {
    const score = createScorer(model);
    const plain = score('you are an idiot and stupid', 64);
    for (const disguised of [
      'you are an 1d10t and stuuuuupid',
      'YOU ARE AN I.D.I.O.T AND STUPID',
      'you are an i d i o t and ѕtuріd',
      'y\u200bou are an іdіоt and ｓｔｕｐｉｄ',
    ])
      expect(score(disguised, 64).stretches).toEqual(plain.stretches);
  });

  test('parts a long text into stretches and finds the script of most words', () => {
    const score = createScorer(model);
    const text = 'ایک دو تین چار پانچ چھ سات ok';
    const { script, stretches } = score(text, 3);
    expect(script).toBe('arabic');
    expect(stretches.map(({ words }) => words)).toEqual([3, 3, 2]);
    expect(score('你好吗', 64).script).toBe('han');
    expect(score('как дела', 64).script).toBe('cyrillic');
  });

  test('has nothing to say where there are no words', () => {
    const judge = makeTextJudge(model);
    for (const empty of ['', ' ', '\n\t', '\u200b', '?!', '\ud83d'])
      expect(judge(empty, 'message')).toEqual([]);
  });

  test('ends on a text of two million letters without a gap', () => {
    const judge = makeTextJudge(model);
    expect(Array.isArray(judge('x'.repeat(2_000_000), 'page'))).toBe(true);
  });
});

describe('findings', () => {
  test('come strongest first, with what the thresholds say', () => {
    const judge = makeTextJudge(model);
    fc.assert(
      fc.property(anyText, fc.constantFrom('message' as const, 'page' as const), (text, kind) => {
        const found = judge(text, kind);
        const sorted = found.map(({ probability }) => probability);
        expect(sorted).toEqual(sorted.toSorted((left, right) => right - left));
        for (const { level, probability } of found) {
          // A short page is judged as a message is: the lowest threshold of the small model.
          const least = 1 / (1 + Math.exp(-0.5));
          expect(probability).toBeGreaterThanOrEqual(least - 1e-9);
          expect(['likely', 'clear']).toContain(level);
        }
      }),
    );
  });
});
