import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseWith } from '@/rules/parse.ts';
import {
  emptyLedger,
  type Ledger,
  type LedgerEvent,
  ledgerSchema,
  reduce,
} from '@/rules/time/ledger.ts';

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
  readonly childId: string;
};

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
  host: fc.constantFrom('a.test', 'b.test', 'c.a.test'),
  childId: fc.constantFrom('zara', 'ali'),
});

function eventOf(step: Step, at: number, steady: { run: number; ms: number }): LedgerEvent {
  const { kind, childId, host } = step;
  if (kind === 'show') return { kind, at, steady, childId, host, categories: ['games'] };
  if (kind === 'loud' || kind === 'quiet')
    return { kind: 'audible', audible: kind === 'loud', at, steady };
  return { kind, at, steady };
}

const countedMs = (ledger: Ledger): number =>
  [...ledger.finished.map(({ usage }) => usage), ...Object.values(ledger.usage)].reduce(
    (sum, usage) => sum + Math.round(usage.totalSeconds * 1000),
    0,
  );

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

test('BYP-152 the parts of a day add up to the day', () => {
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 30 }), (steps) => {
      let wall = noon;
      const ledger = steps.reduce((state, step) => {
        wall += step.realMs;
        return reduce(state, eventOf(step, wall, { run: 1, ms: wall - noon }), {
          zone: 'UTC',
          keptHosts: [],
        });
      }, emptyLedger);
      for (const { totalSeconds, byHost, byCategory } of Object.values(ledger.usage)) {
        const hosts = Object.values(byHost).reduce(
          (sum, seconds) => sum + Math.round(seconds * 1000),
          0,
        );
        expect(hosts).toBe(Math.round(totalSeconds * 1000));
        expect(byCategory['games'] ?? 0).toBe(totalSeconds);
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
