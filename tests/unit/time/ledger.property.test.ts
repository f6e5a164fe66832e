import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import {
  emptyLedger,
  type Ledger,
  type LedgerEvent,
  ledgerSchema,
  pastOf,
  reduce,
} from '@/rules/time/ledger.ts';
import { momentAt } from '@/rules/time/moment.ts';
import type { Usage } from '@/rules/time/usage.ts';

const noon = Date.parse('2026-11-23T07:00:00Z');

// The truth of the machine: what really passed, what the wall says, and which worker lives.
type Step = {
  readonly realMs: number;
  readonly wallJumpMs: number;
  readonly isKilled: boolean;
  readonly kind:
    | 'show'
    | 'hide'
    | 'idle'
    | 'locked'
    | 'active'
    | 'tick'
    | 'browser-start'
    | 'loud'
    | 'quiet';
  readonly host: string;
  readonly beside: readonly string[];
  readonly childId: string;
};

const hostArbitrary = fc.constantFrom('a.test', 'b.test', 'c.a.test');
const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  realMs: fc.oneof(
    fc.integer({ min: 0, max: 90_000 }),
    fc.integer({ min: 90_001, max: 30 * 3_600_000 }),
  ),
  wallJumpMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -400 * 86_400_000, max: 400 * 86_400_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -100_000, max: 100_000 }) },
  ),
  isKilled: fc.boolean(),
  kind: fc.constantFrom(
    'show',
    'show',
    'hide',
    'idle',
    'locked',
    'active',
    'tick',
    'tick',
    'browser-start',
    'loud',
    'quiet',
  ),
  host: hostArbitrary,
  beside: fc.oneof(fc.constant([]), fc.array(hostArbitrary, { maxLength: 3 })),
  childId: fc.constantFrom('zara', 'ali'),
});

function eventOf(step: Step, at: number, steady: { run: number; ms: number }): LedgerEvent {
  const { kind, childId, host, beside } = step;
  const spot = (name: string) => ({ host: name, categories: categoriesOf(name) });
  if (kind === 'show')
    return { kind, at, steady, childId, ...spot(host), beside: beside.map(spot) };
  if (kind === 'loud' || kind === 'quiet')
    return { kind: 'audible', audible: kind === 'loud', at, steady };
  return { kind, at, steady };
}

// Two hosts share a category, one has two: what could be counted twice.
const categoriesOf = (host: string): string[] =>
  host === 'a.test' ? ['games'] : ['games', 'video'];

const allUsage = (ledger: Ledger): Usage[] => [
  ...ledger.finished.map(({ usage }) => usage),
  ...Object.values(ledger.usage),
];
const sumOf = (seconds: readonly number[]): number =>
  seconds.reduce((sum, each) => sum + Math.round(each * 1000), 0);

const countedMs = (ledger: Ledger): number =>
  sumOf(allUsage(ledger).map(({ totalSeconds }) => totalSeconds));

const zones = fc.constantFrom(
  'UTC',
  'Asia/Karachi',
  'Europe/Paris',
  'Africa/Cairo',
  'Pacific/Kiritimati',
);

test('BYP-152 whatever happens, counted time never falls and never exceeds real time', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 40 }), zones, (steps, firstZone) => {
      let ledger = emptyLedger;
      let real = 0;
      let wall = noon;
      let worker = { run: 1, startedAt: 0 };
      // A clock set while the worker is dead can not be told from time: at most one gap each.
      let blindMs = 0;
      let judgedBefore = Number.NEGATIVE_INFINITY;
      for (const step of steps) {
        real += step.realMs;
        wall += step.realMs + step.wallJumpMs;
        if (step.isKilled) {
          worker = { run: worker.run + 1, startedAt: real };
          if (step.wallJumpMs !== 0) blindMs += 90_000;
        }
        const before = countedMs(ledger);
        const event = eventOf(step, wall, { run: worker.run, ms: real - worker.startedAt });
        ledger = reduce(ledger, event, { zone: firstZone, keptHosts: [] });
        expect(countedMs(ledger)).toBeGreaterThanOrEqual(before);
        expect(countedMs(ledger)).toBeLessThanOrEqual(real + blindMs);
        expect(ledger.judgedAt).toBeGreaterThanOrEqual(judgedBefore);
        judgedBefore = ledger.judgedAt;
      }
      expect(parseWith(ledgerSchema, JSON.parse(JSON.stringify(ledger)))).toStrictEqual({
        ok: true,
        value: ledger,
      });
    }),
  );
});

const played = (steps: readonly Step[], zone: string): Ledger => {
  let wall = noon;
  return steps.reduce((state, step) => {
    wall += step.realMs;
    return reduce(state, eventOf(step, wall, { run: 1, ms: wall - noon }), { zone, keptHosts: [] });
  }, emptyLedger);
};

test('BYP-152 nothing is counted twice: no host and no category has more than the day, no host less than nothing', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 30 }), zones, (steps, zone) => {
      for (const { totalSeconds, byHost, byCategory } of allUsage(played(steps, zone))) {
        for (const seconds of [...Object.values(byHost), ...Object.values(byCategory)]) {
          expect(seconds).toBeGreaterThan(0);
          expect(seconds).toBeLessThanOrEqual(totalSeconds);
        }
        // Every page here is a game, so no second of the day is outside of it.
        expect(byCategory['games'] ?? 0).toBe(totalSeconds);
      }
    }),
  );
});

test('BYP-152 with nothing beside the page in front the hosts of a day add up to the day', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 30 }), (steps) => {
      const alone = steps.map((step) => ({ ...step, beside: [] }));
      for (const { totalSeconds, byHost } of allUsage(played(alone, 'UTC')))
        expect(sumOf(Object.values(byHost))).toBe(Math.round(totalSeconds * 1000));
    }),
  );
});

test('the hours of a day add up to the day, on days of 23 and 25 hours too', () => {
  const nights = fc.constantFrom(
    '2026-03-28T22:00:00Z',
    '2026-10-24T22:00:00Z',
    '2026-11-22T18:00:00Z',
  );
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 30 }), nights, zones, (steps, night, zone) => {
      let wall = Date.parse(night);
      const ledger = steps.reduce((state, step) => {
        wall += step.realMs % 90_000;
        return reduce(state, eventOf(step, wall, { run: 1, ms: 0 }), { zone, keptHosts: [] });
      }, emptyLedger);
      for (const { totalSeconds, byHour } of allUsage(ledger))
        expect(sumOf(byHour ?? [])).toBe(Math.round(totalSeconds * 1000));
    }),
  );
});

test('within a day no host with a quota and no category ever falls, whatever else is visited', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 40 }), (steps) => {
      const rules = { zone: 'Asia/Karachi', keptHosts: ['a.test'] };
      let wall = noon;
      let ledger = emptyLedger;
      for (const step of steps) {
        wall += step.realMs % 90_000;
        const before = ledger.usage[step.childId];
        ledger = reduce(ledger, eventOf(step, wall, { run: 1, ms: wall - noon }), rules);
        const after = ledger.usage[step.childId];
        if (before === undefined || after?.date !== before.date) continue;
        for (const sums of ['byHost', 'byCategory'] as const)
          for (const [name, seconds] of Object.entries(before[sums]))
            expect(after[sums][name]).toBeGreaterThanOrEqual(seconds);
      }
    }),
  );
});

test('the days kept for weekly limits are the days that were counted, newest first, with hosts that have a quota alone', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 60 }), (steps) => {
      const rules = { zone: 'UTC', keptHosts: ['a.test'] };
      let wall = noon;
      const ledger = steps.reduce((state, step) => {
        wall += step.realMs;
        return reduce(state, eventOf(step, wall, { run: 1, ms: wall - noon }), rules);
      }, emptyLedger);
      for (const childId of ['zara', 'ali']) {
        const past = pastOf(ledger, childId, momentAt(wall, 'UTC'));
        const filed = ledger.finished.filter((day) => day.childId === childId);
        const dates = past.map(({ date }) => date);
        expect(dates).toStrictEqual(dates.toSorted().toReversed());
        for (const { date, totalSeconds, byHost } of past) {
          const day = filed.find(({ usage }) => usage.date === date);
          expect(totalSeconds).toBe(day?.usage.totalSeconds);
          expect(Object.keys(byHost).filter((host) => host !== 'a.test')).toEqual([]);
          const ofQuota = Object.entries(day?.usage.byHost ?? {}).filter(([host]) =>
            host.endsWith('a.test'),
          );
          expect(Math.round((byHost['a.test'] ?? 0) * 1000)).toBe(
            sumOf(ofQuota.map(([, seconds]) => seconds)),
          );
        }
      }
    }),
  );
});

test('BYP-143 the count is the same wherever the worker was killed between signs of life', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          stepArbitrary,
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
        ),
        {
          maxLength: 30,
        },
      ),
      zones,
      (steps, zone) => {
        const rules = { zone, keptHosts: [] };
        let wall = noon;
        let plain = emptyLedger;
        let killed = emptyLedger;
        for (const [step, kills] of steps) {
          // A browser that starts anew drops what no stored sign of life vouches for: another law.
          if (step.kind === 'browser-start') continue;
          const gap = step.realMs % 90_001;
          for (const part of kills.toSorted((a, b) => a - b)) {
            killed = reduce(
              killed,
              { kind: 'worker-start', at: wall + Math.floor(gap * part) },
              rules,
            );
          }
          wall += gap;
          const { steady: _steady, ...event } = eventOf(step, wall, { run: 1, ms: 0 });
          plain = reduce(plain, event, rules);
          killed = reduce(killed, event, rules);
        }
        expect(killed.usage).toStrictEqual(plain.usage);
        expect(killed.finished).toStrictEqual(plain.finished);
        expect(killed.past).toStrictEqual(plain.past);
      },
    ),
  );
});

test('BYP-152 what was counted is a function of the stored state alone: storing and reading it back changes nothing', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 20 }), (steps) => {
      const rules = { zone: 'Asia/Karachi', keptHosts: [] };
      let wall = noon;
      let live = emptyLedger;
      let stored = emptyLedger;
      for (const step of steps) {
        wall += step.realMs + step.wallJumpMs;
        const event = eventOf(step, wall, { run: 1, ms: Math.max(0, wall - noon) });
        live = reduce(live, event, rules);
        stored = reduce(JSON.parse(JSON.stringify(stored)) as Ledger, event, rules);
      }
      expect(stored).toStrictEqual(live);
    }),
  );
});

test('events of which a worker is told late, by itself or by another, count no second twice', () => {
  const late = fc.record({
    step: stepArbitrary,
    lateMs: fc.integer({ min: 0, max: 5000 }),
    run: fc.integer({ min: 1, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(late, { maxLength: 40 }), (events) => {
      let real = 0;
      let ledger = emptyLedger;
      for (const { step, lateMs, run: worker } of events) {
        real += step.realMs % 90_000;
        const happened = Math.max(0, real - lateMs);
        const before = countedMs(ledger);
        const event = eventOf(step, noon + happened, { run: worker, ms: happened });
        ledger = reduce(ledger, event, { zone: 'UTC', keptHosts: [] });
        expect(countedMs(ledger)).toBeGreaterThanOrEqual(before);
        expect(countedMs(ledger)).toBeLessThanOrEqual(real);
        expect(ledger.setBacks).toEqual([]);
      }
    }),
  );
});
