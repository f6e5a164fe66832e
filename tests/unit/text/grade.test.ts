// Grades: of one kind of text, how far a message lies above nearly all ordinary ones.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { makeTextJudge } from '../../../rules/text/judge-text.ts';
import { textClasses } from '../../../rules/text/judge.ts';
import { readModel, writeModel, type Header } from '../../../rules/text/model.ts';
import { smallModel } from './small-model.ts';

const judgeWith = (usual: number | undefined) => {
  const { grooming } = smallModel.settings.topics;
  const latin = { ...grooming.latin, ...(usual === undefined ? {} : { usual }) };
  const topics: Header['topics'] = {
    ...smallModel.settings.topics,
    grooming: { ...grooming, latin },
  };
  const read = readModel(writeModel({ ...smallModel.settings, topics }, smallModel.tables));
  if (!read.ok) throw new Error(read.failure);
  return makeTextJudge(read.value);
};

describe('a grade', () => {
  test('counts from the level that few ordinary messages go over', () => {
    const from = (usual: number): number =>
      judgeWith(usual).grade?.('are you there', 'grooming') ?? Number.NaN;
    expect(from(0) - from(1)).toBeCloseTo(1);
  });

  test('is not given where the model knows no such level, nor for a text without words', () => {
    expect(judgeWith(undefined).grade?.('are you there', 'grooming')).toBeNull();
    expect(judgeWith(0).grade?.('?!', 'grooming')).toBeNull();
  });

  test('is a number or nothing for every text and kind', () => {
    const { grade } = judgeWith(0);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...textClasses), (text, of) => {
        const found = grade?.(text, of) ?? 0;
        expect(Number.isFinite(found)).toBe(true);
      }),
    );
  });
});
