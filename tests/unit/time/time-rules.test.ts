import { describe, expect, test } from 'vitest';

import type { Covers } from '@/rules/overrides/override.ts';
import type { QuietTime, Quota } from '@/rules/policy/schema.ts';
import { weekdays } from '@/rules/policy/schema.ts';
import { addDays } from '@/rules/time/dates.ts';
import { momentAt } from '@/rules/time/moment.ts';
import { closedAt, nextStop, type TimeSituation } from '@/rules/time/next-stop.ts';
import { quotaStates, scopesOf } from '@/rules/time/quota.ts';
import type { TimeProfile } from '@/rules/time/rules-in-force.ts';
import { addTime, alwaysOpenName, emptyUsage, type Usage } from '@/rules/time/usage.ts';

import { aRuleSet } from '../../support/builders.ts';

// Wednesday.
const today = '2026-11-25';
const at = (time: string, date = today) => momentAt(Date.parse(`${date}T${time}:00Z`), 'UTC');
const instant = (time: string, date = today) => at(time, date).instant;
const noon = at('12:00');
const everyDay = (minutes: number): Quota['minutes'] =>
  Object.fromEntries(weekdays.map((day) => [day, minutes]));
const used = (date: string, minutes: number, host = 'a.test', category = 'games'): Usage =>
  addTime(emptyUsage(date), [{ host, categories: [category] }], minutes * 60_000);
const daysAgo = (ago: number, minutes: number) => used(addDays(today, -ago), minutes);

type Parts = Partial<Omit<TimeSituation, 'profile' | 'scopes'>> & {
  readonly host?: string;
  readonly categories?: readonly string[];
};
const visit = (
  rules: Partial<TimeProfile>,
  { host = 'a.test', categories = ['games'], ...parts }: Parts = {},
): TimeSituation => ({
  profile: { quietTimes: [], quotas: [], ...rules },
  usage: emptyUsage(today),
  overrides: [],
  scopes: scopesOf([host], categories, rules.hostSets),
  ...parts,
});
const leftMinutes = (situation: TimeSituation, moment = noon) =>
  quotaStates(situation, moment, situation.scopes).map(({ left }) => left / 60);
const given = (covers: Covers, from: string, to: string, id = 'o') => ({
  id,
  childId: 'zara',
  covers,
  grantedAt: instant(from),
  expiresAt: instant(to),
  requestId: null,
});

describe('a week', () => {
  const week: Quota = { id: 'week', scope: 'all', minutes: {}, perWeek: 300 };

  test('begins on Monday: what was used on Sunday is over', () => {
    const past = [daysAgo(1, 60), daysAgo(2, 100), daysAgo(3, 500)];
    expect(leftMinutes(visit({ quotas: [week] }, { past, usage: used(today, 40) }))).toEqual([100]);
  });

  test('that is spent opens on Monday, whatever the days before it would give', () => {
    const spent = visit(
      { quotas: [{ ...week, minutes: everyDay(60) }] },
      { past: [daysAgo(1, 150), daysAgo(2, 150)] },
    );
    expect(closedAt(spent, noon)?.until).toBe(instant('00:00', '2026-11-30'));
  });

  test('and a day hold together: the tighter one stops', () => {
    const both = visit(
      { quotas: [{ ...week, minutes: everyDay(60) }] },
      { past: [daysAgo(1, 270)], usage: used(today, 20) },
    );
    expect(leftMinutes(both)).toEqual([10]);
    expect(nextStop(both, noon)?.at).toBe(instant('12:10'));
  });

  test('is lengthened by minutes given today', () => {
    const more = given({ kind: 'time', scope: 'all', extraSeconds: 900 }, '11:00', '23:00');
    const spent = visit({ quotas: [week] }, { past: [daysAgo(1, 300)], overrides: [more] });
    expect(leftMinutes(spent)).toEqual([15]);
  });
});

describe('kept minutes', () => {
  const keeping: Quota = { id: 'keep', scope: 'all', minutes: everyDay(60), carryOver: 45 };
  const left = (past: Usage[], quota = keeping) =>
    leftMinutes(visit({ quotas: [quota] }, { past }));

  test('are what was not used, up to their cap', () => {
    expect(left([daysAgo(1, 30)])).toEqual([90]);
    expect(left([daysAgo(1, 5)])).toEqual([105]);
    expect(left([daysAgo(1, 60)])).toEqual([60]);
  });

  test('run on from day to day, and a day without a count is a day without use', () => {
    expect(left([daysAgo(1, 70), daysAgo(2, 30)])).toEqual([80]);
    expect(left([daysAgo(3, 60)])).toEqual([105]);
  });

  test('begin with the first day that is known, and never with a bonus', () => {
    expect(left([])).toEqual([60]);
    // An hour and a half used, half an hour of it given: nothing is kept, and nothing is owed.
    expect(left([daysAgo(1, 90)])).toEqual([60]);
  });

  test('pass over a day without this limit', () => {
    const { tue: _, ...others } = everyDay(60);
    expect(left([daysAgo(1, 500), daysAgo(2, 40)], { ...keeping, minutes: others })).toEqual([80]);
  });

  test('open a day that has no minutes of its own', () => {
    const weekend = { ...keeping, minutes: { ...everyDay(0), wed: 60 } };
    const spent = visit({ quotas: [weekend] }, { usage: used(today, 30), past: [daysAgo(1, 0)] });
    expect(leftMinutes(spent)).toEqual([30]);
    expect(nextStop(spent, at('23:50'))?.at).toBe(instant('00:20', '2026-11-26'));
  });
});

describe('always open', () => {
  const hostSets = [
    { id: 'school', name: 'School', hosts: ['school.test'], alwaysOpen: true },
    { id: 'all-school', name: 'Fun', hosts: ['school.test', 'fun.test'] },
  ];
  const rules = {
    hostSets,
    quietTimes: [{ id: 'q', days: [...weekdays], from: '00:00', to: '24:00' }],
    quotas: [{ id: 'site', scope: 'host:school.test', minutes: everyDay(0) }],
  };

  test('no quiet time and no limit stops it, not even one of its own', () => {
    const open = visit(rules, { host: 'school.test' });
    expect(open.scopes).toEqual([]);
    expect(closedAt(open, noon)).toBeNull();
    expect(nextStop(open, noon)).toBeNull();
  });

  test('its time uses up nothing: not the day, not a set it stands in', () => {
    const usage = addTime(
      used(today, 20, 'fun.test', 'games'),
      [{ host: 'math.school.test', categories: [alwaysOpenName] }],
      3_600_000,
    );
    const counted = visit(
      {
        hostSets,
        quotas: [
          { id: 'day', scope: 'all', minutes: everyDay(60) },
          { id: 'set', scope: 'set:all-school', minutes: everyDay(60) },
        ],
      },
      { usage, host: 'fun.test' },
    );
    expect(leftMinutes(counted)).toEqual([40, 40]);
  });
});

describe('a quiet time of a part of browsing', () => {
  const homework: QuietTime = {
    id: 'homework',
    days: [...weekdays],
    from: '15:00',
    to: '17:00',
    scope: 'category:games',
  };

  test('closes that part and nothing else', () => {
    const rules = { quietTimes: [homework] };
    expect(closedAt(visit(rules), at('16:00'))).toEqual({
      reason: { kind: 'quiet-time', quietTimeId: 'homework' },
      until: instant('17:00'),
    });
    expect(closedAt(visit(rules, { categories: ['video'] }), at('16:00'))).toBeNull();
    expect(nextStop(visit(rules), noon)?.at).toBe(instant('15:00'));
    expect(nextStop(visit(rules, { categories: [] }), noon)).toBeNull();
  });

  test('of a set of sites is of each of them', () => {
    const hostSets = [{ id: 'fun', name: 'Fun', hosts: ['a.test'] }];
    const rules = { hostSets, quietTimes: [{ ...homework, scope: 'set:fun' }] };
    expect(closedAt(visit(rules), at('16:00'))).not.toBeNull();
    expect(closedAt(visit(rules, { host: 'b.test' }), at('16:00'))).toBeNull();
  });
});

describe('sets of rules', () => {
  const night: QuietTime = { id: 'night', days: [...weekdays], from: '21:00', to: '06:30' };

  test('a night belongs to the day it began on, though a set replaces the next', () => {
    const free = aRuleSet({ replaces: true, firstDate: '2026-11-26' });
    const rules = { quietTimes: [night], ruleSets: [free] };
    expect(closedAt(visit(rules), at('22:00'))?.until).toBe(instant('06:30', '2026-11-26'));
    expect(closedAt(visit(rules), at('22:00', '2026-11-26'))).toBeNull();
  });

  test('a month without games opens after its last day', () => {
    const month = aRuleSet({
      firstDate: '2026-11-20',
      lastDate: '2026-12-19',
      quotas: [{ id: 'none', scope: 'category:games', minutes: everyDay(0) }],
    });
    expect(closedAt(visit({ ruleSets: [month] }), noon)?.until).toBe(
      instant('00:00', '2026-12-20'),
    );
  });

  test('what no day and no date opens stays closed until somebody opens it', () => {
    const never = { id: 'none', scope: 'category:games', minutes: everyDay(0) };
    const holidays = aRuleSet({ firstDate: '2026-12-20', lastDate: '2026-12-27' });
    expect(closedAt(visit({ quotas: [never], ruleSets: [holidays] }), noon)?.until).toBeNull();
    const replacing = { ...holidays, replaces: true };
    expect(closedAt(visit({ quotas: [never], ruleSets: [replacing] }), noon)?.until).toBe(
      instant('00:00', '2026-12-20'),
    );
  });

  test('the strictest of the rules in force is heard', () => {
    const strict = aRuleSet({ quotas: [{ id: 'less', scope: 'all', minutes: everyDay(30) }] });
    const rules = {
      quotas: [{ id: 'day', scope: 'all', minutes: everyDay(60) }],
      ruleSets: [strict],
    };
    expect(nextStop(visit(rules), noon)).toEqual({
      at: instant('12:30'),
      reason: { kind: 'quota', quotaId: 'less', scope: 'all' },
    });
  });

  test('on the eighteenth birthday a closed page opens at midnight', () => {
    const rules = {
      born: '2008-11-26',
      quotas: [{ id: 'none', scope: 'all', minutes: everyDay(0) }],
    };
    expect(closedAt(visit(rules), noon)?.until).toBe(instant('00:00', '2026-11-26'));
  });
});

describe('a rest', () => {
  const dinner = given({ kind: 'lockdown' }, '11:30', '12:30', 'dinner');
  const resting = { kind: 'lockdown', overrideId: 'dinner' };
  const school = [{ id: 'school', name: 'School', hosts: ['a.test'], alwaysOpen: true }];

  test('closes everything until it ends, what is always open too', () => {
    for (const rules of [{}, { hostSets: school }]) {
      const resting12 = visit(rules, { overrides: [dinner] });
      expect(closedAt(resting12, noon)).toEqual({ reason: resting, until: instant('12:30') });
      expect(nextStop(resting12, noon)).toEqual({ at: noon.instant, reason: resting });
    }
  });

  test('that a quiet time follows opens after both', () => {
    const quietTimes = [{ id: 'q', days: [...weekdays], from: '12:00', to: '14:00' }];
    expect(closedAt(visit({ quietTimes }, { overrides: [dinner] }), noon)?.until).toBe(
      instant('14:00'),
    );
  });

  test('is not ended by minutes, nor by a permission given before it', () => {
    const minutes = given({ kind: 'time', extraSeconds: 900 }, '11:45', '20:00');
    const before = given({ kind: 'time' }, '11:00', '20:00');
    for (const other of [minutes, before]) {
      const overrides = [dinner, other];
      expect(closedAt(visit({}, { overrides }), noon)?.reason).toEqual(resting);
    }
  });

  test('is lifted by a permission for all time, or for the rest, given after it', () => {
    for (const covers of [{ kind: 'time' }, { kind: 'time', scope: 'lockdown' }] as const) {
      const overrides = [dinner, given(covers, '11:45', '12:15')];
      expect(closedAt(visit({}, { overrides }), noon)).toBeNull();
      expect(nextStop(visit({}, { overrides }), noon)).toBeNull();
      expect(closedAt(visit({}, { overrides }), at('12:20'))?.reason).toEqual(resting);
    }
  });

  test('of several the one that lasts longest is named', () => {
    const longer = given({ kind: 'lockdown' }, '11:40', '13:00', 'longer');
    expect(closedAt(visit({}, { overrides: [dinner, longer] }), noon)).toEqual({
      reason: { kind: 'lockdown', overrideId: 'longer' },
      until: instant('13:00'),
    });
  });
});
