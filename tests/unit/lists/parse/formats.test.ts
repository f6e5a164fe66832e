import { expect, test } from 'vitest';

import { readText } from './read.ts';

const hostsOf = (...lines: readonly string[]): readonly string[] =>
  readText([...lines, 'last.example'].join('\n')).hosts.filter((host) => host !== 'last.example');
const summaryOf = (...lines: readonly string[]) => {
  const { result } = readText([...lines, 'last.example', ''].join('\n'));
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

test.each([
  ['a.example', ['a.example']],
  ['A.Example', ['a.example']],
  ['  a.example\t', ['a.example']],
  ['a.example.', ['a.example']],
  ['*.a.example', ['a.example']],
  ['.a.example', ['a.example']],
  ['www.a.example', ['a.example']],
  ['WWW.A.EXAMPLE.', ['a.example']],
  ['www.com', ['www.com']],
  ['www.co.uk', ['www.co.uk']],
  ['www.github.io', ['www.github.io']],
  ['a.example # why', ['a.example']],
  ['a.example ; why', ['a.example']],
  ['a.example#why', []],
  ['https://a.example', ['a.example']],
  ['https://a.example/', ['a.example']],
  ['my_page.a.example', ['my_page.a.example']],
  ['-x-.a.example', ['-x-.a.example']],
  ['ab--cd.example', ['ab--cd.example']],
  ['a.b.c.d.e.f.example', ['a.b.c.d.e.f.example']],
  [`${'a'.repeat(63)}.example`, [`${'a'.repeat(63)}.example`]],
  [`${'a'.repeat(64)}.example`, []],
  [`${'a.'.repeat(123)}example`, [`${'a.'.repeat(123)}example`]],
  [`${'a.'.repeat(124)}example`, []],
  ['# a.example', []],
  ['! a.example', []],
  ['; a.example', []],
  ['// a.example', []],
  ['#', []],
  ['', []],
  ['*', []],
  ['.', []],
  ['*.', []],
  ['com', []],
  ['a..example', []],
  ['a.example b.example', []],
  ['a.*.example', []],
  ['a.example/page', []],
  ['https://a.example/page?x', []],
  ['a.example:8080', []],
  ['user@a.example', []],
  ['192.0.2.1', []],
  ['3221225985', []],
  ['0xc0.0.2.1', []],
  ['2001:db8::1', []],
  ['[2001:db8::1]', []],
  ['::ffff:192.0.2.1', []],
  ['a.1', []],
  ['javascript:alert(1)', []],
  ['/^(a+)+$/', []],
])('plain: %j', (line, hosts) => {
  expect(hostsOf(line)).toEqual(hosts);
});

test.each([
  ['bücher.example', 'xn--bcher-kva.example'],
  ['BÜCHER.example', 'xn--bcher-kva.example'],
  ['bu\u0308cher.example', 'xn--bcher-kva.example'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['XN--BCHER-KVA.example', 'xn--bcher-kva.example'],
  ['b\u00adücher.example', 'xn--bcher-kva.example'],
  ['www.bücher.example', 'xn--bcher-kva.example'],
  ['ａ。example', 'a.example'],
  ['%61.example', 'a.example'],
  ['faß.example', 'xn--fa-hia.example'],
  ['اردو.پاکستان', 'xn--mgbqf7g.xn--mgbai9azgqp6j'],
])('a name in another script or spelling is the host that the browser opens: %s', (line, host) => {
  expect(hostsOf(line)).toEqual([host]);
  expect(hostsOf(`0.0.0.0 ${line}`)).toEqual([host]);
  expect(hostsOf(`||${line}^`)).toEqual([host]);
  expect(hostsOf(`local=/${line}/`)).toEqual([host]);
  expect(hostsOf(`${line} CNAME .`)).toEqual([host]);
});

test.each([
  'xn--a\u00e4.example',
  'a\u2028b.example',
  '\ud800.example',
  'a<b.example',
  'a%00.example',
])('a name that no browser opens is refused: %j', (line) => {
  expect(hostsOf(line)).toEqual([]);
});

test.each([
  ['0.0.0.0 a.example', ['a.example']],
  ['127.0.0.1\ta.example', ['a.example']],
  ['127.0.0.1  a.example   b.example # two', ['a.example', 'b.example']],
  ['0 a.example', ['a.example']],
  [':: a.example', ['a.example']],
  ['::1 a.example', ['a.example']],
  ['0:0:0:0:0:0:0:1 a.example', ['a.example']],
  ['0.0.0.0 www.a.example', ['a.example']],
  ['0.0.0.0 0.0.0.0', []],
  ['127.0.0.1 localhost', []],
  ['127.0.0.1 localhost.localdomain', []],
  ['::1 ip6-localhost ip6-loopback', []],
  ['fe80::1%lo0 localhost', []],
  ['255.255.255.255 broadcasthost', []],
  ['192.0.2.7 bank.example', []],
])('hosts: %j', (line, hosts) => {
  expect(hostsOf(line)).toEqual(hosts);
});

test.each([
  ['||a.example^', ['a.example']],
  ['||A.example^', ['a.example']],
  ['||*.a.example^', ['a.example']],
  ['||www.a.example^', ['a.example']],
  ['||a.example^|', ['a.example']],
  ['||a.example^$all', ['a.example']],
  ['||a.example^$document,popup', ['a.example']],
  ['||a.example^$important', ['a.example']],
  ['||a.example^$third-party', []],
  ['||a.example^$document,third-party', []],
  ['||a.example^$badfilter', []],
  ['||a.example^$redirect=https://evil.example/', []],
  ['||a.example', []],
  ['||a.example/page^', []],
  ['||a*.example^', []],
  ['|https://a.example^', []],
  ['@@||a.example^', []],
  ['a.example##.banner', []],
  ['a.example#@#.banner', []],
  ['a.example#%#alert(1)', []],
  ['##.banner', []],
  ['/ads[0-9]+/', []],
  ['a.example', []],
  ['||192.0.2.1^', []],
])('Adblock: %j', (line, hosts) => {
  const { hosts: found } = readText(`[Adblock Plus 2.0]\n! Title: x\n${line}\n||last.example^\n`);
  expect(found.filter((host) => host !== 'last.example')).toEqual(hosts);
});

test('a list that begins with an Adblock rule is one, and then a bare name is a piece of an address', () => {
  expect(readText('! no header\n||a.example^\nb.example\n').hosts).toEqual(['a.example']);
  expect(readText('@@||a.example^\nb.example\n||c.example^').hosts).toEqual(['c.example']);
  expect(readText('a.example##.x\nb.example\n||c.example^').hosts).toEqual(['c.example']);
  expect(readText('a.example\n||b.example^\nc.example\n').hosts).toEqual([
    'a.example',
    'b.example',
    'c.example',
  ]);
});

test.each([
  ['address=/a.example/', ['a.example']],
  ['address=/a.example/0.0.0.0', ['a.example']],
  ['address=/a.example/::', ['a.example']],
  ['address=/a.example/#', ['a.example']],
  ['address=/.a.example/', ['a.example']],
  ['server=/a.example/', ['a.example']],
  ['local=/a.example/', ['a.example']],
  ['local=/a.example/b.example/', ['a.example', 'b.example']],
  ['address=/a.example/192.0.2.7', []],
  ['server=/a.example/192.0.2.53', []],
  ['server=/a.example/#', []],
  ['server=192.0.2.53', []],
  ['address=/#/', []],
  ['address=//0.0.0.0', []],
  ['conf-file=/etc/x', []],
])('dnsmasq: %j', (line, hosts) => {
  expect(hostsOf(line)).toEqual(hosts);
});

test.each([
  ['a.example CNAME .', ['a.example']],
  ['*.a.example CNAME .', ['a.example']],
  ['a.example IN CNAME .', ['a.example']],
  ['a.example 60 IN CNAME *.', ['a.example']],
  ['a.example cname rpz-drop.', ['a.example']],
  ['a.example CNAME . ; why', ['a.example']],
  ['a.example CNAME .;why', ['a.example']],
  ['a.example A 0.0.0.0', ['a.example']],
  ['a.example AAAA ::', ['a.example']],
  ['a.example A 192.0.2.7', []],
  ['a.example CNAME rpz-passthru.', []],
  ['a.example CNAME forcesafesearch.example.', []],
  ['a.example TXT "x"', []],
  ['32.1.2.0.192.rpz-ip CNAME .', []],
  ['ns1.a.example.rpz-nsdname CNAME .', []],
  ['@ NS localhost.', []],
  ['  IN NS localhost.', []],
])('response policy zone: %j', (line, hosts) => {
  expect(hostsOf(line)).toEqual(hosts);
});

test('a zone with its head: origin, time to live, a start of authority over many lines', () => {
  const zone = `$TTL 2h
$ORIGIN rpz.example.
@ IN SOA localhost. root.localhost. (
        2026112201 ; serial
        1h         ; refresh
        15m 30d 2h )
  NS localhost.
; why
one.example CNAME .
*.one.example CNAME .
two.example.rpz.example. CNAME .
good.example CNAME rpz-passthru.
`;
  const { hosts, result } = readText(zone);
  expect(hosts).toEqual(['one.example', 'two.example']);
  expect(result.ok && result.value).toMatchObject({ format: 'zone', hosts: 2, skipped: 3 });
});

test('ranks of Tranco and CrUX are given with the host', () => {
  const tranco = readText('1,google.com\r\n2,www.youtube.com\r\n');
  expect(tranco.hosts).toEqual(['google.com', 'youtube.com']);
  expect(tranco.ranks).toEqual([1, 2]);
  const crux = readText('origin,rank\nhttps://www.google.com,1000\nhttps://bücher.example,5000\n');
  expect(crux.hosts).toEqual(['google.com', 'xn--bcher-kva.example']);
  expect(crux.ranks).toEqual([1000, 5000]);
  expect(crux.result.ok && crux.result.value.format).toBe('ranked');
});

test('a byte order mark, other line ends and a missing last one change nothing', () => {
  for (const text of [
    '\ufeffa.example\r\nb.example\r\n',
    'a.example\nb.example',
    '\n\n a.example \n\nb.example\n\n',
  ]) {
    expect(readText(text).hosts).toEqual(['a.example', 'b.example']);
  }
});

test('the sums say what was taken, what was left out and why', () => {
  expect(
    summaryOf(
      '# title',
      '',
      'a.example',
      'www.a.example',
      'b.example',
      'com',
      '192.0.2.1',
      'c.example/page',
      'a b c',
      '@@||d.example^',
    ),
  ).toEqual({
    format: 'plain',
    hosts: 3,
    bytes: 106,
    lines: 11,
    skipped: 1,
    refused: { ip: 1, 'single-label': 1, page: 1, invalid: 1 },
    firstRefused: { line: 6, reason: 'single-label' },
  });
});

test('BYP-209 a list gives hosts and nothing else: no expression, script, markup, redirect or exception', () => {
  const { hosts, result } = readText(
    [
      'a.example',
      'b.example',
      'c.example',
      'd.example',
      'e.example',
      'f.example',
      'g.example',
      '/(x+x+)+y/',
      'javascript:alert(document.cookie)',
      'data:text/html,<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '192.0.2.7 bank.example',
      'address=/bank.example/192.0.2.7',
      'bank.example CNAME evil.example.',
      '||bank.example^$redirect=noopjs',
      'bank.example##+js(set, x, y)',
      '{"action":{"type":"redirect","redirect":{"url":"http://evil.example"}}}',
      '@@||evil.example^',
    ].join('\n'),
  );
  expect(hosts).toEqual('abcdefg'.split('').map((letter) => `${letter}.example`));
  expect(result.ok && result.value).toMatchObject({ skipped: 6, refused: { page: 3, invalid: 2 } });
});
