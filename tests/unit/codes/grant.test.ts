import { generateKeyPairSync, sign, verify } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  type Grant,
  givenBy,
  judgeGrant,
  keyOfGrant,
  messageOfGrant,
  newGrant,
  readGrantFile,
  readUsedGrants,
  type UsedGrants,
  withUsed,
  writeGrantFile,
} from '@/rules/codes/grant.ts';
import { fromBase64url, toBase64url } from '@/rules/lists/feed/base64url.ts';
import type { GrantKey } from '@/rules/policy/schema.ts';
import { momentAt } from '@/rules/time/moment.ts';

import { anyText } from '../../support/any-text.ts';

const zone = 'Asia/Karachi';
const noon = Date.parse('2026-11-18T12:00:00+05:00');
const midnight = Date.parse('2026-11-19T00:00:00+05:00');
const minute = 60_000;
const day = 86_400_000;

const nothing = readUsedGrants(null, noon);

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ format: 'jwk' }).x ?? '';
const key: GrantKey = { id: 'key-of-this-browser', name: 'Ammi', childId: 'zara', publicKey };

const aGrant = (about: Partial<Grant> = {}): Grant => ({
  ...newGrant(
    {
      id: 'grant-1',
      key: key.id,
      childId: 'zara',
      gives: { kind: 'host', host: 'video.test', minutes: 30 },
    },
    noon,
  ),
  ...about,
});
const fileOf = (grant: Grant): string =>
  writeGrantFile(
    grant,
    toBase64url(Uint8Array.from(sign(null, Buffer.from(messageOfGrant(grant)), pair.privateKey))),
  );
const isSigned = (message: string, signature: string): boolean => {
  const bytes = fromBase64url(signature);
  return bytes !== null && verify(null, Buffer.from(message), pair.publicKey, bytes);
};

/** Reads and judges, as the background does. */
function taken(
  text: string,
  about: { at?: number; childId?: string; used?: UsedGrants; keys?: readonly GrantKey[] } = {},
) {
  const file = readGrantFile(text);
  if (!file.ok) return file.failure;
  const { grant, message, signature } = file.value;
  const accepted = keyOfGrant(about.keys ?? [key], grant);
  if (accepted === null) return 'other-browser';
  const judged = judgeGrant(grant, {
    key: accepted,
    isSigned: isSigned(message, signature),
    childId: about.childId ?? 'zara',
    used: about.used ?? nothing,
    moment: momentAt(about.at ?? noon, zone),
    overrideId: 'override-1',
  });
  return judged.ok ? judged.value : judged.failure;
}

describe('a grant file', () => {
  test('gives what it names, from when it is taken', () => {
    expect(taken(fileOf(aGrant()), { at: noon + 5 * minute })).toEqual({
      id: 'override-1',
      childId: 'zara',
      covers: { kind: 'host', host: 'video.test' },
      grantedAt: noon + 5 * minute,
      expiresAt: noon + 35 * minute,
      requestId: null,
    });
  });

  test('is canonical JSON: the same grant gives the same file', () => {
    const { gives, ...rest } = aGrant();
    const turned: Grant = { gives: { minutes: 30, host: 'video.test', kind: 'host' }, ...rest };
    expect(gives).toEqual(turned.gives);
    expect(fileOf(turned)).toBe(fileOf(aGrant()));
  });

  test.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['lines around it', (text: string) => `\r\n${text}\n`],
  ])('may have %s', (_, change) => {
    expect(taken(change(fileOf(aGrant())))).toHaveProperty('covers');
  });

  test.each([
    ['an empty one', '', 'not-ours'],
    ['no JSON', 'hello', 'not-ours'],
    ['a picture', '\u0089PNG\r\n', 'not-ours'],
    ['another JSON', '{"signed":{"type":"saathi-feed/1"}}', 'not-ours'],
    ['null', 'null', 'not-ours'],
    ['a deep one', '['.repeat(2000) + ']'.repeat(2000), 'not-ours'],
    ['a large one', `${fileOf(aGrant())}${' '.repeat(5000)}`, 'too-large'],
  ])('refuses %s', (_, text, failure) => {
    expect(taken(text)).toBe(failure);
  });

  test.each([
    ['more minutes', (text: string) => text.replace('"minutes":30', '"minutes":90')],
    ['another host', (text: string) => text.replace('video.test', 'adult.test')],
    ['a later end', (text: string) => text.replace(String(noon + day), String(noon + day - 1))],
    ['spaces within', (text: string) => text.replace('{"signed"', '{ "signed"').replace(',', ', ')],
    ['another member', (text: string) => text.replace('{"childId"', '{"a":1,"childId"')],
    ['a doubled member', (text: string) => text.replace('"id":"', '"id":"other","id":"')],
    [
      'another signature',
      (text: string) => text.replace(/"signature":"[^"]*"/, `"signature":"${'A'.repeat(86)}"`),
    ],
    ['no signature', (text: string) => text.replace(/"signature":"[^"]*",/, '')],
    ['601 minutes', (text: string) => text.replace('"minutes":30', '"minutes":601')],
  ])('with %s was altered', (_, change) => {
    const text = fileOf(aGrant());
    expect(change(text)).not.toBe(text);
    expect(taken(change(text))).toBe('altered');
  });

  test('any one character changed is refused', () => {
    const text = fileOf(aGrant());
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 33, max: 126 }), (at, unit) => {
        fc.pre(text.charCodeAt(at) !== unit);
        const changed = text.slice(0, at) + String.fromCharCode(unit) + text.slice(at + 1);
        expect(taken(changed)).toBeTypeOf('string');
      }),
    );
  });

  test('any text gives a refusal and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(taken(text)).toBe('not-ours');
      }),
    );
  });
});

describe('a rightly signed grant is refused', () => {
  test.each([
    ['for another browser of the family', aGrant({ key: 'key-elsewhere' }), {}, 'other-browser'],
    ['once its key is taken back', aGrant(), { keys: [] }, 'other-browser'],
    ['for a brother, under this child’s key', aGrant({ childId: 'ali' }), {}, 'other-child'],
    ['while a brother is browsing', aGrant(), { childId: 'ali' }, 'other-child'],
    ['from the moment it ends', aGrant(), { at: noon + day }, 'expired'],
    ['that would hold for years', aGrant({ expiresAt: noon + 900 * day }), {}, 'expired'],
    ['that ends before it begins', aGrant({ expiresAt: noon - 1 }), {}, 'expired'],
    ['from the future', aGrant(), { at: noon - 11 * minute }, 'from-future'],
    [
      'when taken before',
      aGrant(),
      { used: { notBefore: 0, grants: [{ id: 'grant-1', until: noon }] } },
      'used',
    ],
    [
      'for no host',
      aGrant({ gives: { kind: 'host', host: 'not a host', minutes: 5 } }),
      {},
      'of-no-use',
    ],
    ['for no host at all', aGrant({ gives: { kind: 'host', minutes: 5 } }), {}, 'of-no-use'],
    [
      'for no scope',
      aGrant({ gives: { kind: 'minutes', scope: 'everything', minutes: 5 } }),
      {},
      'of-no-use',
    ],
  ] satisfies [string, Grant, Parameters<typeof taken>[1], string][])(
    '%s',
    (_, grant, about, failure) => {
      expect(taken(fileOf(grant), about)).toBe(failure);
    },
  );

  test('though a key under the same id elsewhere is another key', () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '';
    const elsewhere = { ...key, publicKey: other };
    const file = readGrantFile(fileOf(aGrant()));
    if (!file.ok) throw new Error(file.failure);
    const judged = judgeGrant(file.value.grant, {
      key: elsewhere,
      isSigned: false,
      childId: 'zara',
      used: nothing,
      moment: momentAt(noon, zone),
      overrideId: 'override-1',
    });
    expect(judged).toEqual({ ok: false, failure: 'altered' });
  });

  test('but not by a clock a few minutes behind', () => {
    expect(taken(fileOf(aGrant()), { at: noon - 9 * minute })).toHaveProperty('covers');
  });
});

describe('what a grant gives', () => {
  const moment = momentAt(noon, zone);

  test('minutes go to one scope or to every limit, and end with the day', () => {
    expect(givenBy({ kind: 'minutes', scope: 'host:video.test', minutes: 15 }, moment)).toEqual({
      covers: { kind: 'time', scope: 'host:video.test', extraSeconds: 900 },
      expiresAt: midnight,
    });
    expect(givenBy({ kind: 'minutes', minutes: 15 }, moment)).toEqual({
      covers: { kind: 'time', extraSeconds: 900 },
      expiresAt: midnight,
    });
  });

  test('a closed time opens for as long', () => {
    expect(givenBy({ kind: 'quiet-time', minutes: 45 }, moment)).toEqual({
      covers: { kind: 'time', scope: 'quiet-time' },
      expiresAt: noon + 45 * minute,
    });
  });

  test('a host is kept in its canonical form', () => {
    expect(givenBy({ kind: 'host', host: 'Video.TEST.', minutes: 1 }, moment)).toMatchObject({
      covers: { host: 'video.test' },
    });
  });
});

describe('grants that were taken', () => {
  test('are remembered long after they end, so that a clock put right makes none new', () => {
    const used = withUsed(nothing, aGrant(), noon) ?? nothing;
    const count = (at: number) => withUsed(used, aGrant({ id: 'grant-2' }), at)?.grants.length;
    expect(count(noon + 20 * day)).toBe(2);
    expect(count(noon + 40 * day)).toBe(1);
    expect(readUsedGrants(JSON.parse(JSON.stringify(used)), noon + day)).toEqual(used);
  });

  test('are never forgotten to make room', () => {
    const grants = Array.from({ length: 2000 }, (_, at) => ({ id: `g-${at}`, until: noon + day }));
    expect(withUsed({ notBefore: 0, grants }, aGrant(), noon)).toBeNull();
  });

  test.each([[[]], ['x'], [{ grants: [] }], [7]])(
    'whose memory is damaged (%j) stay taken, and later ones are taken still',
    (damaged) => {
      const used = readUsedGrants(damaged, noon + 1);
      expect(taken(fileOf(aGrant()), { used })).toBe('used');
      const later = aGrant({ issuedAt: noon + 2, expiresAt: noon + day });
      expect(taken(fileOf(later), { used })).toHaveProperty('covers');
    },
  );
});
