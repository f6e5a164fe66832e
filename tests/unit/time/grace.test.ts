import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Sighting } from '@/rules/time/elapsed.ts';
import {
  type Grace,
  graceLeft,
  type GraceLook,
  graceMs,
  nextGraceEndMs,
  settleGrace,
  type StoppedTab,
  withoutTab,
} from '@/rules/time/grace.ts';

const seenAt = (seconds: number, run = 1): Sighting => ({
  at: 1_000_000 + seconds * 1000,
  steady: { run, ms: 5000 + seconds * 1000 },
});
const tab = (id: number, more: Partial<StoppedTab> = {}): StoppedTab => ({
  id,
  scopes: ['all', 'category:games'],
  isStanding: true,
  ...more,
});
const open = { everything: false, scopes: [] };
const bedtime = { everything: true, scopes: [] };
const gamesSpent = { everything: false, scopes: ['category:games'] };

/** A session in which the tabs were seen open before. */
function aDay() {
  let grace: Grace | null = settleGrace(null, { seen: seenAt(0), closures: open, stopped: [] });
  return {
    look(seen: Sighting, closures: GraceLook['closures'], stopped: StoppedTab[]) {
      grace = settleGrace(grace, { seen, closures, stopped });
      return grace;
    },
    left: (id: number, seen: Sighting) => graceLeft(grace, id, seen),
    leaves: (id: number) => {
      grace = withoutTab(grace, id);
    },
    get now() {
      return grace;
    },
  };
}

describe('a page that stood open when a time rule stopped it', () => {
  test('has two minutes, and then none', () => {
    const day = aDay();
    day.look(seenAt(10), bedtime, [tab(1)]);
    expect(day.left(1, seenAt(10))).toBe(graceMs);
    expect(day.left(1, seenAt(129))).toBe(1000);
    expect(day.left(1, seenAt(130))).toBe(0);
    expect(nextGraceEndMs(day.now, seenAt(70))).toBe(60_000);
  });

  test('has no more after any number of looks', () => {
    const day = aDay();
    for (let second = 10; second <= 130; second += 1) day.look(seenAt(second), bedtime, [tab(1)]);
    expect(day.left(1, seenAt(130))).toBe(0);
    day.look(seenAt(131), bedtime, [tab(1)]);
    expect(day.left(1, seenAt(131))).toBe(0);
    expect(nextGraceEndMs(day.now, seenAt(131))).toBeNull();
  });

  test('has no more when a second rule stops it too', () => {
    const day = aDay();
    day.look(seenAt(10), gamesSpent, [tab(1)]);
    day.look(seenAt(100), bedtime, [tab(1), tab(2, { scopes: ['all', 'known'] })]);
    expect(day.left(1, seenAt(100))).toBe(30_000);
    expect(day.left(2, seenAt(100))).toBe(graceMs);
    day.look(seenAt(131), bedtime, [tab(1), tab(2, { scopes: ['all', 'known'] })]);
    expect(day.left(1, seenAt(131))).toBe(0);
  });

  test('has two minutes again at the next stop, after it was opened in between', () => {
    const day = aDay();
    day.look(seenAt(10), gamesSpent, [tab(1)]);
    day.look(seenAt(60), open, []);
    day.look(seenAt(960), gamesSpent, [tab(1)]);
    expect(day.left(1, seenAt(960))).toBe(graceMs);
  });
});

test('what is always open has two minutes when even that is called to rest', () => {
  const school = tab(1, { scopes: [] });
  const game = tab(2);
  const day = aDay();
  day.look(seenAt(10), { ...bedtime, except: ['school.test'] }, [game]);
  day.look(seenAt(400), bedtime, [school, game]);
  expect(day.left(1, seenAt(400))).toBe(graceMs);
  expect(day.left(2, seenAt(400))).toBe(0);
});

describe('no grace has', () => {
  test('a page of a browser that has only just started', () => {
    const first = settleGrace(null, { seen: seenAt(0), closures: bedtime, stopped: [tab(1)] });
    expect(graceLeft(first, 1, seenAt(0))).toBe(0);
    const second = settleGrace(first, { seen: seenAt(1), closures: bedtime, stopped: [tab(1)] });
    expect(graceLeft(second, 1, seenAt(1))).toBe(0);
  });

  test('a tab that comes after the stop: opened, undone, doubled', () => {
    const day = aDay();
    day.look(seenAt(10), bedtime, [tab(1)]);
    day.look(seenAt(11), bedtime, [tab(1), tab(2)]);
    expect(day.left(2, seenAt(11))).toBe(0);
  });

  test('a tab on its way to another page', () => {
    const day = aDay();
    day.look(seenAt(10), bedtime, [tab(1, { isStanding: false })]);
    expect(day.left(1, seenAt(10))).toBe(0);
    day.look(seenAt(11), bedtime, [tab(1)]);
    expect(day.left(1, seenAt(11))).toBe(0);
  });

  test('a tab whose page went away in the middle of it', () => {
    const day = aDay();
    day.look(seenAt(10), bedtime, [tab(1)]);
    day.leaves(1);
    day.look(seenAt(12), bedtime, [tab(1)]);
    expect(day.left(1, seenAt(12))).toBe(0);
  });
});

describe('a clock', () => {
  test('set back in the middle of it gives nothing', () => {
    const day = aDay();
    day.look(seenAt(10), bedtime, [tab(1)]);
    const back: Sighting = { at: seenAt(-3600).at, steady: seenAt(100).steady };
    expect(day.left(1, back)).toBe(30_000);
  });

  test('set back while no worker lived ends it', () => {
    const day = aDay();
    day.look(seenAt(10), bedtime, [tab(1)]);
    expect(day.left(1, seenAt(-3600, 2))).toBe(0);
  });

  test('that stood still while the machine slept gives nothing', () => {
    const day = aDay();
    day.look(seenAt(10), bedtime, [tab(1)]);
    expect(day.left(1, { at: seenAt(3600).at, steady: seenAt(11).steady })).toBe(0);
  });

  test('whatever it does, a page is never open longer than two minutes after its stop', () => {
    const step = fc.record({
      seconds: fc.integer({ min: 0, max: 50 }),
      setBy: fc.integer({ min: -200, max: 200 }),
      killed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const day = aDay();
        day.look(seenAt(10), bedtime, [tab(1)]);
        let [really, wall, run] = [10, 10, 1];
        for (const { seconds, setBy, killed } of steps) {
          really += seconds;
          // A clock set while a worker lives is found out by its other clock; while none lives, when it goes back.
          const shift = killed ? -Math.abs(setBy) - seconds - 1 : setBy;
          wall += seconds + shift;
          if (killed) run += 1;
          const seen: Sighting = {
            at: seenAt(wall).at,
            steady: { run, ms: 5000 + really * 1000 },
          };
          if (really > 130) expect(day.left(1, seen)).toBe(0);
          day.look(seen, bedtime, [tab(1)]);
        }
      }),
    );
  });
});
