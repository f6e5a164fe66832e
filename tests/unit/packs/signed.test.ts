import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { judgePack, lowestVersion, type Judging } from '@/rules/packs/edition.ts';
import { mostPackLength } from '@/rules/packs/limits.ts';
import type { Pack } from '@/rules/packs/pack.ts';
import { packInFile, readSignedPack } from '@/rules/packs/signed.ts';

import { checkText, fittingOf } from '../../../scripts/packs/verify.ts';
import { anyText } from '../../support/any-text.ts';
import { aMechanism, aPack, aPackKey, aSignedPack, type TestPackKey } from '../../support/packs.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const key = aPackKey();
const others = aPackKey({ id: 'emirates', countries: ['AE'] });

const check = (text: string, changed: Partial<Judging> = {}) =>
  checkText(text, { wanted: ['PK', 'ZZ'], seen: 1, now, keys: [key, others], ...changed });
const checkPack = (pack: Pack, keys: readonly TestPackKey[] = [key], how: Partial<Judging> = {}) =>
  check(JSON.stringify(aSignedPack(pack, ...keys)), how);
const problem = (checked: ReturnType<typeof check>): string =>
  checked.ok ? 'taken' : checked.failure.problem;
const good = aSignedPack(aPack({ mechanisms: [aMechanism()] }), key);

test('an edition that a trusted key signed, newer and not expired, is taken', () => {
  expect(check(JSON.stringify(good))).toEqual({ ok: true, value: { pack: good.pack, file: good } });
});

test('spaces, the order of members and a byte-order mark do not matter: what is signed is the content', () => {
  const { schema, pack, signatures } = good;
  const turned = Object.fromEntries(Object.entries(pack).toReversed());
  const text = `\uFEFF${JSON.stringify({ signatures, pack: turned, schema }, null, 3)}`;
  expect(problem(check(text))).toBe('taken');
});

describe('a file that is no pack', () => {
  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><h1>Sign in</h1>'],
    ['half a file', JSON.stringify(good).slice(0, 200)],
    ['a list', '[]'],
    ['another version of the format', JSON.stringify({ ...good, schema: 'saathi-signed-pack/2' })],
    ['an extra key outside', JSON.stringify({ ...good, more: 1 })],
    ['an extra key inside', JSON.stringify({ ...good, pack: { ...good.pack, script: 'x' } })],
    [
      'an extra key in a line',
      JSON.stringify({
        ...good,
        pack: { ...good.pack, mechanisms: [{ ...aMechanism(), onclick: 'x' }] },
      }),
    ],
    ['a prototype outside', JSON.stringify(good).replace('{', '{"__proto__":{"x":1},')],
    ['a prototype inside', JSON.stringify(good).replace('"pack":{', '"pack":{"__proto__":{},')],
    [
      'a signature that is too short',
      JSON.stringify({ ...good, signatures: [{ key: 'test-key', signature: 'AAAA' }] }),
    ],
    [
      'the same key twice',
      JSON.stringify({ ...good, signatures: [...good.signatures, ...good.signatures] }),
    ],
    [
      'a version that is no whole number',
      JSON.stringify({ ...good, pack: { ...good.pack, version: 2.5 } }),
    ],
    [
      'more lines than any country has',
      JSON.stringify(aSignedPack(aPack({ mechanisms: Array(501).fill(aMechanism()) }), key)),
    ],
    ['more text than any pack', `${JSON.stringify(good)}${' '.repeat(mostPackLength)}`],
  ])('is refused: %s', (_, text) => {
    expect(problem(check(text))).toBe('not-a-pack');
  });

  test('is refused quickly however deep it is', () => {
    expect(problem(check('['.repeat(200_000)))).toBe('not-a-pack');
    expect(problem(check(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`))).toBe('not-a-pack');
  });

  test('never throws, and nothing unsigned is ever taken', () => {
    const value = fc.oneof(
      anyText,
      fc.json(),
      fc.jsonValue().map((any) => JSON.stringify({ ...good, pack: any })),
    );
    fc.assert(
      fc.property(value, (text) => {
        expect(check(text).ok).toBe(false);
      }),
    );
  });
});

describe('who signed', () => {
  test('a pack without an envelope, or with nobody’s signature, is not signed', () => {
    expect(problem(check(JSON.stringify(good.pack)))).toBe('not-signed');
    expect(problem(checkPack(good.pack, []))).toBe('not-signed');
  });

  test('a key that is not known here does not count', () => {
    expect(problem(checkPack(good.pack, [aPackKey({ id: 'stranger' })]))).toBe('unknown-key');
  });

  test('a stranger who uses the name of a known key is found out', () => {
    expect(problem(checkPack(good.pack, [aPackKey()]))).toBe('wrong-signature');
  });

  test('a country’s own key signs for that country and no other', () => {
    expect(problem(checkPack(aPack(), [others]))).toBe('unknown-key');
    const own = aPack({ country: 'AE' });
    expect(problem(checkPack(own, [others], { wanted: ['AE'] }))).toBe('taken');
  });

  test('a key signs within its own days alone', () => {
    expect(problem(checkPack(aPack({ issued: '2025-12-31' })))).toBe('unknown-key');
    const old = aPackKey({ until: '2026-11-19' });
    expect(problem(checkPack(aPack(), [old], { keys: [old] }))).toBe('unknown-key');
  });

  test('while keys roll over, one known signature is enough; a known one that does not fit is too many', () => {
    const next = aPackKey({ id: 'next-key' });
    expect(problem(checkPack(aPack(), [key, next]))).toBe('taken');
    expect(problem(checkPack(aPack(), [next, key], { keys: [next] }))).toBe('taken');
    const spoiled = aSignedPack(aPack(), key, next);
    const [first] = spoiled.signatures;
    const wrong = { ...spoiled, signatures: [first, { ...first, key: 'next-key' }] };
    expect(problem(check(JSON.stringify(wrong), { keys: [key, next] }))).toBe('wrong-signature');
  });

  test('a signature over another pack, or over the bytes without their first line, does not fit', () => {
    const { signatures } = aSignedPack(aPack({ version: 3 }), key);
    expect(problem(check(JSON.stringify({ ...good, signatures })))).toBe('wrong-signature');
  });

  test('no member of a pack can be changed, put in or taken out without the signature', () => {
    const paths = [
      'version',
      'issued',
      'expires',
      'country',
      'updates',
      'emergency',
      'desk',
    ] as const;
    const values: Readonly<Record<(typeof paths)[number], unknown>> = {
      version: 9,
      issued: '2026-11-21',
      expires: '2027-11-21',
      country: 'ZZ',
      updates: 'https://elsewhere.example/PK.json',
      emergency: { phone: '15', phoneFormat: 'short' },
      desk: { kind: 'mail', name: 'Desk', address: 'a@b.example' },
    };
    for (const path of paths) {
      const changed = { ...good, pack: { ...good.pack, [path]: values[path] } };
      expect(problem(check(JSON.stringify(changed))), path).toBe('wrong-signature');
    }
    fc.assert(
      fc.property(fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), (at, piece) => {
        const text = JSON.stringify(good);
        const place = at % text.length;
        const spoiled = text.slice(0, place) + piece + text.slice(place + 1);
        const file = readSignedPack(spoiled);
        const isSame = file.ok && JSON.stringify(file.value) === text;
        expect(isSame || problem(check(spoiled)) !== 'taken').toBe(true);
      }),
    );
  });
});

describe('which edition', () => {
  test('an older one, or another one of the same number, never takes the place of the one in use', () => {
    expect(problem(checkPack(aPack({ version: 4 }), [key], { seen: 5 }))).toBe('not-newer');
    expect(problem(checkPack(aPack({ version: 5 }), [key], { seen: 5 }))).toBe('not-newer');
    expect(problem(checkPack(aPack({ version: 6 }), [key], { seen: 5 }))).toBe('taken');
  });

  test('what was seen holds back while its key is trusted, and no longer', () => {
    const seen = { version: 2 ** 50, keys: ['stolen'] };
    expect(lowestVersion({ version: 3 }, seen, [key])).toBe(3);
    expect(lowestVersion({ version: 3 }, seen, [{ ...key, id: 'stolen' }])).toBe(2 ** 50);
    expect(lowestVersion(null, undefined)).toBe(0);
  });

  test('one of another country is refused, one for any country is not', () => {
    expect(problem(checkPack(aPack({ country: 'IN' })))).toBe('other-country');
    expect(problem(checkPack(aPack({ country: 'ZZ' })))).toBe('taken');
  });

  test('an expired one is refused two days after its last day: clocks differ', () => {
    const last = (expires: string) => problem(checkPack(aPack({ expires })));
    expect(last('2026-11-20')).toBe('expired');
    expect(last('2026-11-21')).toBe('taken');
    expect(last('2026-02-30')).toBe('unsound');
  });

  test('one that would be good for longer than anybody looks after it, or is of the future, is not sound', () => {
    expect(problem(checkPack(aPack({ expires: '2030-01-01' })))).toBe('unsound');
    expect(problem(checkPack(aPack({ issued: '2026-11-25' })))).toBe('unsound');
    expect(problem(checkPack(aPack({ issued: '2026-11-23' })))).toBe('taken');
    expect(problem(checkPack(aPack({ issued: '2026-11-20', expires: '2026-11-19' })))).toBe(
      'unsound',
    );
  });

  test('a signed one that breaks the rules for packs says which', () => {
    const checked = checkPack(
      aPack({ mechanisms: [aMechanism({ phone: '+92', phoneFormat: 'e164' })] }),
    );
    expect(checked).toEqual({
      ok: false,
      failure: { problem: 'unsound', detail: 'pk-one: the number +92 is not e164' },
    });
  });

  test('signatures are judged before anything else: a stranger learns nothing of what is in use', () => {
    const file = aSignedPack(aPack({ country: 'IN', version: 0 }), aPackKey({ id: 'stranger' }));
    const judged = judgePack(file, {
      wanted: ['PK'],
      seen: 9,
      now,
      fitting: fittingOf(file, [key]),
      keys: [key],
    });
    expect(judged).toMatchObject({ ok: false, failure: { problem: 'unknown-key' } });
  });
});

test('the pack in a file of our own package is read whatever its signatures; what is no pack is null', () => {
  expect(packInFile({ ...good, signatures: [] })).toEqual(good.pack);
  for (const wrong of [null, 1, [], {}, good.pack]) expect(packInFile(wrong)).toBeNull();
});
