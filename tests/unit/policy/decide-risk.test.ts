import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { strictness } from '@/rules/policy/decide.ts';
import { actions } from '@/rules/policy/schema.ts';
import { keptReason } from '@/rules/policy/verdict.ts';
import type { FoundRisk } from '@/rules/risk/found.ts';
import type { Signal } from '@/rules/risk/risk.ts';

import { aHousehold, aLookup, noon } from '../../support/builders.ts';

const home = aHousehold();
const risk = (level: FoundRisk['level'], topic: FoundRisk['topic'] = 'gambling'): Signal => ({
  kind: 'risk',
  topic,
  level,
  signs: ['riskGate'],
});
const judged = (household: typeof home, ...signals: Signal[]) =>
  household.judges('https://new.test/page', { signals });

describe('a page that was read and found risky', () => {
  test.each([
    ['block', 'close', 'block'],
    ['ask', 'close', 'ask'],
    ['warn', 'close', 'warn'],
    ['allow', 'close', 'allow'],
    ['block', 'warn', 'warn'],
    ['ask', 'warn', 'warn'],
    ['warn', 'warn', 'warn'],
    ['allow', 'warn', 'allow'],
  ] as const)('where the topic says %s and the signs say %s: %s', (action, level, expected) => {
    expect(judged(home.withCategory('gambling', action), risk(level)).action).toBe(expected);
  });

  test('says of what, and by which signs', () => {
    expect(judged(home.withCategory('gambling', 'block'), risk('close')).reason).toEqual({
      kind: 'risk',
      topic: 'gambling',
      signs: ['riskGate'],
    });
  });

  test('is not spoken of where the family allows the topic', () => {
    expect(judged(home, risk('close')).reason).toEqual({ kind: 'unknown' });
  });

  test('tells more than "not checked" where both only warn', () => {
    const careful = home.withFilter({ unknown: 'warn' }).withCategory('gambling', 'block');
    expect(judged(careful, risk('warn')).reason.kind).toBe('risk');
  });

  test('gives way to what the family said of the address, to a permission, and to help', () => {
    const strict = home.withCategory('gambling', 'block');
    const allowed = strict.withFilter({ allowlist: ['new.test'] });
    expect(judged(allowed, risk('close')).reason.kind).toBe('allowlist');
    expect(judged(strict.with({ help: ['new.test'] }), risk('close')).reason.kind).toBe('help');
    const given = strict.withOverride({ kind: 'host', host: 'new.test' }, noon + 60_000);
    expect(judged(given, risk('close')).reason.kind).toBe('override');
  });

  test('of a listed host does not soften what its list says', () => {
    const listed = home
      .withCategory('gambling', 'warn')
      .withCategory('games', 'block')
      .with({ lookup: aLookup({ games: ['new.test'] }) });
    expect(judged(listed, risk('close'))).toMatchObject({
      action: 'block',
      reason: { kind: 'category', category: 'games' },
    });
  });

  test('a passed warning stays passed, but no closing is passed by it; a fought one closes', () => {
    const strict = home.withCategory('gambling', 'block').with({ passed: ['new.test'] });
    expect(judged(strict, risk('warn')).action).toBe('allow');
    expect(judged(strict, risk('close')).action).toBe('block');
    const fought = home.withCategory('gambling', 'block').with({ fought: ['new.test'] });
    expect(judged(fought, risk('warn')).action).toBe('block');
  });

  test('is never judged milder than the same page without the signal', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...actions),
        fc.constantFrom(...actions),
        fc.constantFrom('warn', 'close'),
        (unknown, topic, level) => {
          const family = home.withFilter({ unknown }).withCategory('gambling', topic);
          expect(strictness[judged(family, risk(level)).action]).toBeGreaterThanOrEqual(
            strictness[judged(family).action],
          );
        },
      ),
    );
  });

  test('is stored without its signs', () => {
    const { reason } = judged(home.withCategory('gambling', 'block'), risk('close'));
    expect(keptReason(reason)).toEqual({ kind: 'risk', topic: 'gambling', signs: [] });
    expect(keptReason({ kind: 'known' })).toEqual({ kind: 'known' });
  });
});
