import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  type Evidence,
  pictureEvidence,
  riskTopics,
  type Source,
  type Weight,
} from '@/rules/risk/evidence.ts';
import { foundRiskSchema } from '@/rules/risk/found.ts';
import { judgeRisk } from '@/rules/risk/judge-risk.ts';

const sources: readonly Source[] = [
  'address',
  'label',
  'gate',
  'text',
  'pictures',
  'form',
  'imitation',
];
const piece = (source: Source, weight: Weight, topic: Evidence['topic'] = 'adult'): Evidence => ({
  topic,
  source,
  weight,
  sign: `${source}-sign`,
});
const anyEvidence = fc.array(
  fc.record({
    topic: fc.constantFrom(...riskTopics),
    source: fc.constantFrom(...sources),
    weight: fc.constantFrom<Weight>(1, 2, 3),
    sign: fc.constantFrom('riskGate', 'riskAddress', 'riskQuery'),
  }),
  { maxLength: 12 },
);
const levels = { nothing: 0, warn: 1, close: 2 } as const;
const levelOf = (evidence: readonly Evidence[]): number =>
  levels[judgeRisk(evidence)?.level ?? 'nothing'];

describe('the verdict on what was found in a page', () => {
  test.each<[string, Evidence[], string | null]>([
    ['nothing', [], null],
    ['a likely text', [piece('text', 2)], null],
    ['a clear text', [piece('text', 3)], 'warn'],
    ['a name', [piece('address', 3)], 'warn'],
    ['a word in a path', [piece('address', 1)], null],
    ['a word in a path and a text that may be', [piece('address', 1), piece('text', 2)], 'warn'],
    ['a word in a path and a clear text', [piece('address', 1), piece('text', 3)], 'warn'],
    ['a name and a likely text', [piece('address', 3), piece('text', 2)], 'close'],
    ['a gate and a likely text', [piece('gate', 3), piece('text', 2)], 'close'],
    ['a gate alone', [piece('gate', 3)], 'warn'],
    ['two likely sources', [piece('gate', 2), piece('text', 2)], 'warn'],
    ['clear words in title and body', [piece('text', 3), piece('text', 3)], 'warn'],
    ['a label alone, which has its own rule', [piece('label', 3)], null],
    ['a label and a clear text', [piece('label', 3), piece('text', 3)], 'close'],
    ['an imitation alone, which has its own rule', [piece('imitation', 3, 'scam')], null],
    [
      'an imitation that asks for a password',
      [piece('imitation', 3, 'scam'), piece('form', 2, 'scam')],
      'close',
    ],
    ['unsafe pictures alone', pictureEvidence(5), 'warn'],
    ['one unsafe picture', pictureEvidence(1), null],
    ['one unsafe picture and a name', [...pictureEvidence(1), piece('address', 3)], 'close'],
    [
      'prize words and a form that asks for a card',
      [piece('text', 2, 'scam'), piece('form', 3, 'scam')],
      'close',
    ],
  ])('of %s', (_, evidence, level) => {
    expect(judgeRisk(evidence)?.level ?? null).toBe(level);
  });

  test('takes a gate for the topic that something else speaks for', () => {
    expect(judgeRisk([piece('gate', 3), piece('text', 3, 'gambling')])).toEqual({
      topic: 'gambling',
      level: 'close',
      signs: ['gate-sign', 'text-sign'],
    });
    expect(judgeRisk([piece('gate', 3)])?.topic).toBe('adult');
    expect(judgeRisk([piece('gate', 3), piece('text', 3, 'self-harm')])?.level).toBe('warn');
  });

  test('does not add up what speaks for different topics', () => {
    const found = judgeRisk([piece('address', 3, 'gambling'), piece('text', 3, 'self-harm')]);
    expect(found?.level).toBe('warn');
  });

  test('says each sign once, the strongest first', () => {
    const found = judgeRisk([piece('address', 1), piece('text', 2), piece('gate', 3)]);
    expect(found?.signs).toEqual(['gate-sign', 'text-sign', 'address-sign']);
  });

  test('never closes for what one source says, however often', () => {
    fc.assert(
      fc.property(anyEvidence, fc.constantFrom(...sources), (evidence, source) => {
        expect(levelOf(evidence.map((one) => ({ ...one, source })))).toBeLessThan(levels.close);
      }),
    );
  });

  test('never closes for two pieces that are both less than clear', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const likely = evidence.map((one) => ({ ...one, weight: 2 as const }));
        const two = sources.slice(0, 2);
        expect(levelOf(likely.filter(({ source }) => two.includes(source)))).toBeLessThan(2);
      }),
    );
  });

  test('is the same in whatever order the pieces came, and fits what is kept of it', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        expect(levelOf(evidence.toReversed())).toBe(levelOf(evidence));
        const found = judgeRisk(evidence);
        if (found !== null) expect(foundRiskSchema.parse(found)).toEqual(found);
      }),
    );
  });

  test('gets no milder when more is found', () => {
    fc.assert(
      fc.property(anyEvidence, anyEvidence, (evidence, more) => {
        expect(levelOf([...evidence, ...more])).toBeGreaterThanOrEqual(levelOf(evidence));
      }),
    );
  });
});
