import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseAddress } from '@/rules/hosts/address.ts';
import { decide } from '@/rules/policy/decide.ts';
import type { Verdict } from '@/rules/policy/verdict.ts';
import { addDays } from '@/rules/time/dates.ts';
import { type Moment, momentAt } from '@/rules/time/moment.ts';
import { addTime, emptyUsage } from '@/rules/time/usage.ts';

import { moments, situations } from '../../support/any-time-rules.ts';
import { aHousehold, aLookup, aRuleSet, at, type Household, noon } from '../../support/builders.ts';

const home = aHousehold().with({ lookup: aLookup({ games: ['a.test'] }), help: ['help.test'] });
const school = home.withHostSet('school', ['school.test'], true);
const everyday = { action: 'allow', reason: { kind: 'unknown' }, until: null };

test('what is always open stays open at night and after the last minute, and its closed pages stay closed', () => {
  const strict = school
    .withQuietTime('00:00', '24:00')
    .withQuota('all', 0)
    .withFilter({ blocklist: ['games.school.test'] });
  expect(strict.judges('https://math.school.test/')).toEqual(everyday);
  expect(strict.judges('https://games.school.test/').reason.kind).toBe('blocklist');
  expect(strict.judges('https://other.test/').reason.kind).toBe('quiet-time');
});

test('a rest closes what is always open and what was opened for a while, but never help', () => {
  const dinner = school
    .withOverride({ kind: 'host', host: 'other.test' }, at('13:00'))
    .withOverride({ kind: 'lockdown' }, at('12:30'));
  for (const url of ['https://school.test/', 'https://other.test/', 'https://new.test/']) {
    expect(dinner.judges(url)).toEqual({
      action: 'block',
      reason: { kind: 'lockdown', overrideId: 'override-1' },
      until: at('12:30'),
    });
  }
  expect(dinner.judges('https://help.test/').reason.kind).toBe('help');
  expect(dinner.judges('https://new.test/', { at: at('12:30') })).toEqual(everyday);
});

test('from the eighteenth birthday on nothing is judged, by the pinned zone', () => {
  const grown = home
    .withCategory('games', 'block')
    .withFilter({ blocklist: ['bad.test'] })
    .withQuota('all', 0)
    .withChild({ born: '2008-11-18' })
    .withOverride({ kind: 'lockdown' }, at('23:00'));
  const ofAge = { action: 'allow', reason: { kind: 'of-age' }, until: null };
  for (const url of ['https://a.test/', 'https://bad.test/', 'https://new.test/']) {
    expect(grown.judges(url, { at: at('00:00') })).toEqual(ofAge);
    expect(grown.judges(url, { at: at('00:00') - 1 }).action).toBe('block');
  }
  expect(grown.judges('https://help.test/').reason.kind).toBe('help');
});

test('a set of rules is heard on its days only', () => {
  // 18 November 2026 is a Wednesday.
  const onDays = (...days: ('wed' | 'thu')[]) =>
    home.withRuleSets(
      aRuleSet({
        days,
        quotas: [{ id: 'none', scope: 'category:games', minutes: { wed: 0, thu: 0 } }],
      }),
    );
  expect(onDays('wed').judges('https://a.test/')).toMatchObject({
    reason: { kind: 'quota', quotaId: 'none' },
    until: at('00:00') + 86_400_000,
  });
  expect(onDays('thu').judges('https://a.test/').action).toBe('allow');
});

test('a limit on a set of sites counts all of them together', () => {
  const [usage] = [
    addTime(emptyUsage('2026-11-18'), [{ host: 'www.one.test', categories: ['video'] }], 900_000),
  ];
  const limited = home
    .withHostSet('fun', ['one.test', 'two.test'])
    .withQuota('set:fun', 15)
    .with({ usage });
  expect(limited.judges('https://two.test/').reason).toMatchObject({ scope: 'set:fun' });
  expect(limited.judges('https://three.test/').action).toBe('allow');
});

/** Judged later, with the days that are over filed as the ledger files them. */
function judgedAt(
  household: Household,
  past: readonly (typeof household.usage)[],
  moment: Moment,
): Verdict {
  const isOver = household.usage.date < moment.date;
  const situation = {
    ...household.with(isOver ? { usage: emptyUsage(moment.date) } : {}).situation(moment.instant),
    moment,
    past: (isOver ? [household.usage, ...past] : past).filter(
      ({ date }) => date >= addDays(moment.date, -7),
    ),
  };
  const address = parseAddress('https://www.a.test/');
  if (address === null) throw new Error('an address');
  return decide(situation, { address, embedder: null, signals: [] });
}

test('every verdict that says until is an allow at that instant', () => {
  fc.assert(
    fc.property(situations, moments, ({ profile, usage, past = [], overrides }, moment) => {
      const household = home.withChild(profile).with({ usage, overrides });
      const verdict = judgedAt(household, past, moment);
      fc.pre(verdict.until !== null);
      const then = momentAt(verdict.until ?? 0, moment.zone);
      expect(then.instant).toBeGreaterThan(moment.instant);
      expect(judgedAt(household, past, then).action).toBe('allow');
    }),
    { numRuns: 300 },
  );
});

test('a verdict is the same whatever time rules say of other sites', () => {
  const others = home
    .withQuota('host:other.test', 0)
    .withQuota('category:video', 0)
    .withRuleSets(aRuleSet({ quotas: [{ id: 'x', scope: 'host:x.test', minutes: { wed: 0 } }] }));
  expect(others.judges('https://a.test/', { at: noon })).toEqual(home.judges('https://a.test/'));
});
