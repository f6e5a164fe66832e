import fc from 'fast-check';
import { Secret, TOTP, URI } from 'otpauth';
import { describe, expect, test } from 'vitest';

import { fromBase32, toBase32 } from '@/rules/codes/base32.ts';
import {
  otpauthUri,
  phoneSecretFrom,
  readPhoneSecret,
  secretInGroups,
} from '@/rules/codes/otpauth.ts';

import { anyText } from '../../support/any-text.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('base32', () => {
  // RFC 4648, section 10, without the padding.
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('of "%s" is %s, and back', (plain, text) => {
    expect(toBase32(ascii(plain))).toBe(text);
    expect(fromBase32(text)).toEqual(ascii(plain));
  });

  test('agrees with an independent implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const theirs = new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
        expect(toBase32(bytes)).toBe(theirs);
        expect(fromBase32(theirs)).toEqual(bytes);
      }),
    );
  });

  test('is read as people write it', () => {
    expect(fromBase32(' mzxw 6ytb-oi====== ')).toEqual(ascii('foobar'));
  });

  test.each(['0', '1', '8', 'MZXW6YTBO!', 'M', 'MZ', 'ÄÖ', 'A'.repeat(129)])(
    'refuses "%s"',
    (text) => {
      expect(fromBase32(text)).toBeNull();
    },
  );

  test('takes any text without throwing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = fromBase32(text);
        expect(bytes === null || bytes instanceof Uint8Array).toBe(true);
      }),
    );
  });
});

describe('the address in the QR code', () => {
  const random = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
  const secret = phoneSecretFrom(random);

  test('carries 160 bits', () => {
    expect(secret).toHaveLength(32);
    expect(readPhoneSecret(secret)).toEqual(random.slice(0, 20));
    expect(readPhoneSecret(secretInGroups(secret).toLowerCase())).toEqual(random.slice(0, 20));
  });

  test('is read by an independent implementation as the same secret with the defaults of every app', () => {
    const read = URI.parse(otpauthUri(secret, 'Zara'));
    if (!(read instanceof TOTP)) throw new Error('not a TOTP address');
    expect(read.secret.base32).toBe(secret);
    expect(read).toMatchObject({
      issuer: 'Saathi',
      label: 'Zara',
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    });
  });

  test.each(['زارا', 'A: B', '&secret=AAAA', '100%', '#?/', ''])(
    'keeps its parts apart whatever the name is: "%s"',
    (name) => {
      const uri = otpauthUri(secret, name);
      const read = URI.parse(uri);
      expect(read.secret.base32).toBe(secret);
      expect(read.issuer).toBe('Saathi');
      expect(new URL(uri).searchParams.getAll('secret')).toEqual([secret]);
    },
  );

  test('takes any name without throwing', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const uri = otpauthUri(secret, name);
        expect(URI.parse(uri).secret.base32).toBe(secret);
        expect(uri.length).toBeLessThan(900);
      }),
    );
  });

  test.each(['', 'MZXW6YTB', `${secret}A`, 'not a secret'])('"%s" is no secret of ours', (text) => {
    expect(readPhoneSecret(text)).toBeNull();
  });
});
