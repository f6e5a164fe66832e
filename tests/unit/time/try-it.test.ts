import { expect, test } from 'vitest';

import { weekdays } from '@/rules/policy/schema.ts';
import { type Trial, tryTimeRules } from '@/rules/time/try-it.ts';

import { anOpenChild, aRuleSet } from '../../support/builders.ts';

const everyDay = (minutes: number) => Object.fromEntries(weekdays.map((day) => [day, minutes]));
const child = {
  ...anOpenChild(),
  quietTimes: [{ id: 'night', days: [...weekdays], from: '21:00', to: '06:30' }],
  quotas: [
    { id: 'day', scope: 'all', minutes: everyDay(120) },
    { id: 'tube', scope: 'host:youtube.com', minutes: everyDay(30) },
  ],
  hostSets: [{ id: 'school', name: 'School', hosts: ['school.test'], alwaysOpen: true }],
  ruleSets: [
    aRuleSet({
      id: 'weekend',
      days: ['sat', 'sun'],
      replaces: true,
      quotas: [{ id: 'free', scope: 'all', minutes: everyDay(240) }],
    }),
  ],
};
const trial = (parts: Partial<Trial>): Trial => ({
  zone: 'Asia/Karachi',
  date: '2026-11-23',
  time: '17:00',
  host: '',
  categories: [],
  usedMinutes: 0,
  ...parts,
});
const at = (time: string, day = '23') => Date.parse(`2026-11-${day}T${time}:00+05:00`);

test('an open moment says when it would stop, by which rule, and what is left of each limit', () => {
  expect(tryTimeRules(child, trial({ host: 'm.youtube.com', usedMinutes: 10 }))).toEqual({
    at: at('17:00'),
    weekday: 'mon',
    isAlwaysOpen: false,
    setIds: [],
    closed: null,
    stop: {
      at: at('17:20'),
      reason: { kind: 'quota', quotaId: 'tube', scope: 'host:youtube.com' },
      rule: { kind: 'quota', id: 'tube', setId: null },
    },
    limits: [
      { rule: { kind: 'quota', id: 'day', setId: null }, scope: 'all', leftSeconds: 6600 },
      {
        rule: { kind: 'quota', id: 'tube', setId: null },
        scope: 'host:youtube.com',
        leftSeconds: 1200,
      },
    ],
  });
});

test('a closed moment says by which rule and until when', () => {
  expect(tryTimeRules(child, trial({ time: '22:00' })).closed).toEqual({
    reason: { kind: 'quiet-time', quietTimeId: 'night' },
    rule: { kind: 'quiet-time', id: 'night', setId: null },
    until: at('06:30', '24'),
  });
  const spent = tryTimeRules(child, trial({ host: 'youtube.com', usedMinutes: 30 }));
  expect(spent.closed).toMatchObject({ rule: { id: 'tube' }, until: at('06:30', '24') });
  expect(spent.stop).toBeNull();
});

test('the set of that day is tried, and said', () => {
  const sunday = tryTimeRules(
    child,
    trial({ date: '2026-11-22', time: '22:00', usedMinutes: 200 }),
  );
  expect(sunday).toMatchObject({
    setIds: ['weekend'],
    closed: null,
    limits: [{ rule: { id: 'free', setId: 'weekend' }, leftSeconds: 2400 }],
  });
});

test('what is always open is stopped by nothing', () => {
  expect(
    tryTimeRules(child, trial({ host: 'math.school.test', time: '23:00', usedMinutes: 500 })),
  ).toMatchObject({ isAlwaysOpen: true, closed: null, stop: null, limits: [] });
});

test('a topic is tried without a site, and minutes that are no number are none', () => {
  const games = {
    ...child,
    quotas: [{ id: 'games', scope: 'category:games', minutes: everyDay(60) }],
  };
  const outcome = tryTimeRules(games, trial({ categories: ['games'], usedMinutes: 45 }));
  expect(outcome.stop?.at).toBe(at('17:15'));
  expect(
    tryTimeRules(games, trial({ categories: ['games'], usedMinutes: Number.NaN })).stop?.at,
  ).toBe(at('18:00'));
});
