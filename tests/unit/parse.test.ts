import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';

import { parseWith } from '@/rules/parse.ts';
import { policySchema } from '@/rules/policy/schema.ts';

const schema = z.strictObject({
  name: z.string().check(z.maxLength(5)),
  days: z.array(z.strictObject({ minutes: z.int().check(z.minimum(0)) })),
});

test('a value that fits is returned as it was parsed', () => {
  expect(parseWith(schema, { name: 'Zara', days: [{ minutes: 3 }] })).toEqual({
    ok: true,
    value: { name: 'Zara', days: [{ minutes: 3 }] },
  });
});

test('a value that does not fit names every place, in the order of the document', () => {
  const parsed = parseWith(schema, {
    name: 'far too long',
    days: [{ minutes: 1 }, { minutes: -1 }],
  });
  expect(parsed.ok).toBe(false);
  expect(parsed.ok ? [] : parsed.failure.map(({ path }) => path)).toEqual([
    'name',
    'days.1.minutes',
  ]);
});

test('the document itself is the place ""', () => {
  const parsed = parseWith(schema, null);
  expect(parsed.ok ? null : parsed.failure.map(({ path }) => path)).toEqual(['']);
});

test('of a thousand problems ten are told', () => {
  const days = Array.from({ length: 1000 }, () => ({ minutes: 'x' }));
  const parsed = parseWith(schema, { name: 'Zara', days });
  expect(parsed.ok ? [] : parsed.failure).toHaveLength(10);
});

test('BYP-243 a key "__proto__" is refused where nothing unknown may stand, and changes nothing', () => {
  const untrusted = JSON.parse(
    '{"name":"Zara","days":[],"__proto__":{"unlocked":true}}',
  ) as unknown;
  expect(parseWith(schema, untrusted).ok).toBe(false);
  expect(({} as { unlocked?: boolean }).unlocked).toBeUndefined();
});

test('BYP-243 a key "__proto__" in a table of names is no entry of it', () => {
  const table = z.record(z.string(), z.number());
  const parsed = parseWith(table, JSON.parse('{"a":1,"__proto__":{"unlocked":true}}'));
  const value: Record<string, unknown> = parsed.ok ? parsed.value : {};
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(value['unlocked']).toBeUndefined();
});

test('BYP-253 nothing that can be sent makes it throw', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true }), (untrusted) => {
      const parsed = parseWith(policySchema, untrusted);
      expect(parsed.ok).toBe(false);
      for (const { path, message } of parsed.ok ? [] : parsed.failure) {
        expect(typeof path).toBe('string');
        expect(message).not.toBe('');
      }
    }),
  );
});
