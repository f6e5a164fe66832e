import { describe, expect, test } from 'vitest';

import { policyChanges } from '@/rules/policy/changes.ts';
import type { PlanStep, QuietTime, Quota } from '@/rules/policy/schema.ts';

import { day, night, withChild } from '../../support/policy-changes.ts';

const step: PlanStep = {
  id: 'step-1',
  kind: 'more-minutes',
  ruleId: 'day',
  minutes: 15,
  on: '2027-01-01',
  agreedOn: '2026-11-22',
};
const planned = (...steps: PlanStep[]) => withChild({ plan: { steps } });
const seen = (before: Parameters<typeof policyChanges>[0], after: ReturnType<typeof planned>) =>
  policyChanges(before, after).map(({ key, weakens }) => [key, weakens]);
const changed = (to: Partial<PlanStep>, from: PlanStep = step) =>
  seen(planned(from), planned({ ...from, ...to }));

describe('the plan', () => {
  test('a step that is agreed loosens one day, and says when and what', () => {
    expect(policyChanges(planned(), planned(step))).toEqual([
      {
        childId: 'zara',
        key: 'changeStep_more-minutes_on',
        values: {
          child: 'Zara',
          minutes: '15',
          scopeKey: 'changeValueAllBrowsing',
          on: '2027-01-01',
        },
        weakens: true,
      },
    ]);
    const { on: _on, ...undated } = step;
    expect(seen(planned(), planned({ ...undated, afterCalmWeeks: 4 }))).toEqual([
      ['changeStep_more-minutes_calm', true],
    ]);
  });

  test('a step that is taken away, or done, loosens nothing', () => {
    expect(seen(planned(step), planned())).toEqual([['changeStepRemoved', false]]);
    expect(changed({ takenOn: '2027-01-01' })).toEqual([['changeStepTaken', false]]);
  });

  test('a step that was done and is not any more would come twice', () => {
    expect(seen(planned({ ...step, takenOn: '2027-01-01' }), planned(step))).toEqual([
      ['changeStepChanged', true],
    ]);
  });

  test.each([
    ['later', { on: '2027-02-01' }, false],
    ['sooner', { on: '2026-12-01' }, true],
    ['smaller', { minutes: 10 }, false],
    ['bigger', { minutes: 20 }, true],
    ['after calm weeks as well', { afterCalmWeeks: 2 }, false],
    ['agreed later', { agreedOn: '2026-12-01' }, false],
    ['agreed sooner', { agreedOn: '2026-01-01' }, true],
    ['about another limit', { ruleId: 'other' }, true],
    ['of another kind', { kind: 'next-band' }, true],
  ] as const)('a step that is %s', (_, to, weakens) => {
    expect(changed(to)).toEqual([['changeStepChanged', weakens]]);
  });

  test('a step done and made bigger at once does not pass as done', () => {
    expect(changed({ takenOn: '2027-01-01', minutes: 60 })).toEqual([['changeStepChanged', true]]);
  });

  describe('the rule that a step is about', () => {
    const rules = (quotas: readonly Quota[], quietTimes: readonly QuietTime[] = []) =>
      withChild({
        quotas: [...quotas],
        quietTimes: [...quietTimes],
        plan: {
          steps: [step, { ...step, id: 'later', kind: 'later-quiet-time', ruleId: 'night' }],
        },
      });
    const games: Quota = { ...day(30), id: 'games', scope: 'category:games' };
    const nap: QuietTime = { ...night, id: 'nap', from: '13:00', to: '14:00' };

    test('is not another one because ids were exchanged', () => {
      const swapped = [
        { ...day(60), id: 'games' },
        { ...games, id: 'day' },
      ];
      expect(seen(rules([day(60), games]), rules(swapped))).toEqual([['changeStepChanged', true]]);
      const nights = [
        { ...night, id: 'nap' },
        { ...nap, id: 'night' },
      ];
      expect(seen(rules([], [night, nap]), rules([], nights))).toContainEqual([
        'changeStepChanged',
        true,
      ]);
    });

    test('does not come back as another one after it was taken away', () => {
      expect(seen(rules([games]), rules([{ ...games, id: 'day' }]))).toEqual([
        ['changeStepChanged', true],
      ]);
    });

    test('can be made stricter or be taken away by anybody', () => {
      const twin = { ...day(20), id: 'twin' };
      expect(seen(rules([day(60)]), rules([day(30)]))).toEqual([['changeQuota', false]]);
      expect(seen(rules([day(60), twin]), rules([twin]))).toEqual([]);
    });

    test('is told once where the rule itself is made milder', () => {
      expect(seen(rules([day(60)]), rules([day(90)]))).toEqual([['changeQuota', true]]);
    });
  });

  test('a second step under one id is for the guardian to allow', () => {
    expect(seen(planned(step), planned(step, { ...step, minutes: 5 }))).toContainEqual([
      'changeStepChanged',
      true,
    ]);
    expect(seen(planned(step, step), planned(step, step))).toEqual([]);
  });
});

describe('the day of birth', () => {
  const born = (date?: string) => withChild(date === undefined ? {} : { born: date });

  test('ends the controls sooner when it is entered or made earlier', () => {
    expect(seen(born(), born('2014-03-01'))).toEqual([['changeBorn', true]]);
    expect(seen(born('2014-03-01'), born('2008-03-01'))).toEqual([['changeBorn', true]]);
  });

  test('ends them later, or never, when it is made later or removed', () => {
    expect(seen(born('2014-03-01'), born('2014-03-02'))).toEqual([['changeBorn', false]]);
    expect(seen(born('2014-03-01'), born())).toEqual([['changeBornRemoved', false]]);
  });

  test('stays out of the journal', () => {
    const [entry] = policyChanges(born(), born('2014-03-01'));
    expect(JSON.stringify(entry)).not.toContain('2014');
  });
});
