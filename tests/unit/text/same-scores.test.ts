// Scores stay what they were while the scorer is made faster: against numbers kept from a plain version of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readModel, writeModel } from '../../../rules/text/model.ts';
import { createScorer } from '../../../rules/text/score.ts';
import { variedTexts } from '../../support/varied-texts.ts';
import { smallModel } from './small-model.ts';

type Kept = { readonly script: string; readonly stretches: readonly (readonly number[])[] };

/** Of each text: its script; of each stretch its words, then its scores to seven places. */
const kept = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/text/kept-scores.json'), 'utf8'),
) as Kept[];

test('every text scores what it scored before', () => {
  const read = readModel(writeModel(smallModel.settings, smallModel.tables));
  if (!read.ok) throw new Error(read.failure);
  const score = createScorer(read.value);
  const texts = variedTexts(kept.length);
  expect(texts.length).toBeGreaterThan(250);
  texts.forEach((text, at) => {
    const { script, stretches } = score(text, 64);
    const { stretches: expected, ...rest } = kept[at] ?? { script: '', stretches: [] };
    expect({ script }, text).toEqual(rest);
    expect(
      stretches.map(({ words }) => words),
      text,
    ).toEqual(expected.map(([words]) => words));
    stretches.forEach(({ values }, place) => {
      const before = expected[place] ?? [];
      for (const [head, value] of values.entries())
        // Floats may be rounded at another step; nothing else may differ.
        expect(Math.abs(value - (before[head + 1] ?? NaN)), text).toBeLessThan(2e-6);
    });
  });
});
