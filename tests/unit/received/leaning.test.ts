import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { leaningOf } from '@/rules/received/leaning.ts';
import { judgeReceived } from '@/rules/received/pressure.ts';
import type { TextGrade, TextJudge } from '@/rules/text/judge.ts';

import { message } from '../../support/chats.ts';

/** Messages that begin with a number are as far above the ordinary as it says. */
const grade: TextGrade = (text) => {
  const over = Number.parseFloat(text);
  return Number.isNaN(over) ? null : over;
};
const leaning = (texts: readonly string[], counts = 1): string =>
  leaningOf(
    texts.map((text) => ({ text, counts })),
    grade,
    'grooming',
  );

describe('several messages together', () => {
  test('say more than the plainest of them alone', () => {
    expect(leaning(['99 a'])).toBe('none');
    expect(leaning(['1.2 a', '1.2 b'])).toBe('some');
    expect(leaning(['1.3 a', '1.3 b', '1.3 c'])).toBe('much');
  });

  test('are no evidence where one is said again and again', () => {
    expect(leaning(['9 a', '9 a', '9 a', '9 a'])).toBe('none');
  });

  test('are forgotten among ordinary ones: a long chat adds up to nothing', () => {
    const far = Array.from({ length: 40 }, (_, at) => `${at % 5 === 0 ? 1.5 : -4} ${at}`);
    expect(leaning(far)).toBe('none');
    expect(leaning(['1.8 a', 'nothing known', '1.8 b', '-4 c', '1.8 d'])).toBe('much');
  });

  test('count half where nobody knows who wrote them', () => {
    expect(leaning(['1.2 a', '1.2 b', '1.2 c'], 0.5)).toBe('none');
  });

  test('never lean more for being less plain', () => {
    const levels = ['none', 'some', 'much'];
    const scores = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(scores, (overs) => {
        const said = (by: number): number =>
          levels.indexOf(leaning(overs.map((over, at) => `${(over + by).toFixed(3)} ${at}`)));
        expect(said(0)).toBeGreaterThanOrEqual(said(-1));
      }),
    );
  });
});

describe('the card', () => {
  const judge: TextJudge = Object.assign(() => [], { grade });
  const says = (lines: readonly string[]) => judgeReceived(lines.map(message), judge);

  test('comes where no phrase is known but message after message leans the same way', () => {
    const noticed = says(['<2 a', '>hm', '<2 b', '<2 c']);
    expect(noticed).toEqual({ kind: 'pressure', level: 1, signs: ['model'] });
  });

  test('comes not for what the child wrote, nor for what a parent writes', () => {
    expect(says(['>2 a', '>2 b', '>2 c'])).toBeNull();
    expect(says(['<2 a', '>yes mum', '<2 b', '<2 c'])).toBeNull();
  });

  test('comes sooner where a phrase was found too', () => {
    const lines = ['<how old are you', '<are you home alone'];
    expect(says(lines)).toBeNull();
    expect(says([...lines, '<1.2 a', '<1.2 b'])?.signs).toEqual(['alone', 'age']);
    expect(says(['<how old are you', '<1.2 a', '<1.2 b'])).toBeNull();
  });
});
