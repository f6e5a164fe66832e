import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import {
  emptyLedger,
  isCounting,
  judgedMoment,
  type Ledger,
  type LedgerEvent,
  ledgerSchema,
  reduce,
  usageOf,
} from '@/rules/time/ledger.ts';
import { momentAt } from '@/rules/time/moment.ts';

const zone = 'Asia/Karachi';
const rules = { zone, keptHosts: [] };
const noon = Date.parse('2026-11-23T07:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

const run = (events: readonly LedgerEvent[], from: Ledger = emptyLedger): Ledger =>
  events.reduce((ledger, event) => reduce(ledger, event, rules), from);
const show = (at: number, host = 'games.test', childId = 'zara'): LedgerEvent => ({
  kind: 'show',
  at,
  childId,
  host,
  categories: ['games'],
});
const ticks = (from: number, to: number, every = 30_000): LedgerEvent[] =>
  Array.from({ length: Math.floor((to - from) / every) }, (_, at) => ({
    kind: 'tick',
    at: from + (at + 1) * every,
  }));
const secondsOf = (ledger: Ledger, childId = 'zara'): number =>
  ledger.usage[childId]?.totalSeconds ?? 0;

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

test('BYP-136 a clock set forward by hours or a year counts none of the jump, and used time never falls', () => {
  for (const jump of [2 * hour, day, 365 * day]) {
    const before = run([show(noon), ...ticks(noon, noon + 600_000)]);
    const there = run([{ kind: 'tick', at: noon + 600_000 + jump }], before);
    const back = run([{ kind: 'tick', at: noon + 630_000 }], there);
    const total = [...back.finished.map(({ usage }) => usage), ...Object.values(back.usage)].reduce(
      (sum, usage) => sum + usage.totalSeconds,
      0,
    );
    expect(total).toBe(600);
    expect(back.setBacks).toStrictEqual([{ from: noon + 600_000 + jump, to: noon + 630_000 }]);
  }
});

test('BYP-136 a day borrowed by a clock set forward is not given again when it comes', () => {
  const tomorrow = noon + day;
  let ledger = run([show(noon), ...ticks(noon, noon + hour)]);
  ledger = run(ticks(tomorrow, tomorrow + hour), run([{ kind: 'tick', at: tomorrow }], ledger));
  ledger = run([{ kind: 'tick', at: noon + hour + 30_000 }], ledger);
  const judged = judgedMoment(ledger, noon + hour + 30_000, zone);
  expect(judged.date).toBe('2026-11-24');
  expect(usageOf(ledger, 'zara', judged).totalSeconds).toBe(hour / 1000);
  ledger = run([{ kind: 'tick', at: tomorrow + 10_000 }], ledger);
  expect(usageOf(ledger, 'zara', judgedMoment(ledger, tomorrow + 10_000, zone)).totalSeconds).toBe(
    hour / 1000,
  );
});

test('BYP-137 a clock set back before bedtime does not re-open what is closed', () => {
  const bedtime = Date.parse('2026-11-23T16:00:00Z');
  const ledger = run([show(bedtime), { kind: 'tick', at: bedtime - 3 * hour }]);
  expect(judgedMoment(ledger, bedtime - 3 * hour, zone).instant).toBe(bedtime);
});

test('BYP-137 while the wall clock stands behind, the judged clock runs on at the real rate', () => {
  const behind = noon - 3 * hour;
  const ledger = run([show(noon), { kind: 'tick', at: behind }, ...ticks(behind, behind + hour)]);
  expect(judgedMoment(ledger, behind + hour, zone).instant).toBe(noon + hour);
  expect(secondsOf(ledger)).toBe(3600);
});

test('BYP-136 the guardian can say that the clock is right again', () => {
  const ledger = run([
    show(noon),
    { kind: 'tick', at: noon + 365 * day },
    { kind: 'tick', at: noon + 60_000 },
  ]);
  const confirmed = run([{ kind: 'clock-confirmed', at: noon + 61_000 }], ledger);
  expect(judgedMoment(confirmed, noon + 61_000, zone).instant).toBe(noon + 61_000);
  expect(confirmed.setBacks).toStrictEqual([]);
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

test('a steady clock that says less passed is believed: a wall clock set forward a little gains nothing', () => {
  const steady = (ms: number) => ({ run: 1, ms });
  const events: LedgerEvent[] = [
    { ...show(noon), steady: steady(0) },
    { kind: 'tick', at: noon + 80_000, steady: steady(5000) },
    { kind: 'tick', at: noon + 110_000, steady: { run: 2, ms: 20 } },
  ];
  expect(secondsOf(run(events))).toBe(35);
});

test('BYP-150 a machine that wakes up in 1970 has no backlog when its clock is put right', () => {
  const ledger = run([
    show(0),
    { kind: 'tick', at: 30_000 },
    { kind: 'tick', at: noon },
    { kind: 'tick', at: noon + 30_000 },
  ]);
  expect(ledger.finished).toMatchObject([{ usage: { date: '1970-01-01', totalSeconds: 30 } }]);
  expect(secondsOf(ledger)).toBe(30);
});

test('BYP-150 an event without a time is ignored for counting', () => {
  const ledger = run([
    show(noon),
    { kind: 'tick', at: Number.NaN },
    { kind: 'tick', at: noon + 10_000 },
  ]);
  expect(secondsOf(ledger)).toBe(10);
});

test('BYP-136 once the guardian says that the clock is right, days go on from the day that it is', () => {
  const there = noon + 365 * day;
  const ledger = run([
    show(noon),
    { kind: 'tick', at: noon + 30_000 },
    { kind: 'tick', at: there },
    { kind: 'tick', at: there + 30_000 },
    { kind: 'tick', at: noon + 60_000 },
    { kind: 'clock-confirmed', at: noon + 61_000 },
  ]);
  expect(ledger.usage['zara']?.date).toBe('2026-11-23');
  expect(secondsOf(ledger)).toBeGreaterThanOrEqual(30);
  const next = run([{ kind: 'tick', at: noon + day }], ledger);
  expect(usageOf(next, 'zara', momentAt(noon + day, zone)).totalSeconds).toBe(0);
});
