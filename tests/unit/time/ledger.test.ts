import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import {
  emptyLedger,
  isCounting,
  type LedgerEvent,
  ledgerSchema,
  reduce,
  usageOf,
} from '@/rules/time/ledger.ts';
import { momentAt } from '@/rules/time/moment.ts';

import {
  day,
  hour,
  noon,
  rules,
  run,
  secondsOf,
  show,
  ticks,
  zone,
} from '../../support/ledger-events.ts';

test('the page in front counts from the moment it is shown until it is hidden', () => {
  const ledger = run([
    show(noon),
    { kind: 'tick', at: noon + 30_000 },
    { kind: 'hide', at: noon + 40_500 },
    { kind: 'tick', at: noon + 70_000 },
  ]);
  expect(ledger.usage['zara']).toStrictEqual({
    date: '2026-11-23',
    totalSeconds: 40.5,
    byHost: { 'games.test': 40.5 },
    byCategory: { games: 40.5 },
    byHour: Array.from({ length: 24 }, (_, each) => (each === 12 ? 40.5 : 0)),
  });
  expect(isCounting(ledger)).toBe(false);
});

test('showing another page ends the first: a second is never counted twice', () => {
  const ledger = run([
    show(noon, 'a.test'),
    show(noon + 10_000, 'b.test'),
    show(noon + 30_000, 'b.test'),
    { kind: 'hide', at: noon + 40_000 },
  ]);
  expect(ledger.usage['zara']?.byHost).toStrictEqual({ 'a.test': 10, 'b.test': 30 });
  expect(secondsOf(ledger)).toBe(40);
});

test('the same event told twice changes nothing', () => {
  const once = run([show(noon), { kind: 'tick', at: noon + 30_000 }]);
  expect(run([{ kind: 'tick', at: noon + 30_000 }], once)).toStrictEqual(once);
  expect(run([show(noon + 30_000)], once)).toStrictEqual(once);
});

test('time is kept for each child apart', () => {
  const ledger = run([
    show(noon),
    show(noon + 20_000, 'b.test', 'ali'),
    { kind: 'hide', at: noon + 50_000 },
  ]);
  expect(secondsOf(ledger)).toBe(20);
  expect(secondsOf(ledger, 'ali')).toBe(30);
});

test('a child without any usage has an empty day', () => {
  expect(usageOf(emptyLedger, 'constructor', momentAt(noon, zone))).toStrictEqual({
    date: '2026-11-23',
    totalSeconds: 0,
    byHost: {},
    byCategory: {},
  });
});

test('BYP-138 the day starts at midnight of the pinned zone, whatever zone the system has', () => {
  const beforeMidnight = Date.parse('2026-11-23T18:59:30Z');
  const ledger = run([show(beforeMidnight), ...ticks(beforeMidnight, beforeMidnight + 60_000)]);
  expect(ledger.usage['zara']).toMatchObject({ date: '2026-11-24', totalSeconds: 30 });
  expect(ledger.finished).toMatchObject([
    { childId: 'zara', usage: { date: '2026-11-23', totalSeconds: 30 } },
  ]);
});

test('BYP-139 a day of 23 or 25 hours is one day with one count', () => {
  for (const [date, hours] of [
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ] as const) {
    const paris = { zone: 'Europe/Paris', keptHosts: [] };
    const start = Temporal.PlainDate.from(date).toZonedDateTime('Europe/Paris').epochMilliseconds;
    const ledger = [show(start), ...ticks(start, start + (hours + 1) * hour, 60_000)].reduce(
      (state, event) => reduce(state, event, paris),
      emptyLedger,
    );
    expect(ledger.finished.map(({ usage }) => usage)).toMatchObject([
      { date, totalSeconds: hours * 3600 },
    ]);
    expect(secondsOf(ledger)).toBe(3600);
  }
});

test('BYP-140 a span over midnight is split between the days, exactly once', () => {
  const beforeMidnight = Date.parse('2026-11-23T18:59:50Z');
  const ledger = run([show(beforeMidnight), { kind: 'tick', at: beforeMidnight + 15_000 }]);
  expect(ledger.finished).toMatchObject([{ usage: { date: '2026-11-23', totalSeconds: 10 } }]);
  expect(ledger.usage['zara']).toMatchObject({
    date: '2026-11-24',
    totalSeconds: 5,
    byHost: { 'games.test': 5 },
  });
  const again = run([{ kind: 'worker-start', at: beforeMidnight + 15_000 }], ledger);
  expect(again).toStrictEqual(ledger);
});

test('a finished day waits until it is filed, and is filed once', () => {
  const ledger = run([
    show(noon),
    { kind: 'tick', at: noon + 30_000 },
    { kind: 'tick', at: noon + day },
  ]);
  expect(ledger.finished).toHaveLength(1);
  expect(
    run([{ kind: 'filed', at: noon + day, through: '2026-11-23' }], ledger).finished,
  ).toHaveLength(0);
  expect(
    run([{ kind: 'filed', at: noon + day, through: '2026-11-22' }], ledger).finished,
  ).toHaveLength(1);
});

test('BYP-142 eight hours of sleep with a page open count as nothing', () => {
  const ledger = run([
    show(noon),
    { kind: 'tick', at: noon + 30_000 },
    { kind: 'tick', at: noon + 8 * hour },
    { kind: 'tick', at: noon + 8 * hour + 30_000 },
  ]);
  expect(secondsOf(ledger)).toBe(60);
});

test('BYP-142 a gap of 90 s still counts, one of 91 s does not', () => {
  expect(secondsOf(run([show(noon), { kind: 'tick', at: noon + 90_000 }]))).toBe(90);
  expect(secondsOf(run([show(noon), { kind: 'tick', at: noon + 91_000 }]))).toBe(0);
});

test('BYP-143 an hour with the worker killed every 30 s is counted to the second', () => {
  const starts = ticks(noon, noon + hour).map(({ at }): LedgerEvent => ({
    kind: 'worker-start',
    at,
  }));
  const stored = starts.reduce(
    (ledger, event) => {
      const parsed = parseWith(ledgerSchema, JSON.parse(JSON.stringify(ledger)));
      return reduce(parsed.ok ? parsed.value : emptyLedger, event, rules);
    },
    run([show(noon)]),
  );
  expect(secondsOf(stored)).toBe(3600);
});

test('BYP-145 a late heartbeat loses nothing, and nothing depends on an early one', () => {
  const late = [
    show(noon),
    { kind: 'tick', at: noon + 85_000 },
    { kind: 'hide', at: noon + 160_000 },
  ] as const;
  expect(secondsOf(run(late))).toBe(160);
});

test('BYP-146 idle stops the count unless the page is heard, a locked screen always does', () => {
  const idle = [
    show(noon),
    { kind: 'idle', at: noon + 60_000 },
    { kind: 'tick', at: noon + 90_000 },
  ] as const;
  expect(secondsOf(run(idle))).toBe(60);
  const video: LedgerEvent[] = [
    ...idle,
    { kind: 'audible', audible: true, at: noon + 100_000 },
    { kind: 'tick', at: noon + 130_000 },
  ];
  expect(secondsOf(run(video))).toBe(90);
  const locked: LedgerEvent[] = [
    ...video,
    { kind: 'locked', at: noon + 140_000 },
    { kind: 'tick', at: noon + 170_000 },
  ];
  expect(secondsOf(run(locked))).toBe(100);
  expect(
    secondsOf(
      run([
        ...locked,
        { kind: 'active', at: noon + 180_000 },
        { kind: 'hide', at: noon + 190_000 },
      ]),
    ),
  ).toBe(110);
});

test('closing the browser closes the page: nothing after the last sign of life is counted', () => {
  const ledger = run([
    show(noon),
    { kind: 'tick', at: noon + 30_000 },
    { kind: 'browser-start', at: noon + 70_000 },
    { kind: 'tick', at: noon + 100_000 },
  ]);
  expect(secondsOf(ledger)).toBe(30);
  expect(ledger.open).toBeNull();
});
