import { describe, expect, test } from 'vitest';

import { createPolicy } from '@/rules/policy/presets.ts';
import { readPolicy } from '@/rules/policy/read.ts';
import {
  type ChildProfile,
  type HostSet,
  type QuietTime,
  type Quota,
  type RuleSet,
  weekdays,
} from '@/rules/policy/schema.ts';

import { aRuleSet } from '../../support/builders.ts';

const policy = createPolicy({
  language: 'en',
  country: 'PK',
  timeZone: 'Asia/Karachi',
  nickname: 'Zara',
  band: '9-12',
  childId: 'zara',
});
const problemsOf = (parts: Partial<ChildProfile>) => {
  const children = policy.children.map((child) => ({
    ...child,
    quietTimes: [],
    quotas: [],
    ...parts,
  }));
  const read = readPolicy({ ...policy, children });
  return read.ok
    ? []
    : read.failure.map(({ path, message }) => [path.replace('children.0.', ''), message]);
};
const everyDay = (minutes: number): Quota['minutes'] =>
  Object.fromEntries(weekdays.map((day) => [day, minutes]));
const quiet = (
  from: string,
  to: string,
  days: QuietTime['days'] = [...weekdays],
  parts: Partial<QuietTime> = {},
): QuietTime => ({ id: `q-${from.replace(':', '')}`, days, from, to, ...parts });
const quota = (parts: Partial<Quota>): Quota => ({
  id: 'q',
  scope: 'all',
  minutes: everyDay(60),
  ...parts,
});

describe('a quiet time', () => {
  test('may be any hours, also past midnight and up to 24:00', () => {
    expect(problemsOf({ quietTimes: [quiet('21:00', '06:30'), quiet('13:00', '14:00')] })).toEqual(
      [],
    );
    expect(problemsOf({ quietTimes: [quiet('00:00', '24:00')] })).toEqual([]);
    expect(problemsOf({ quietTimes: [quiet('20:00', '24:00'), quiet('00:00', '06:00')] })).toEqual(
      [],
    );
  });

  test('that begins when it ends is empty, or means a whole day and must say so', () => {
    expect(problemsOf({ quietTimes: [quiet('21:00', '21:00')] })).toEqual([
      [
        'quietTimes.0',
        'begins and ends at 21:00: it closes nothing; a whole day is 00:00 to 24:00',
      ],
    ]);
  });

  test('does not begin at 24:00, which is the next day', () => {
    expect(problemsOf({ quietTimes: [quiet('24:00', '06:00')] })).toEqual([
      ['quietTimes.0.from', '24:00 is only an end: the day after begins at 00:00'],
    ]);
  });

  test.each([
    ['on the same day', quiet('20:00', '22:00'), quiet('21:00', '23:00')],
    ['over midnight', quiet('22:00', '06:00', ['mon']), quiet('05:00', '07:00', ['tue'])],
    ['from Sunday into Monday', quiet('22:00', '06:00', ['sun']), quiet('05:00', '07:00', ['mon'])],
    ['inside another', quiet('00:00', '24:00', ['mon']), quiet('12:00', '12:15', ['mon'])],
  ])('does not overlap with another: %s', (_, first, second) => {
    expect(problemsOf({ quietTimes: [first, second] })).toEqual([
      [
        'quietTimes.1',
        `${second.from} to ${second.to} overlaps with ${first.from} to ${first.to}: make one of both`,
      ],
    ]);
  });

  test('may lie beside one of another day, another scope or another set', () => {
    const both = [quiet('20:00', '22:00', ['mon']), quiet('21:00', '23:00', ['tue'])];
    expect(problemsOf({ quietTimes: both })).toEqual([]);
    const parts = [
      quiet('20:00', '22:00', ['mon'], { scope: 'category:games' }),
      quiet('21:00', '23:00', ['mon'], { scope: 'category:video' }),
    ];
    expect(problemsOf({ quietTimes: parts })).toEqual([]);
    const ruleSets = [aRuleSet({ quietTimes: [quiet('21:00', '23:00')] })];
    expect(problemsOf({ quietTimes: [quiet('20:00', '22:00')], ruleSets })).toEqual([]);
  });

  test('names something that is there', () => {
    const lost = [quiet('20:00', '22:00', ['mon'], { scope: 'set:lost' })];
    expect(problemsOf({ quietTimes: lost })).toEqual([
      ['quietTimes.0.scope', 'there is no set of sites "lost"'],
    ]);
  });
});

describe('a limit', () => {
  test('may be 0 on some days, and of days, weeks or both', () => {
    expect(problemsOf({ quotas: [quota({ minutes: { ...everyDay(0), sat: 30 } })] })).toEqual([]);
    expect(problemsOf({ quotas: [quota({ minutes: { mon: 0 } })] })).toEqual([]);
    expect(problemsOf({ quotas: [quota({ minutes: {}, perWeek: 300 })] })).toEqual([]);
  });

  test('of 0 on every day, or for the week, is a closed site and must be one', () => {
    const message = 'leaves no minute: close the site or the topic instead';
    expect(problemsOf({ quotas: [quota({ minutes: everyDay(0) })] })).toEqual([
      ['quotas.0', message],
    ]);
    expect(problemsOf({ quotas: [quota({ perWeek: 0 })] })).toEqual([
      ['quotas.0.perWeek', message],
    ]);
  });

  test('that limits nothing is refused, and so is keeping minutes of no day', () => {
    expect(problemsOf({ quotas: [quota({ minutes: {} })] })).toEqual([
      ['quotas.0', 'has no minutes for any day or for the week'],
    ]);
    expect(problemsOf({ quotas: [quota({ minutes: {}, perWeek: 300, carryOver: 30 })] })).toEqual([
      ['quotas.0.carryOver', 'keeps unused minutes of a day, but no day has a limit'],
    ]);
  });

  test('names something that is there, in a set of rules too', () => {
    const hostSets: HostSet[] = [{ id: 'fun', name: 'Fun', hosts: ['a.test'] }];
    const ruleSets = [aRuleSet({ quotas: [quota({ scope: 'set:fun' })] })];
    expect(problemsOf({ ruleSets, hostSets })).toEqual([]);
    expect(problemsOf({ ruleSets })).toEqual([
      ['ruleSets.0.quotas.0.scope', 'there is no set of sites "fun"'],
    ]);
  });
});

describe('a set of rules', () => {
  const problemsIn = (parts: Partial<RuleSet>) => problemsOf({ ruleSets: [aRuleSet(parts)] });

  test('has dates that are in the calendar, the first before the last', () => {
    expect(problemsIn({ firstDate: '2026-02-18', lastDate: '2026-03-19' })).toEqual([]);
    expect(problemsIn({ firstDate: '2026-02-18', lastDate: '2026-02-18' })).toEqual([]);
    expect(problemsIn({ firstDate: '2026-02-30' })).toEqual([
      ['ruleSets.0.firstDate', 'there is no 2026-02-30 in the calendar'],
    ]);
    expect(problemsIn({ firstDate: '2026-03-19', lastDate: '2026-02-18' })).toEqual([
      ['ruleSets.0.lastDate', '2026-02-18 comes before the first day, 2026-03-19'],
    ]);
  });

  test('of each year has both dates, within a year', () => {
    const yearly = { isYearly: true, firstDate: '2026-12-20', lastDate: '2027-01-05' };
    expect(problemsIn(yearly)).toEqual([]);
    expect(problemsIn({ isYearly: true, firstDate: '2026-12-20' })).toEqual([
      ['ruleSets.0', 'comes each year: it needs a first and a last day'],
    ]);
    expect(problemsIn({ ...yearly, lastDate: '2027-12-20' })).toEqual([
      ['ruleSets.0.lastDate', 'is more than a year after the first day'],
    ]);
  });

  test('is checked as the ordinary rules are, and its rules have names of their own', () => {
    expect(problemsIn({ quietTimes: [quiet('21:00', '21:00')] })[0]?.[0]).toBe(
      'ruleSets.0.quietTimes.0',
    );
    expect(
      problemsOf({ quotas: [quota({})], ruleSets: [aRuleSet({ quotas: [quota({})] })] }),
    ).toEqual([['ruleSets.0.quotas.0.id', '"q" is there twice']]);
    expect(problemsOf({ ruleSets: [aRuleSet(), aRuleSet()] })).toEqual([
      ['ruleSets.1.id', '"set" is there twice'],
    ]);
  });
});

describe('a set of sites', () => {
  const problemsIn = (...hosts: string[]) =>
    problemsOf({ hostSets: [{ id: 'fun', name: 'Fun', hosts }] });

  test('names hosts as they stand in an address', () => {
    expect(problemsIn('a.test', '192.168.0.1')).toEqual([]);
    expect(problemsIn('www.a.test')).toEqual([
      ['hostSets.0.hosts.0', '"www.a.test" is not a plain host such as "a.test"'],
    ]);
    expect(problemsIn('a.test', 'a.test/x')[0]?.[0]).toBe('hostSets.0.hosts.1');
    expect(problemsIn('co.uk')[0]?.[1]).toContain('whole ending');
  });

  test('has at least one, and a name of its own', () => {
    expect(problemsIn()).toEqual([['hostSets.0.hosts', 'has no site']]);
    const fun = { id: 'fun', name: 'Fun', hosts: ['a.test'] };
    expect(problemsOf({ hostSets: [fun, fun] })).toEqual([
      ['hostSets.1.id', '"fun" is there twice'],
    ]);
  });
});

test('a day of birth is a day of the calendar', () => {
  expect(problemsOf({ born: '2012-02-29' })).toEqual([]);
  expect(problemsOf({ born: '2013-02-29' })).toEqual([
    ['born', 'there is no 2013-02-29 in the calendar'],
  ]);
});

test('a policy without a time zone is refused by its place', () => {
  const { timeZone: _, ...without } = policy;
  for (const untrusted of [without, { ...policy, timeZone: '' }]) {
    const read = readPolicy(untrusted);
    expect(read.ok || read.failure.map(({ path }) => path)).toEqual(['timeZone']);
  }
});
