import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import {
  addTime,
  alwaysOpenName,
  emptyUsage,
  hostCap,
  otherHosts,
  usageSchema,
} from '@/rules/time/usage.ts';

const spot = (host: string, categories = ['unknown']) => ({ host, categories });
const sumOf = (sums: Record<string, number>): number =>
  Math.round(Object.values(sums).reduce((sum, seconds) => sum + seconds * 1000, 0));

test('time is booked to the day, the host and each category', () => {
  const usage = addTime(emptyUsage('2026-11-23'), [spot('a.test', ['games', 'video'])], 1500);
  expect(usage).toStrictEqual({
    date: '2026-11-23',
    totalSeconds: 1.5,
    byHost: { 'a.test': 1.5 },
    byCategory: { games: 1.5, video: 1.5 },
  });
});

test('a thousand small pieces add up exactly', () => {
  let usage = emptyUsage('2026-11-23');
  for (let at = 0; at < 1000; at += 1) usage = addTime(usage, [spot('a.test')], 100.0001);
  expect(usage.totalSeconds).toBe(100);
});

test('nothing is booked for no time, negative time or a time that is no number', () => {
  const usage = emptyUsage('2026-11-23');
  for (const ms of [0, -5, Number.NaN]) expect(addTime(usage, [spot('a.test')], ms)).toBe(usage);
});

test('beyond the cap the smallest hosts go to their parent or to "other", and no second is lost', () => {
  let usage = emptyUsage('2026-11-23');
  for (let at = 0; at < hostCap; at += 1)
    usage = addTime(usage, [spot(`h${at}.test`)], 10_000 + at);
  usage = addTime(usage, [spot('tiny.test')], 5);
  usage = addTime(usage, [spot('x.games.test')], 7);
  usage = addTime(usage, [spot('last.test')], 20_000);
  expect(Object.keys(usage.byHost).length).toBeLessThanOrEqual(hostCap);
  expect(usage.byHost[otherHosts]).toBeGreaterThan(0);
  expect(sumOf(usage.byHost)).toBe(Math.round(usage.totalSeconds * 1000));
  expect(parseWith(usageSchema, usage).ok).toBe(true);
});

test('a host with a quota is never folded away', () => {
  let usage = addTime(emptyUsage('2026-11-23'), [spot('kept.test')], 5);
  for (let at = 0; at < hostCap + 10; at += 1)
    usage = addTime(usage, [spot(`h${at}.test`)], 10_000, { keptHosts: ['kept.test'] });
  expect(usage.byHost['kept.test']).toBe(0.005);
});

test('a host named like a property of every object is a host like any other', () => {
  const usage = addTime(
    addTime(emptyUsage('2026-11-23'), [spot('constructor')], 1000),
    [spot('__proto__')],
    1000,
  );
  expect(usage.byHost['constructor']).toBe(1);
  expect(usage.totalSeconds).toBe(2);
});

test('a flood of invented sub-domains still counts for the quota of their parent', () => {
  let usage = addTime(emptyUsage('2026-11-23'), [spot('game.test')], 1);
  for (let at = 0; at < hostCap * 2; at += 1)
    usage = addTime(usage, [spot(`x${at}.game.test`)], 1000, { keptHosts: ['game.test'] });
  const counted = Object.entries(usage.byHost).filter(([host]) => host.endsWith('game.test'));
  expect(sumOf(Object.fromEntries(counted))).toBe(hostCap * 2 * 1000 + 1);
  expect(Object.keys(usage.byHost).length).toBeLessThanOrEqual(hostCap);
});

test('several spots at once: the day once, each host once, each category once', () => {
  const usage = addTime(
    emptyUsage('2026-11-23'),
    [spot('a.test', ['video']), spot('b.test', ['video', 'games']), spot('a.test', ['unknown'])],
    2000,
  );
  expect(usage).toStrictEqual({
    date: '2026-11-23',
    totalSeconds: 2,
    byHost: { 'a.test': 2, 'b.test': 2 },
    byCategory: { video: 2, games: 2, unknown: 2 },
  });
});

test('no spot is no time', () => {
  const usage = emptyUsage('2026-11-23');
  expect(addTime(usage, [], 1000)).toBe(usage);
});

test('what is always open counts as such alone, and makes nothing beside it free', () => {
  const school = spot('school.test', [alwaysOpenName]);
  const alone = addTime(emptyUsage('2026-11-23'), [school], 1000);
  expect(alone.byCategory).toStrictEqual({ [alwaysOpenName]: 1 });
  const beside = addTime(alone, [school, spot('video.test', ['video'])], 5000);
  expect(beside).toMatchObject({
    totalSeconds: 6,
    byHost: { 'school.test': 6, 'video.test': 5 },
    byCategory: { [alwaysOpenName]: 1, video: 5 },
  });
});

test('time is booked to the hour it lies in, and hours of an older record start at nothing', () => {
  const before = addTime(emptyUsage('2026-11-23'), [spot('a.test')], 1000);
  const usage = addTime(
    addTime(before, [spot('a.test')], 2000, { hour: 9 }),
    [spot('a.test')],
    500,
    {
      hour: 23,
    },
  );
  expect(usage.byHour).toHaveLength(24);
  expect(usage.byHour?.[9]).toBe(2);
  expect(usage.byHour?.[23]).toBe(0.5);
  expect(parseWith(usageSchema, usage).ok).toBe(true);
});

test('a count never grows beyond what can be read back', () => {
  let usage = emptyUsage('2026-11-23');
  for (let at = 0; at < 3; at += 1) usage = addTime(usage, [spot('a.test')], 100_000_000);
  expect(parseWith(usageSchema, usage).ok).toBe(true);
});
