import fc from 'fast-check';
import { expect, test } from 'vitest';

import { canonicalJson } from '@/rules/canonical.ts';
import { intakeLimits } from '@/rules/reporting/intake/protocol.ts';
import { redactAddress } from '@/rules/reporting/redact.ts';

import { someReport } from './builders.ts';

const kept = (address: string) => redactAddress(address).address;
const removed = (address: string) => redactAddress(address).removed;

test('an address without secrets is kept byte for byte', () => {
  for (const address of [
    'https://chat.example/u/stranger9',
    'https://chat.example/?q=a+b&&x=%C3%A4&flag#part-2',
    'https://chat.example/?',
    'https://chat.example/#',
    'http://chat.example:8080/a;v=1/b?x=1;y=2',
    'https://chat.example/%D8%A7?page=2#/room?id=7',
    'HTTPS://Chat.Example/Path',
  ]) {
    expect(kept(address)).toBe(address);
    expect(removed(address)).toEqual([]);
  }
});

test.each([
  ['https://a.example/?token=1&v=2', 'https://a.example/?v=2', ['token']],
  ['https://a.example/?v=2&Access_Token=1', 'https://a.example/?v=2', ['access_token']],
  ['https://a.example/?v=2&CODE=1&w=3', 'https://a.example/?v=2&w=3', ['code']],
  ['https://a.example/?otp=1', 'https://a.example/', ['otp']],
  ['https://a.example/?sid=1#top', 'https://a.example/#top', ['sid']],
  [
    'https://a.example/?sig=a&signature=b&key=c&reset=d',
    'https://a.example/',
    ['sig', 'signature', 'key', 'reset'],
  ],
  ['https://a.example/#access_token=1&state=x', 'https://a.example/#state=x', ['access_token']],
  ['https://a.example/#/room?id=7&session=1', 'https://a.example/#/room?id=7', ['session']],
  ['https://a.example/?pass%77ord=1', 'https://a.example/', ['password']],
  ['https://a.example/;jsessionid=1A?x=1', 'https://a.example/?x=1', ['jsessionid']],
  [
    'https://a.example/?X-Amz-Signature=1&f=a.png',
    'https://a.example/?f=a.png',
    ['x-amz-signature'],
  ],
  ['https://a.example/?auth', 'https://a.example/', ['auth']],
])('access parameters are taken out and named: %s', (address, expected, names) => {
  expect(redactAddress(address)).toEqual({ address: expected, removed: names, shortened: false });
});

test('a name and password before the host are taken out', () => {
  expect(redactAddress('https://me:secret@a.example/x@y')).toEqual({
    address: 'https://a.example/x@y',
    removed: ['user-info'],
    shortened: false,
  });
});

test('an address inside an address is cleaned too', () => {
  const inner = encodeURIComponent('https://b.example/?token=1&v=2');
  expect(kept(`https://a.example/?next=${inner}`)).toBe(
    `https://a.example/?next=${encodeURIComponent('https://b.example/?v=2')}`,
  );
});

test('a parameter that only resembles a secret stays', () => {
  expect(kept('https://a.example/?keyboard=1&encode=2&side=3&author=4')).toBe(
    'https://a.example/?keyboard=1&encode=2&side=3&author=4',
  );
});

test.each([
  'file:///home/family/letter.pdf',
  'data:text/html,hello',
  'blob:https://a.example/1-2',
  'chrome://settings/',
  'about:blank',
  'moz-extension://1/blocked.html',
  'view-source:https://a.example/',
  'javascript:alert(1)',
  '',
  'nonsense',
])('nothing is kept of an address of this device: %s', (address) => {
  expect(redactAddress(address)).toEqual({ address: null, removed: [], shortened: false });
});

test('BYP-219 an address of two megabytes is cut at 2,048 characters, never inside an escape', () => {
  for (const filler of ['a', '%D8%A7', 'ab%F0%9F%98%80']) {
    const long = redactAddress(`https://a.example/${filler.repeat(2_000_000 / filler.length)}`);
    expect(long.shortened).toBe(true);
    expect(long.address?.length).toBeLessThanOrEqual(2048);
    expect(long.address).not.toMatch(/%[0-9A-F]?$/);
  }
});

test('direction overrides and controls can not hide in an address', () => {
  expect(kept('https://a.example/\u202Egnp.exe')).toBe('https://a.example/%E2%80%AEgnp.exe');
  expect(kept('https://a.example/#a b\u0000')).toBe('https://a.example/#a%20b%00');
});

test('no secret of the list survives in any position, and nothing throws', () => {
  const name = fc.constantFrom(
    'token',
    'ACCESS_TOKEN',
    'auth',
    'otp',
    'session',
    'sid',
    'password',
  );
  const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
  const position = fc.constantFrom(
    (pair: string) => `?${pair}`,
    (pair: string) => `?a=1&${pair}&b=2`,
    (pair: string) => `#${pair}`,
    (pair: string) => `#/x?y=1&${pair}`,
  );
  fc.assert(
    fc.property(name, word, position, (secret, word_, at) => {
      const { address, removed: names } = redactAddress(
        `https://a.example/p${at(`${secret}=S3CRET${word_}`)}`,
      );
      expect(address).not.toContain('S3CRET');
      expect(names).toEqual([secret.toLowerCase()]);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => void redactAddress(any)));
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const once = redactAddress(url).address ?? '';
      expect(redactAddress(once)).toEqual({ address: once, removed: [], shortened: false });
    }),
  );
});

test('an address of nothing but secrets makes no report too large for a desk', () => {
  const names = Array.from({ length: 4000 }, (_, at) => `a${at}token=1`).join('&');
  expect(removed(`https://evil.test/?${names}`)).toHaveLength(20);
  const letter = someReport({ address: `https://evil.test/?${names}` });
  const bytes = new TextEncoder().encode(canonicalJson(letter)).length;
  expect(bytes).toBeLessThan(intakeLimits.letterBytes);
});

test('the names of what was removed are plain words on one line', () => {
  const address = 'https://evil.test/?%0AAddress:%20x%E2%80%AEtoken=1';
  expect(removed(address)).toEqual(['address: xtoken']);
});
