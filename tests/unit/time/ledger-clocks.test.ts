// The ledger under clocks that are set forward and back, wake up in another year, or tell no time at all.
import { expect, test } from 'vitest';

import { judgedMoment, type LedgerEvent, usageOf } from '@/rules/time/ledger.ts';
import { momentAt } from '@/rules/time/moment.ts';

import { day, hour, noon, run, secondsOf, show, ticks, zone } from '../../support/ledger-events.ts';

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
