// What a day is made of beside its sum: what plays behind the page in front, hours, the days before, a count that was lost.
import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import {
  emptyLedger,
  type LedgerEvent,
  ledgerSchema,
  lostLedger,
  pastOf,
  reduce,
  usageOf,
} from '@/rules/time/ledger.ts';
import { momentAt } from '@/rules/time/moment.ts';

import { day, hour, noon, run, secondsOf, show, ticks, zone } from '../../support/ledger-events.ts';

const beside = (
  at: number,
  front: string,
  others: readonly string[],
  audible = false,
): LedgerEvent => ({
  kind: 'show',
  at,
  childId: 'zara',
  host: front,
  categories: ['known'],
  audible,
  beside: others.map((host) => ({ host, categories: ['video'] })),
});

test('BYP-085 what is heard beside the page in front: the day counts once, and so does each host', () => {
  const ledger = run([
    beside(noon, 'school.test', ['video.test', 'video.test', 'radio.test']),
    { kind: 'tick', at: noon + 20_000 },
    beside(noon + 30_000, 'school.test', []),
    { kind: 'hide', at: noon + 40_000 },
  ]);
  expect(ledger.usage['zara']).toMatchObject({
    totalSeconds: 40,
    byHost: { 'school.test': 40, 'video.test': 30, 'radio.test': 30 },
    byCategory: { known: 40, video: 30 },
  });
});

test('BYP-146 of an idle browser only what plays is counted, and not the silent page in front of it', () => {
  const ledger = run([
    beside(noon, 'school.test', ['video.test']),
    { kind: 'idle', at: noon + 10_000 },
    { kind: 'tick', at: noon + 40_000 },
    { kind: 'locked', at: noon + 50_000 },
    { kind: 'tick', at: noon + 80_000 },
  ]);
  expect(ledger.usage['zara']).toMatchObject({
    totalSeconds: 50,
    byHost: { 'school.test': 10, 'video.test': 50 },
  });
});

test('hiding the page in front hides what was beside it, unless it is shown again', () => {
  const ledger = run([
    beside(noon, 'school.test', ['video.test']),
    { kind: 'hide', at: noon + 10_000 },
    { kind: 'tick', at: noon + 40_000 },
  ]);
  expect(ledger.beside).toBeUndefined();
  expect(secondsOf(ledger)).toBe(10);
});

test('more spots at once than anybody hears are cut, and what is stored can be read back', () => {
  const many = Array.from({ length: 200 }, (_, each) => `v${each}.test`);
  const ledger = run([beside(noon, 'a.test', many), { kind: 'tick', at: noon + 1000 }]);
  expect(parseWith(ledgerSchema, ledger).ok).toBe(true);
  expect(secondsOf(ledger)).toBe(1);
});

test('time lies in the hour of the wall clock in which it was spent', () => {
  const ledger = run([
    show(noon - 10_000),
    { kind: 'tick', at: noon + 5_000 },
    { kind: 'hide', at: noon + 20_000 },
  ]);
  const hours = ledger.usage['zara']?.byHour ?? [];
  expect([hours[11], hours[12], hours[13]]).toStrictEqual([10, 20, 0]);
});

test('an hour that comes twice in a night holds both, and one that never comes holds nothing', () => {
  const paris = { zone: 'Europe/Paris', keptHosts: [] };
  const night = (start: number) =>
    [show(start), ...ticks(start, start + 5 * hour)].reduce(
      (state, event) => reduce(state, event, paris),
      emptyLedger,
    ).usage['zara']?.byHour;
  expect(night(Date.parse('2026-10-24T22:00:00Z'))?.slice(0, 4)).toStrictEqual([
    3600, 3600, 7200, 3600,
  ]);
  expect(night(Date.parse('2026-03-28T23:00:00Z'))?.slice(0, 4)).toStrictEqual([
    3600, 3600, 0, 3600,
  ]);
});

const aWeek = () => {
  let ledger = emptyLedger;
  for (let days = 0; days < 10; days += 1) {
    const start = noon + days * day;
    ledger = run(
      [
        show(start),
        ...ticks(start, start + (days + 1) * 60_000),
        { kind: 'hide', at: start + hour },
      ],
      ledger,
    );
  }
  return ledger;
};

test('the seven days before today are kept for weekly limits, newest first', () => {
  const moment = momentAt(noon + 10 * day, zone);
  const ledger = run([{ kind: 'tick', at: moment.instant }], aWeek());
  expect(pastOf(ledger, 'zara', moment).map((usage) => [usage.date, usage.totalSeconds])).toEqual(
    [9, 8, 7, 6, 5, 4, 3].map((days) => [momentAt(noon + days * day, zone).date, (days + 1) * 60]),
  );
  expect(pastOf(ledger, 'constructor', moment)).toEqual([]);
});

test('days older than a week are none of them, even where no newer one pushed them out', () => {
  const later = momentAt(noon + 15 * day, zone);
  const ledger = run([{ kind: 'tick', at: later.instant }], aWeek());
  expect(pastOf(ledger, 'zara', later).map(({ date }) => date)).toEqual([
    momentAt(noon + 9 * day, zone).date,
    momentAt(noon + 8 * day, zone).date,
  ]);
});

test('of a day that is over no host is kept but those with a quota, their sub-domains under their name', () => {
  const kept = { zone, keptHosts: ['video.test', 'constructor'] };
  const ledger = [
    show(noon, 'm.video.test'),
    show(noon + 10_000, 'video.test'),
    show(noon + 30_000, 'diary.test'),
    show(noon + 60_000, 'constructor'),
    { kind: 'hide', at: noon + 61_000 } as const,
    { kind: 'tick', at: noon + day } as const,
  ].reduce((state, event) => reduce(state, event, kept), emptyLedger);
  expect(pastOf(ledger, 'zara', momentAt(noon + day, zone))).toMatchObject([
    { totalSeconds: 61, byHost: { 'video.test': 30, constructor: 1 } },
  ]);
  expect(JSON.stringify(ledger.past)).not.toContain('diary.test');
  expect(parseWith(ledgerSchema, JSON.parse(JSON.stringify(ledger))).ok).toBe(true);
});

test('a ledger stored before hours and past days were counted is read and counted on', () => {
  const old = {
    schema: 'saathi-ledger/1',
    open: { childId: 'zara', host: 'a.test', categories: ['games'], since: noon },
    presence: 'active',
    audible: false,
    lastSeen: { at: noon, steady: null },
    judgedAt: noon,
    usage: {
      zara: {
        date: '2026-11-23',
        totalSeconds: 60,
        byHost: { 'a.test': 60 },
        byCategory: { games: 60 },
      },
    },
    finished: [],
    setBacks: [],
  };
  const parsed = parseWith(ledgerSchema, old);
  const ledger = run([{ kind: 'tick', at: noon + 30_000 }], parsed.ok ? parsed.value : emptyLedger);
  expect(ledger.usage['zara']).toMatchObject({ totalSeconds: 90, byHost: { 'a.test': 90 } });
  expect(pastOf(ledger, 'zara', momentAt(noon, zone))).toEqual([]);
});

test('a count that was lost is no fresh day: it says so until the day is over', () => {
  const today = momentAt(noon, zone);
  expect(usageOf(lostLedger, 'zara', today).isLost).toBe(true);
  const counted = run([show(noon), { kind: 'tick', at: noon + 30_000 }], lostLedger);
  expect(usageOf(counted, 'zara', today)).toMatchObject({ totalSeconds: 30, isLost: true });
  const next = run([{ kind: 'tick', at: noon + day }], counted);
  const tomorrow = momentAt(noon + day, zone);
  expect(usageOf(next, 'zara', tomorrow).isLost).toBeUndefined();
  expect(pastOf(next, 'zara', tomorrow)).toMatchObject([{ totalSeconds: 30, isLost: true }]);
  expect(next.finished).toMatchObject([{ usage: { isLost: true } }]);
});
