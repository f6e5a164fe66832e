import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseAddress, toHost } from '@/rules/hosts/address.ts';
import { canonicalPath } from '@/rules/hosts/path.ts';
import { decodePunycode, unicodeHost } from '@/rules/hosts/punycode.ts';

import { anyText } from '../../support/any-text.ts';

const hostOf = (untrusted: string): string | undefined => parseAddress(untrusted)?.host;

test('BYP-001 scheme and host are lower-cased', () => {
  expect(hostOf('HTTP://BLOCKED.TEST/')).toBe('blocked.test');
  expect(parseAddress('hTtPs://bLoCkEd.TeSt/')).toMatchObject({
    scheme: 'https',
    host: 'blocked.test',
    port: null,
  });
});

test('BYP-002 one trailing dot is not part of the host', () => {
  expect(hostOf('http://blocked.test./')).toBe('blocked.test');
  expect(toHost('blocked.test.')).toBe('blocked.test');
});

test.each([
  'http://blocked.test../',
  'http://.blocked.test/',
  'http://blocked..test/',
  'http://./',
])('BYP-003 dots where a name should be make %s unreadable', (untrusted) => {
  expect(parseAddress(untrusted)).toBeNull();
});

test('BYP-009 user-info is never the host, and is not kept', () => {
  expect(parseAddress('http://allowed.test@blocked.test/')).toMatchObject({
    host: 'blocked.test',
    href: 'http://blocked.test/',
  });
  expect(parseAddress('http://blocked.test:x@allowed.test/')).toMatchObject({
    host: 'allowed.test',
    href: 'http://allowed.test/',
  });
});

test.each([
  ['BYP-012', 'http://blocked%2Etest/'],
  ['BYP-012', 'http://%62locked.test/'],
  ['BYP-013', 'http://blocked。test/'],
  ['BYP-013', 'http://blocked．test/'],
  ['BYP-013', 'http://blocked｡test/'],
  ['BYP-014', 'http://ｂｌｏｃｋｅｄ.test/'],
  ['BYP-014', 'http://blo\u00ADcked.test/'],
  ['BYP-014', 'http://blo\u200Bcked.test/'],
  ['BYP-014', 'http://blo\u2060cked.test/'],
  ['BYP-023', 'http://blocked.test/?x=1'],
  ['BYP-023', 'http://blocked.test/#frag'],
  ['BYP-023', 'http://blocked.test/;jsessionid=1'],
  ['BYP-023', '  http://blocked.test/  '],
  ['BYP-023', 'ht\ntp://bl\tocked.test/'],
  ['BYP-024', 'http:\\\\blocked.test\\x'],
  ['BYP-024', 'http:///blocked.test'],
  ['BYP-024', 'http:blocked.test'],
])('%s %s is blocked.test', (_id, untrusted) => {
  expect(hostOf(untrusted)).toBe('blocked.test');
});

test.each([
  '3405803783',
  '0xcb007107',
  '0xcb.0.0x71.7',
  '0313.0.0161.07',
  '203.0.28935',
  '203.0.113.7',
])('BYP-017 http://%s/ is 203.0.113.7', (number) => {
  expect(hostOf(`http://${number}/`)).toBe('203.0.113.7');
});

test.each([
  '[::ffff:203.0.113.7]',
  '[::ffff:cb00:7107]',
  '[64:ff9b::203.0.113.7]',
  '[64:ff9b::cb00:7107]',
  '[2002:cb00:7107::1]',
  '[::ffff:0:cb00:7107]',
])('BYP-018 %s is the IPv4 address it carries', (host) => {
  expect(hostOf(`http://${host}/`)).toBe('203.0.113.7');
  expect(toHost(host)).toBe('203.0.113.7');
});

test('BYP-019 IPv6 has one form, and a zone id breaks nothing', () => {
  expect(hostOf('http://[0:0:0:0:0:0:0:1]/')).toBe('[::1]');
  expect(toHost('2001:db8:0:0:0:0:0:1')).toBe(hostOf('http://[2001:DB8::1]/'));
  expect(parseAddress('http://[fe80::1%25eth0]/')).toBeNull();
});

test.each([
  ['/%62ad/', '/bad/'],
  ['/b%61d/', '/bad/'],
  ['/BAD/', '/bad/'],
  ['//bad/', '/bad/'],
  ['/x/../bad/', '/bad/'],
  ['/./bad/', '/bad/'],
  ['/x/%2e%2E/bad/', '/bad/'],
  ['/bad%2F', '/bad%2f'],
  ['/%2562ad/', '/%2562ad/'],
  ['/%C3%84pfel', '/%c3%a4pfel'],
  ['/%A4%ff', '/%a4%ff'],
])('BYP-021 the path %s is compared as %s', (path, canonical) => {
  expect(parseAddress(`http://blocked.test${path}`)?.path).toBe(canonical);
});

test('BYP-057 an address that opens another program is no page: nothing in it is judged', () => {
  for (const scheme of ['microsoft-edge', 'firefox', 'steam', 'vlc', 'intent', 'tel', 'mailto']) {
    const address = parseAddress(`${scheme}:https://blocked.test/`);
    expect([scheme, address?.kind, address?.host, address?.judgeable]).toEqual([
      scheme,
      'other',
      '',
      false,
    ]);
  }
});

test('BYP-044 BYP-049 view-source: and reader modes show the address inside', () => {
  expect(hostOf('view-source:http://blocked.test/')).toBe('blocked.test');
  expect(hostOf('View-Source:view-source:http://blocked.test/')).toBe('blocked.test');
  expect(hostOf('about:reader?url=https%3A%2F%2Fblocked.test%2Fx')).toBe('blocked.test');
  expect(hostOf('read:https://blocked.test/')).toBe('blocked.test');
  expect(parseAddress('view-source:'.repeat(9) + 'http://blocked.test/')).toBeNull();
});

test('BYP-046 a blob belongs to the page that made it', () => {
  expect(parseAddress('blob:https://host.test:8443/5e9d-11')).toMatchObject({
    host: 'host.test',
    port: 8443,
    scheme: 'blob',
    kind: 'web',
    judgeable: true,
  });
  expect(parseAddress('filesystem:https://host.test/temporary/x')?.host).toBe('host.test');
  expect(parseAddress('blob:null/5e9d-11')).toMatchObject({ kind: 'data', judgeable: false });
  expect(parseAddress('blob:chrome-extension://abc/1')?.kind).toBe('extension');
});

test.each([
  ['https://a.test/', 'web', true],
  ['data:text/html,hi', 'data', false],
  ['about:blank', 'about', false],
  ['about:srcdoc', 'about', false],
  ['about:config', 'browser', false],
  ['chrome://settings/', 'browser', false],
  ['file:///home/x.html', 'file', false],
  ['moz-extension://abc/page.html', 'extension', false],
  ['ftp://a.test/', 'other', false],
  ['javascript:alert(1)', 'other', false],
])('%s is of kind %s', (untrusted, kind, judgeable) => {
  expect(parseAddress(untrusted)).toMatchObject({ kind, judgeable });
});

test('an address no browser opens is unreadable', () => {
  expect(parseAddress(`http://a.test/${'x'.repeat(2_100_000)}`)).toBeNull();
  expect(parseAddress(`http://${'a'.repeat(300)}.test/`)).toBeNull();
  expect(parseAddress('')).toBeNull();
  expect(parseAddress('//a.test/')).toBeNull();
});

test.each([
  '',
  ' ',
  'a b.test',
  'a.test/x',
  'a.test:80',
  'u@a.test',
  '[::1]:80',
  '..',
  'a..test',
  '*.test*/',
])('%j is no host', (untrusted) => {
  expect(toHost(untrusted)).toBeNull();
});

test('punycode is read back into the letters it was made of', () => {
  expect(unicodeHost('xn--bcher-kva.test')).toBe('bücher.test');
  expect(unicodeHost('xn--mgbh0fb.xn--kgbechtv')).toBe('مثال.إختبار');
  expect(decodePunycode('xn--')).toBe('');
  expect(decodePunycode('xn--a-\u00e9')).toBeNull();
  expect(decodePunycode('xn--99999999999')).toBeNull();
});

test('punycode survives the round trip through the URL parser', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from('abzمثالéßжλ漢字ไ')),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(letters, (label) => {
      const host = toHost(`${label}.test`);
      if (host !== null) expect(toHost(unicodeHost(host))).toBe(host);
    }),
  );
});

test('no text makes parsing throw, and a parsed address parses to itself', () => {
  const texts = fc.oneof(
    anyText,
    anyText.map((rest) => `https://a.test/${rest}`),
    fc.string().map((rest) => `http://${rest}`),
    fc.string().map((rest) => `blob:https://a.test/${rest}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      toHost(text);
      const address = parseAddress(text);
      if (address !== null) expect(parseAddress(address.href)).toEqual(address);
    }),
    { numRuns: 200 },
  );
});

test('a canonical path is its own canonical path', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = parseAddress(`http://a.test/${text}`)?.path ?? '';
      expect(canonicalPath(once)).toBe(once);
    }),
    { numRuns: 200 },
  );
});
