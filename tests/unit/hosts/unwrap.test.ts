import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseAddress } from '@/rules/hosts/address.ts';
import { toHost } from '@/rules/hosts/address.ts';
import { hostsCoveredBy, primaryHost } from '@/rules/hosts/alias.ts';
import { addressesIn } from '@/rules/hosts/carried.ts';
import { unwrap } from '@/rules/hosts/unwrap.ts';

import { anyText } from '../../support/any-text.ts';

function inner(untrusted: string): string[] {
  const address = parseAddress(untrusted);
  return address === null ? ['unreadable'] : unwrap(address).map(({ host }) => host);
}

test.each([
  ['BYP-068', 'https://blocked-test.translate.goog/?_x_tr_sl=auto'],
  ['BYP-068', 'https://test.translate.goog/?_x_tr_hp=blocked-'],
  ['BYP-069', 'https://www.google.com/amp/s/blocked.test/x'],
  ['BYP-069', 'https://www.google.de/amp/blocked.test%2fx'],
  ['BYP-069', 'https://google.co.uk/amp/s/blocked.test'],
  ['BYP-069', 'https://blocked-test.cdn.ampproject.org/c/s/blocked.test/x'],
  ['BYP-069', 'https://blocked-test.cdn.ampproject.org/v/s/blocked.test/x'],
  ['BYP-069', 'https://cdn.ampproject.org/wp/s/blocked.test/x'],
  ['BYP-072', 'https://web.archive.org/web/2020id_/http://blocked.test/'],
  ['BYP-072', 'https://web.archive.org/web/20200101000000/http:/blocked.test/'],
  ['BYP-072', 'https://web.archive.org/web/*/blocked.test'],
  ['BYP-072', 'https://web.archive.org/save/https://blocked.test/'],
  ['BYP-072', 'https://archive.ph/http://blocked.test'],
  ['BYP-072', 'https://archive.today/newest/https://blocked.test/x'],
  ['BYP-072', 'http://timetravel.mementoweb.org/memento/2020/http://blocked.test/'],
  ['BYP-073', 'https://www.translatetheweb.com/?from=&to=en&a=http%3A%2F%2Fblocked.test%2F'],
  ['BYP-073', 'https://www.microsofttranslator.com/bv.aspx?a=http://blocked.test'],
  ['BYP-073', 'https://translate.yandex.com/translate?url=blocked.test&lang=en'],
  ['BYP-073', 'https://papago.naver.net/website?url=https%3A%2F%2Fblocked.test'],
  ['BYP-073', 'https://fanyi.baidu.com/transpage?query=http://blocked.test/'],
  ['BYP-073', 'https://translate.google.com/translate?sl=auto&u=blocked.test'],
  ['BYP-076', 'https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fblocked.test%2F'],
  ['BYP-076', 'https://www.google.com/imgres?imgrefurl=https%3A%2F%2Fblocked.test%2Fp'],
  [
    'BYP-076',
    'https://webcache.googleusercontent.com/search?q=cache:abcdefghijkl:http://blocked.test/+x',
  ],
  ['BYP-076', 'https://images.weserv.nl/?url=blocked.test/1.jpg&w=300'],
  ['BYP-076', 'https://i0.wp.com/blocked.test/1.jpg?w=300'],
  ['BYP-080', 'https://s0.wp.com/mshots/v1/http%3A%2F%2Fblocked.test%2F?w=600'],
  ['BYP-080', 'https://image.thum.io/get/https://blocked.test/'],
  ['BYP-080', 'https://api.urlbox.com/v1/key/png?url=https%3A%2F%2Fblocked.test'],
  ['BYP-080', 'https://api.microlink.io/?url=https://blocked.test&screenshot=true'],
  ['BYP-079', 'https://r.jina.ai/http://blocked.test'],
  ['BYP-079', 'https://12ft.io/https://blocked.test/x'],
  ['BYP-079', 'https://12ft.io/proxy?q=https%3A%2F%2Fblocked.test'],
  ['BYP-079', 'https://txtify.it/https://blocked.test'],
  ['BYP-079', 'https://outline.com/https://blocked.test'],
  ['BYP-079', 'https://www.printfriendly.com/print/?url=http%3A%2F%2Fblocked.test'],
])('%s %s shows blocked.test', (_id, url) => {
  expect(inner(url)).toEqual(['blocked.test']);
});

test('BYP-068 a dash of the name is doubled in the translated host, path and query stay', () => {
  const address = parseAddress('https://a--b-co-uk.translate.goog/x?q=1');
  expect(address === null ? [] : unwrap(address).map(({ href }) => href)).toEqual([
    'https://a-b.co.uk/x?q=1',
  ]);
});

test.each([
  ['BYP-070', 'https://mail.google.com/amp/example.com'],
  ['BYP-070', 'https://www.google.com/foo/amp/x'],
  ['BYP-070', 'https://cdn.ampproject.org/cd/x'],
  ['BYP-070', 'https://translate2.google.com/?u=x'],
  ['BYP-070', 'https://www.google.com/search?q=blocked.test'],
  ['BYP-070', 'https://translate.goog/'],
  ['BYP-072', 'https://archive.ph/abc'],
  ['BYP-072', 'https://archive.org/web/petabox.php'],
  ['BYP-073', 'https://translate.google.com/?sl=en&tl=ur&text=hello.world&op=translate'],
  ['BYP-079', 'https://12ft.io/about'],
])('%s %s is an ordinary page', (_id, url) => {
  expect(inner(url)).toEqual([]);
});

test('a wrapper in a wrapper is opened three deep and no further', () => {
  const once = 'https://r.jina.ai/';
  expect(inner(`${once}${once}https://blocked.test/`)).toEqual(['r.jina.ai', 'blocked.test']);
  expect(inner(`${once.repeat(9)}https://blocked.test/`)).toEqual(Array(3).fill('r.jina.ai'));
});

test('no address makes unwrapping throw or grow', () => {
  const prefixes = [
    'https://web.archive.org/web/',
    'https://x.translate.goog/',
    'https://www.google.com/url?q=',
    '',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...prefixes), anyText, (prefix, rest) => {
      expect(inner(prefix + rest).length).toBeLessThanOrEqual(100);
    }),
  );
});

test('BYP-074 an address in the query or path of any page is a hint', () => {
  const hints = (url: string): string[] => {
    const address = parseAddress(url);
    return address === null ? [] : addressesIn(address).map(({ host }) => host);
  };
  expect(hints('https://x.example/?url=http%3A%2F%2Fblocked.test%2F')).toEqual(['blocked.test']);
  expect(hints('https://x.example/http://blocked.test/')).toEqual(['blocked.test']);
  expect(hints('https://x.example/?q=aHR0cDovL2Jsb2NrZWQudGVzdC8')).toEqual(['blocked.test']);
  expect(hints('https://wa.me/?text=http%3A%2F%2Fblocked.test%2F')).toEqual([]);
  expect(hints('https://twitter.com/intent/tweet?url=http%3A%2F%2Fblocked.test%2F')).toEqual([]);
  expect(hints('https://login.example/?continue=https%3A%2F%2Fother.test%2F')).toEqual([]);
  expect(hints('https://x.example/?url=https%3A%2F%2Fwww.x.example%2Fa')).toEqual([]);
  expect(hints('https://x.example/?q=aHR0c!!!')).toEqual([]);
});

test('BYP-018 the browser rules of an address number name its IPv6 dresses, and each is the same host', () => {
  const number = toHost('203.0.113.7');
  if (number === null) throw new Error('host');
  expect(hostsCoveredBy(number)).toEqual([
    '203.0.113.7',
    '[::ffff:cb00:7107]',
    '[::ffff:0:cb00:7107]',
    '[64:ff9b::cb00:7107]',
  ]);
  expect(hostsCoveredBy(number).map(toHost)).toEqual(Array(4).fill(number));
});

test('BYP-078 the browser rules of YouTube name all its hosts, another site only itself', () => {
  const youtube = toHost('www.youtube.com');
  const other = toHost('video.test');
  if (youtube === null || other === null) throw new Error('hosts');
  expect(primaryHost(youtube)).toBe('www.youtube.com');
  expect(hostsCoveredBy(toHost('youtu.be') ?? youtube)).toEqual(
    expect.arrayContaining(['youtu.be', 'youtube.com', 'youtube-nocookie.com', 'googlevideo.com']),
  );
  expect(hostsCoveredBy(other)).toEqual(['video.test']);
});
