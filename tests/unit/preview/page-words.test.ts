import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { isPageType, pageText } from '@/rules/preview/page-type.ts';
import { readPageWords } from '@/rules/preview/page-words.ts';

test('title, description and the first words of the page are read, and no markup', () => {
  expect(
    readPageWords(`<!doctype html><html><head><title>Level 7 &ndash; Star&nbsp;Basket</title>
      <meta property="og:description" content='Throw & "score"'><style>p{color:red}</style>
      <script>var a = "<p>not words</p>"</script></head>
      <body><nav><a href=/>Home</a></nav><!-- <p>hidden</p> --><h1>Star <b>Bas</b>ket</h1>
      <p title="a > b">Throw the ball.<br>Win!</p><noscript>Turn on scripts</noscript></body></html>`),
  ).toStrictEqual({
    title: 'Level 7 – Star Basket',
    description: 'Throw & "score"',
    text: 'Star Basket Throw the ball. Win!',
    isCut: false,
  });
});

test('what stands around is read where there is nothing else', () => {
  expect(readPageWords('<header><h1>Hello</h1></header><nav>Home').text).toBe('Hello Home');
});

test('Urdu is read with its joiners', () => {
  expect(readPageWords('<title>کھیل &zwnj; گھر</title><p>آئیں&#x202E; کھیلیں').title).toContain(
    '\u200C',
  );
  expect(readPageWords('<p>آئیں&#x202E; کھیلیں').text).toBe('آئیں کھیلیں');
});

test('a long page is cut between words, and says so', () => {
  const { text, isCut } = readPageWords(`<p>${'word '.repeat(5000)}`);
  expect(isCut).toBe(true);
  expect(text.length).toBeLessThanOrEqual(901);
  expect(text).toMatch(/word…$/);
});

test.each([
  ['a script that is never closed', '<p>Hi<script>if (a <b) { "</p>"', 'Hi'],
  ['a quote that is never closed', '<p>Hi</p><a href="x>there<p>you', 'Hi there you'],
  ['letters that look like tags', '<p>1 < 2 and 3 <4 <> </ p>', '1 < 2 and 3 <4 <>'],
  ['an entity for no letter', '<p>a&#0;&#xD800;&#9999999;b&nope;', 'a b&nope;'],
])('%s does no harm', (_, html, text) => {
  expect(readPageWords(html).text).toContain(text);
});

test('whatever a page holds, its words are short, on one line and without marks that turn direction', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<p>', '</p>', '<script>', '</script>', '<!--', '-->', '"', "'", '<', '>'),
    fc.constantFrom('&#x202e;', '&#8238;', '<title>', '<nav>', '<meta name=description content='),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const { title, description, text } = readPageWords(parts.join(''));
      for (const words of [title, description, text]) {
        expect(words.length).toBeLessThanOrEqual(901);
        expect(words).not.toMatch(/[\p{Cc}\u200B\u202A-\u202E\u2066-\u2069]/v);
      }
    }),
  );
});

test('a page built to be slow is read all the same', () => {
  for (const html of [
    '<'.repeat(300_000),
    '<a '.repeat(100_000),
    '<a "'.repeat(75_000),
    '<!--'.repeat(75_000),
    '<script>'.repeat(37_500),
    '<nav>'.repeat(60_000),
    '&#'.repeat(150_000),
    `<meta ${'name='.repeat(60_000)}>`,
  ]) {
    expect(readPageWords(html).text.length).toBeLessThanOrEqual(901);
  }
});

test('only pages and plain text are read, in the encoding they name', () => {
  expect(isPageType('text/html; charset=utf-8')).toBe(true);
  expect(isPageType('application/xhtml+xml')).toBe(true);
  for (const type of ['image/png', 'application/pdf', 'text/html-sandboxed', '', null]) {
    expect(isPageType(type)).toBe(false);
  }
  const bytes = Uint8Array.from([0xe4]);
  expect(pageText(bytes, 'text/html; charset=windows-1252')).toBe('ä');
  const named = new TextEncoder().encode('<meta charset="iso-8859-1">');
  expect(pageText(Uint8Array.from([...named, 0xe4]), 'text/html')).toMatch(/ä$/);
  expect(pageText(new TextEncoder().encode('ä'), 'text/html; charset=nonsense')).toBe('ä');
});
