import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { judgeScores, readScores, type Scores } from '@/rules/pictures/scores.ts';
import {
  isTooSlow,
  isUnsafeForAll,
  patienceMs,
  revealOffer,
  verdictOf,
} from '@/rules/pictures/verdict.ts';
import { ageBands } from '@/rules/policy/schema.ts';

const scores = (given: Partial<Scores>): Scores => ({
  drawing: 0,
  hentai: 0,
  neutral: 0,
  porn: 0,
  sexy: 0,
  ...given,
});
const probability = fc.double({ min: 0, max: 1, noNaN: true });
const order = { safe: 0, unsure: 1, unsafe: 2 } as const;

describe('the five classes of the model', () => {
  test('are read in its order, and nothing else is read', () => {
    expect(readScores([0.1, 0.2, 0.3, 0.25, 0.15])).toEqual({
      drawing: 0.1,
      hentai: 0.2,
      neutral: 0.3,
      porn: 0.25,
      sexy: 0.15,
    });
    for (const wrong of [[], [1], [0, 0, 0, 0, Number.NaN], [0, 0, 0, 0, -1], [2, 0, 0, 0, 0]])
      expect(readScores(wrong)).toBeNull();
  });

  test('what is explicit is unsafe at every age, drawn or not', () => {
    for (const band of ageBands) {
      expect(judgeScores(scores({ porn: 0.95 }), band)).toBe('unsafe');
      expect(judgeScores(scores({ hentai: 0.95 }), band)).toBe('unsafe');
      expect(judgeScores(scores({ hentai: 0.45, porn: 0.45 }), band)).toBe('unsafe');
      expect(judgeScores(scores({ neutral: 0.9, drawing: 0.1 }), band)).toBe('safe');
    }
  });

  test('what is only sexy counts for the younger bands alone', () => {
    const sexy = scores({ sexy: 0.9, neutral: 0.1 });
    expect(ageBands.map((band) => judgeScores(sexy, band))).toEqual([
      'unsafe',
      'unsafe',
      'safe',
      'safe',
    ]);
  });

  test('an older child is never kept from what a younger one sees', () => {
    fc.assert(
      fc.property(probability, probability, probability, (hentai, porn, sexy) => {
        const each = ageBands.map(
          (band) => order[judgeScores(scores({ hentai, porn, sexy }), band)],
        );
        expect(each.toSorted((a, b) => b - a)).toEqual(each);
      }),
    );
  });

  test('more of what is explicit never makes a picture safer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ageBands), probability, probability, (band, less, more) => {
        const [low, high] = [Math.min(less, more), Math.max(less, more)];
        expect(order[judgeScores(scores({ porn: high }), band)]).toBeGreaterThanOrEqual(
          order[judgeScores(scores({ porn: low }), band)],
        );
      }),
    );
  });
});

describe('what the page does with a picture', () => {
  const doubtful = { kind: 'scores', scores: scores({ porn: 0.3 }) } as const;

  test('doubt keeps hidden what is hidden, and lets be what is only covered when unsafe', () => {
    expect(judgeScores(doubtful.scores, '5-8')).toBe('unsure');
    expect(verdictOf(doubtful, '5-8', 'hide')).toBe('unsafe');
    expect(verdictOf(doubtful, '5-8', 'cover')).toBe('safe');
  });

  test('what counts against its page is unsafe at every age; what is only sexy, or was not seen, does not', () => {
    fc.assert(
      fc.property(probability, probability, probability, (hentai, porn, sexy) => {
        const looked = { kind: 'scores', scores: scores({ hentai, porn, sexy }) } as const;
        const areUnsafe = ageBands.every((band) => judgeScores(looked.scores, band) === 'unsafe');
        expect(isUnsafeForAll(looked)).toBe(areUnsafe);
      }),
    );
    expect(isUnsafeForAll({ kind: 'scores', scores: scores({ sexy: 1 }) })).toBe(false);
    expect(isUnsafeForAll({ kind: 'none' })).toBe(false);
  });

  test('what could not be looked at is said to be so; lines are shown', () => {
    expect(verdictOf({ kind: 'none' }, '9-12', 'hide')).toBe('unchecked');
    expect(verdictOf({ kind: 'vector' }, '5-8', 'hide')).toBe('safe');
  });

  test('a press offers what the rule allows: never, a grown-up, or at once', () => {
    expect((['never', 'pin', 'tap'] as const).map(revealOffer)).toEqual([null, 'ask', 'reveal']);
  });

  test('nobody waits for ever, and a line that is too long is not waited for', () => {
    expect(isTooSlow(0, 39, 3000)).toBe(false);
    expect(isTooSlow(2000, 39, 100)).toBe(false);
    expect(isTooSlow(2000, 39, 3000)).toBe(true);
    expect(isTooSlow(patienceMs + 1, 0, 0)).toBe(true);
  });
});
