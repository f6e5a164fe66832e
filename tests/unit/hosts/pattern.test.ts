import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseAddress, type Address } from '@/rules/hosts/address.ts';
import { createPatternIndex, matchesPattern, specificityOf } from '@/rules/hosts/match.ts';
import { parsePattern, type Pattern } from '@/rules/hosts/pattern.ts';

import { anyText } from '../../support/any-text.ts';

function pattern(text: string): Pattern {
  const parsed = parsePattern(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.failure}`);
  return parsed.value;
}
function at(text: string): Address {
  const address = parseAddress(text);
  if (address === null) throw new Error(text);
  return address;
}
const matches = (rule: string, url: string, as: 'allow' | 'block' = 'block'): boolean =>
  matchesPattern(pattern(rule), at(url), as);
const failureOf = (text: string): string | null => {
  const parsed = parsePattern(text);
  return parsed.ok ? null : parsed.failure;
};

test.each([
  'www.blocked.test',
  'm.blocked.test',
  'a.b.c.blocked.test',
  'blocked.test',
  'blocked.test.',
])('BYP-004 a rule for blocked.test covers %s', (host) => {
  expect(matches('blocked.test', `http://${host}/`)).toBe(true);
});

test.each(['notblocked.test', 'blocked.test.example.com', 'blocked.tests', 'locked.test'])(
  'BYP-005 matches only on label boundaries: not %s',
  (host) => {
    expect(matches('blocked.test', `http://${host}/`)).toBe(false);
  },
);

test('BYP-006 "*." and "www." before a host say nothing: the bare domain is covered', () => {
  for (const rule of ['*.blocked.test', 'www.blocked.test', '*.www.blocked.test']) {
    expect(pattern(rule).text).toBe('blocked.test');
    expect(matches(rule, 'http://blocked.test/')).toBe(true);
  }
});

test('www stays where the name without it is a suffix', () => {
  expect(pattern('www.gov.uk').text).toBe('www.gov.uk');
  expect(matches('www.gov.uk', 'https://www.gov.uk/')).toBe(true);
  expect(matches('www.gov.uk', 'https://tax.service.gov.uk/')).toBe(false);
});

test('BYP-007 a star at the end is one registry suffix', () => {
  expect(pattern('www.google.*').text).toBe('google.*');
  expect(matches('www.google.*', 'https://www.google.co.uk/')).toBe(true);
  expect(matches('www.google.*', 'https://www.google.de/')).toBe(true);
  expect(matches('google.*', 'https://maps.google.com.pk/')).toBe(true);
  expect(matches('www.google.*', 'https://www.google.blogspot.com/')).toBe(false);
  expect(matches('www.google.*', 'https://google.evil.test/')).toBe(false);
  expect(matches('www.google.*', 'https://notgoogle.de/')).toBe(false);
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['.', 'not-an-address'],
  ['*', 'only-stars'],
  ['.*', 'only-stars'],
  ['*.', 'only-stars'],
  ['*.*', 'only-stars'],
  ['*..*', 'only-stars'],
  ['www.*', 'only-stars'],
  ['*.*.com', 'star-in-host'],
  ['*google*', 'star-in-host'],
  ['www.*.google.com', 'star-in-host'],
  ['203.0.113.*', 'star-in-host'],
  ['com', 'public-suffix'],
  ['co.uk', 'public-suffix'],
  ['*.co.uk', 'public-suffix'],
  ['http://com/', 'public-suffix'],
  ['minecraft', 'not-an-address'],
  ['youtube', 'public-suffix'],
  ['two words', 'not-an-address'],
  ['blocked..test', 'not-an-address'],
  ['a.test:99999', 'not-an-address'],
  ['javascript:alert(1)', 'not-an-address'],
  ['ftp://a.test', 'not-a-web-address'],
  ['chrome://settings', 'not-a-web-address'],
  ['a.test\nb.test', 'control-characters'],
  ['a.test/' + '*x'.repeat(30), 'not-an-address'],
])('BYP-008 the pattern %j is refused as %s', (text, failure) => {
  expect(failureOf(text)).toBe(failure);
});

test('BYP-011 a port binds the rule to that port', () => {
  expect(matches('blocked.test:8080', 'http://blocked.test:8080/x')).toBe(true);
  expect(matches('blocked.test:8080', 'http://blocked.test/')).toBe(false);
  expect(matches('blocked.test:443', 'https://blocked.test/')).toBe(true);
  expect(matches('blocked.test:443', 'http://blocked.test/')).toBe(false);
  expect(pattern('https://blocked.test:443/').text).toBe('blocked.test');
  expect(pattern('intranet:8080').text).toBe('intranet:8080');
});

test('BYP-015 a name in letters and the same name in punycode are one rule', () => {
  for (const rule of ['bücher.test', 'BÜCHER.test', 'xn--bcher-kva.test']) {
    expect(matches(rule, 'http://xn--bcher-kva.test/')).toBe(true);
    expect(matches(rule, 'http://bücher.test/')).toBe(true);
  }
});

test('BYP-016 a Cyrillic letter makes another site', () => {
  expect(matches('youtube.com', 'http://y\u043Eutube.com/')).toBe(false);
});

test('BYP-017 BYP-018 BYP-019 a rule for a number covers every way to write it', () => {
  expect(matches('203.0.113.7', 'http://0xcb007107/')).toBe(true);
  expect(matches('203.0.113.7', 'http://[::ffff:203.0.113.7]/')).toBe(true);
  expect(matches('[::ffff:cb00:7107]', 'http://203.0.113.7/')).toBe(true);
  expect(matches('[::1]', 'http://[0:0:0:0:0:0:0:1]/')).toBe(true);
  expect(matches('2001:db8:0:0:0:0:0:1', 'http://[2001:DB8::1]/')).toBe(true);
  expect(matches('113.7.0.1', 'http://203.113.7.0.1.test/')).toBe(false);
});

test.each([
  '/%62ad/',
  '/b%61d/',
  '/BAD/',
  '//bad/',
  '/x/../bad/',
  '/./bad/',
  '/bad%2F',
  '/bad',
  '/bad/x?y#z',
  '/bad;id=1',
])('BYP-021 a rule for blocked.test/bad/ covers %s', (path) => {
  expect(matches('blocked.test/bad/', `http://blocked.test${path}`)).toBe(true);
});

test('a path ends where a segment ends, and a star stands for anything', () => {
  expect(matches('a.test/bad', 'http://a.test/badminton')).toBe(false);
  expect(matches('a.test/bad*', 'http://a.test/badminton')).toBe(true);
  expect(matches('youtube.com/shorts/*', 'https://www.youtube.com/shorts/x')).toBe(true);
  expect(matches('a.test/*/play', 'http://a.test/games/7/play/now')).toBe(true);
  expect(matches('a.test/*/play', 'http://a.test/games/player')).toBe(false);
  expect(matches('a.test/*/play', 'http://a.test/games/player/play')).toBe(true);
});

test('BYP-022 a repeated key can neither hide a blocked value nor smuggle in an allowed one', () => {
  const good = 'site.test/watch?v=GOOD';
  expect(matches(good, 'https://site.test/watch?v=GOOD', 'allow')).toBe(true);
  expect(matches(good, 'https://site.test/watch?v=GOOD&x=1', 'allow')).toBe(true);
  expect(matches(good, 'https://site.test/watch?v=GOOD&v=BAD', 'allow')).toBe(false);
  expect(matches(good, 'https://site.test/watch?v=BAD&v=GOOD', 'allow')).toBe(false);
  expect(matches(good, 'https://site.test/watch?v=GOOD&V=BAD', 'allow')).toBe(false);
  expect(matches(good, 'https://site.test/watch?V=BAD', 'allow')).toBe(false);
  expect(matches(good, 'https://site.test/watch/more?v=GOOD', 'allow')).toBe(false);
  expect(matches('site.test/watch?v=BAD', 'https://site.test/watch?v=GOOD&v=BAD')).toBe(true);
  expect(matches('site.test/watch?v=BAD', 'https://site.test/watch?V=BAD')).toBe(true);
  expect(matches('site.test/watch?v=BAD', 'https://site.test/watch?v=GOOD')).toBe(false);
});

test('BYP-027 the more exact pattern is the stronger, equal ones tie', () => {
  const ladder = [
    'google.*',
    'site.test',
    'site.test:8080',
    'sub.site.test',
    'a.sub.site.test',
    'site.test/a',
    'site.test/a/longer',
    'site.test/a/longer?v=1',
    'sub.site.test/a',
  ].map((text) => specificityOf(pattern(text)));
  expect(ladder).toEqual([...ladder].sort((left, right) => left - right));
  expect(new Set(ladder).size).toBe(ladder.length);
  expect(specificityOf(pattern('one.test/a'))).toBe(specificityOf(pattern('two.test/b')));
});

test('BYP-035 a page behind the hash has its own rule', () => {
  expect(pattern('spa.test/#/bad/').text).toBe('spa.test/#/bad');
  expect(matches('spa.test/#/bad', 'http://spa.test/#/bad/video')).toBe(true);
  expect(matches('spa.test/#/bad', 'http://spa.test/#/good')).toBe(false);
  expect(pattern('a.test/x#heading').text).toBe('a.test/x');
});

test('BYP-075 a shared host is accepted with a flag, its users are apart', () => {
  expect(pattern('github.io').wide).toBe(true);
  expect(pattern('someone.github.io').wide).toBe(false);
  expect(matches('one.github.io', 'https://two.github.io/')).toBe(false);
});

test('BYP-078 a rule for YouTube covers its other names and every way to one video', () => {
  for (const url of [
    'https://youtu.be/x',
    'https://www.youtube-nocookie.com/embed/x',
    'https://m.youtube.com/',
    'https://music.youtube.com/',
  ]) {
    expect(matches('youtube.com', url)).toBe(true);
    expect(matches('youtu.be', url)).toBe(true);
  }
  expect(matches('youtube.com', 'https://www.youtubekids.com/')).toBe(false);
  expect(matches('music.youtube.com', 'https://www.youtube.com/')).toBe(false);
  const shared = 'https://youtu.be/dQw4w9WgXcQ?si=abc';
  expect(pattern(shared).text).toBe('youtube.com/watch?v=dQw4w9WgXcQ');
  for (const way of [
    'watch?v=dQw4w9WgXcQ&t=3',
    'embed/dQw4w9WgXcQ',
    'shorts/dQw4w9WgXcQ',
    'live/dQw4w9WgXcQ',
  ]) {
    expect(matches(shared, `https://www.youtube.com/${way}`, 'allow')).toBe(true);
  }
  expect(matches(shared, 'https://youtu.be/dQw4w9WgXcQ', 'allow')).toBe(true);
  expect(matches(shared, 'https://youtu.be/XXXXXXXXXXX', 'allow')).toBe(false);
});

test('the index finds the strongest of many, and nothing where nothing speaks', () => {
  const many = Array.from({ length: 2000 }, (_, index) => pattern(`host${index}.test`));
  const index = createPatternIndex([...many, pattern('host7.test/games'), pattern('a.host7.test')]);
  const strongest = (url: string) => index.strongestMatch(at(url), 'block')?.pattern.text;
  expect(index.size).toBe(2002);
  expect(strongest('http://b.host9.test/')).toBe('host9.test');
  expect(strongest('http://a.host7.test/games/x')).toBe('host7.test/games');
  expect(strongest('http://a.host7.test/')).toBe('a.host7.test');
  expect(strongest('http://other.test/')).toBeUndefined();
  expect(strongest('about:blank')).toBeUndefined();
});

const host = fc.domain();
const path = fc.webPath();

test('no text makes parsing throw; canonical text is a fixed point; specificity stays a priority', () => {
  const texts = fc.oneof(
    anyText,
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.tuple(host, path, fc.string()).map(([name, place, rest]) => `${name}${place}*${rest}`),
    fc.ipV6(),
    host.map((name) => `*.www.www.${name}.*`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const parsed = parsePattern(text);
      if (!parsed.ok) return;
      expect(parsePattern(parsed.value.text)).toEqual(parsed);
      const specificity = specificityOf(parsed.value);
      expect(Number.isInteger(specificity) && specificity >= 1 && specificity <= 1000).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a rule made of an address covers that address in every spelling', () => {
  fc.assert(
    fc.property(host, path, (name, place) => {
      const parsed = parsePattern(`${name}${place}`);
      if (!parsed.ok || place.includes('*')) return;
      const escaped = place
        .split('')
        .map((c) => (/[a-z]/.test(c) ? `%${c.charCodeAt(0).toString(16)}` : c));
      const spellings = [
        `http://${name}${place}`,
        `https://${name.toUpperCase()}.${place}`,
        `http://www.${name}/${place}`,
        `http://user:pw@${name}${place}?x=1#y`,
      ];
      // An escape inside another escape would change what it says.
      if (!place.includes('%')) spellings.push(`http://${name}${escaped.join('')}`);
      for (const spelling of spellings) {
        expect(matchesPattern(parsed.value, at(spelling), 'block')).toBe(true);
        expect(matchesPattern(parsed.value, at(spelling), 'allow')).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
