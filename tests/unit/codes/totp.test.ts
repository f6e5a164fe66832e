import { createHmac } from 'node:crypto';

import fc from 'fast-check';
import { HOTP, Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';

import {
  codeOfMac,
  counterBytes,
  judgeCode,
  type Shown,
  stepAt,
  stepMs,
  stepsToCompare,
} from '@/rules/codes/totp.ts';

const mac = (key: Uint8Array, step: number, hash = 'sha1'): Uint8Array =>
  Uint8Array.from(createHmac(hash, key).update(counterBytes(step)).digest());
/** The secret of both RFCs: "12345678901234567890" in ASCII. */
const key = new TextEncoder().encode('12345678901234567890');
const shownAt = (at: number): Shown[] =>
  stepsToCompare(at).map((step) => ({ step, code: codeOfMac(mac(key, step)) }));
const codeAt = (at: number): string => codeOfMac(mac(key, stepAt(at)));

describe('RFC 4226, appendix D', () => {
  test.each(
    '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'
      .split(' ')
      .map((code, counter) => [counter, code] as const),
  )('counter %i gives %s', (counter, code) => {
    expect(codeOfMac(mac(key, counter))).toBe(code);
  });

  test('the values before truncation are those of the RFC', () => {
    expect(Buffer.from(mac(key, 0)).toString('hex')).toBe(
      'cc93cf18508d94934c64b65d8ba7667fb7cde4b0',
    );
    expect(codeOfMac(mac(key, 0), 10)).toBe('1284755224');
  });
});

describe('RFC 6238, appendix B (SHA-1, eight digits)', () => {
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('second %i gives %s', (seconds, code) => {
    expect(codeOfMac(mac(key, stepAt(seconds * 1000)), 8)).toBe(code);
  });

  test('the counter of the last vector is the one the RFC prints', () => {
    expect(Buffer.from(counterBytes(stepAt(20_000_000_000_000))).toString('hex')).toBe(
      '0000000027bc86aa',
    );
  });

  test('a counter beyond 32 bits keeps its high bytes', () => {
    expect([...counterBytes(2 ** 40 + 7)]).toEqual([0, 0, 1, 0, 0, 0, 0, 7]);
  });
});

test('an independent implementation shows the same code for any secret at any time', () => {
  const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(secrets, fc.integer({ min: 0, max: 253_402_300_799_000 }), (bytes, at) => {
      const secret = new Secret({ buffer: Uint8Array.from(bytes).buffer });
      const theirs = TOTP.generate({ secret, digits: 6, period: 30, timestamp: at });
      expect(codeOfMac(mac(bytes, stepAt(at)))).toBe(theirs);
      expect(codeOfMac(mac(bytes, stepAt(at)), 8)).toBe(
        HOTP.generate({ secret, digits: 8, counter: stepAt(at) }),
      );
    }),
  );
});

describe('a code', () => {
  const at = Date.parse('2026-11-18T12:00:10+05:00');
  const fresh = { lastStep: 0, at };

  test.each([
    ['now', 0],
    ['one step late', -1],
    ['one step early', 1],
  ])('is taken %s', (_, steps) => {
    const judged = judgeCode(codeAt(at + steps * stepMs), shownAt(at), fresh);
    expect(judged).toEqual({ kind: 'right', step: stepAt(at) + steps });
  });

  test.each([
    ['two steps early', 2, 'wrong'],
    ['two steps late', -2, 'old'],
    ['ten minutes late', -20, 'old'],
    ['eleven minutes late', -22, 'wrong'],
  ])('is not taken %s', (_, steps, kind) => {
    expect(judgeCode(codeAt(at + steps * stepMs), shownAt(at), fresh)).toEqual({ kind });
  });

  test('counts once, and so does its step on another day with the clock set back', () => {
    const lastStep = stepAt(at);
    expect(judgeCode(codeAt(at), shownAt(at), { lastStep, at })).toEqual({ kind: 'used' });
  });

  test('makes every code before it old', () => {
    const judged = judgeCode(codeAt(at - stepMs), shownAt(at), { lastStep: stepAt(at), at });
    expect(judged).toEqual({ kind: 'old' });
  });

  test('the next one counts again', () => {
    const next = at + stepMs;
    const judged = judgeCode(codeAt(next), shownAt(next), { lastStep: stepAt(at), at: next });
    expect(judged).toEqual({ kind: 'right', step: stepAt(next) });
  });

  test('that stands at two steps is right if one of them is', () => {
    const now = stepAt(at);
    const twice = [now - 5, now].map((step) => ({ step, code: '123456' }));
    expect(judgeCode('123456', twice, { lastStep: now - 5, at })).toEqual({
      kind: 'right',
      step: now,
    });
  });

  test('of an empty list of steps is wrong', () => {
    expect(judgeCode('123456', [], fresh)).toEqual({ kind: 'wrong' });
  });
});

test('whatever was taken, no step is ever taken twice and none after a later one', () => {
  const moves = fc.array(
    fc.record({ by: fc.integer({ min: -300, max: 300 }), late: fc.integer({ min: -3, max: 3 }) }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(moves, (tries) => {
      let [at, lastStep] = [1_763_000_000_000, 0];
      const taken: number[] = [];
      for (const { by, late } of tries) {
        at += by * 1000;
        const judged = judgeCode(codeAt(at + late * stepMs), shownAt(at), { lastStep, at });
        if (judged.kind !== 'right') continue;
        expect(Math.abs(judged.step - stepAt(at))).toBeLessThanOrEqual(1);
        expect(judged.step).toBeGreaterThan(lastStep);
        lastStep = judged.step;
        taken.push(judged.step);
      }
      expect(new Set(taken).size).toBe(taken.length);
    }),
  );
});

test('no input makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.double(), fc.uint8Array({ maxLength: 40 }), (typed, at, bytes) => {
      expect(codeOfMac(bytes)).toMatch(/^\d{6}$/);
      expect(judgeCode(typed, [{ step: 1, code: '000000' }], { lastStep: 0, at })).toHaveProperty(
        'kind',
      );
      expect(stepsToCompare(at)).toSatisfy((steps: unknown) => Array.isArray(steps));
    }),
  );
});
