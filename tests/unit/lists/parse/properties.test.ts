import fc from 'fast-check';
import { expect, test } from 'vitest';

import { toHost } from '@/rules/hosts/address.ts';
import { isIpHost, isPublicSuffix } from '@/rules/hosts/registrable-domain.ts';
import { asciiHost } from '@/rules/lists/parse/ascii-host.ts';
import { hostOf, withoutWww } from '@/rules/lists/parse/host-name.ts';
import { listLimits } from '@/rules/lists/parse/result.ts';

import { bytesOf, cut, readBytes, readPieces, readText } from './read.ts';

const label = fc.oneof(
  fc.stringMatching(/^[a-z0-9]{1,8}$/),
  fc.stringMatching(/^[A-Za-z0-9_-]{1,10}$/),
  fc.constantFrom('www', 'xn--bcher-kva', 'xn--', 'ab--c', '1', '0x1', 'com', 'co', 'github'),
  fc.constantFrom('bücher', 'ａ', 'پاکستان', '食狮'),
);
const name = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
const form = fc.constantFrom(
  (text: string) => text,
  (text: string) => `0.0.0.0 ${text}`,
  (text: string) => `127.0.0.1\t${text} # why`,
  (text: string) => `||${text}^`,
  (text: string) => `local=/${text}/`,
  (text: string) => `${text} CNAME .`,
  (text: string) => `7,${text}`,
);
const junk = fc.oneof(
  fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\0\n]/g, '')),
  fc.constantFrom(
    '# comment',
    '',
    '@@||a.example^',
    '<b>',
    '[x]',
    '$ORIGIN a.',
    '@ SOA a b (',
    ')',
  ),
);
const line = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(name, form).map(([text, write]) => write(text)) },
  { weight: 1, arbitrary: junk },
);
const list = fc
  .array(line, { maxLength: 30 })
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)));
const smallLimits = { mostBytes: 300, mostHosts: 6, longestLine: 40 };

/** What the reader must give, said the slow way: the browser's parser and the words of the brief. */
function oracle(names: readonly string[]): string[] {
  const hosts = names.flatMap((text) => {
    const host = toHost(text.replace(/^\*?\./, ''));
    if (host === null || isIpHost(host) || !/^[\w-]{1,63}(?:\.[\w-]{1,63})+$/.test(host)) return [];
    const bare = host.replace(/^www\./, '');
    return [bare.includes('.') && !isPublicSuffix(bare) ? bare : host];
  });
  return hosts.filter((host, index) => host !== hosts[index - 1]);
}

test('the hosts of a list in any one form are those the browser would open', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), form, (names, write) => {
      const { hosts } = readText(names.map(write).join('\n'));
      expect(hosts).toEqual(oracle(names));
    }),
    { numRuns: 500 },
  );
});

test('the quick way and the thorough one agree on every name', () => {
  fc.assert(
    fc.property(fc.oneof(name, fc.string({ unit: 'grapheme-ascii', maxLength: 30 })), (text) => {
      const bytes = bytesOf(text);
      const quick = asciiHost(bytes, 0, bytes.length);
      if (quick !== '') expect(hostOf(text)).toEqual({ ok: true, value: withoutWww(quick) });
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['the usual limits', listLimits],
  ['limits that are soon passed', smallLimits],
])('a list cut anywhere is read as if whole, with %s', (_, limits) => {
  const bytes = fc.oneof(
    list.map(bytesOf),
    fc
      .tuple(list, fc.uint8Array({ maxLength: 12 }), list)
      .map(([before, odd, after]) => Uint8Array.of(...bytesOf(before), ...odd, ...bytesOf(after))),
  );
  const sizes = fc.array(fc.nat({ max: 40 }), { maxLength: 40 });
  fc.assert(
    fc.property(bytes, sizes, (whole, pieces) => {
      expect(readPieces(cut(whole, pieces), limits)).toEqual(readBytes(whole, limits));
    }),
    { numRuns: 500 },
  );
});

test('no bytes make the reader throw, and every host it gives is canonical', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), list.map(bytesOf)), (bytes) => {
      for (const host of readBytes(bytes).hosts) {
        expect(toHost(host)).toBe(host);
        expect(isIpHost(host)).toBe(false);
        expect(host).toContain('.');
      }
    }),
    { numRuns: 1000 },
  );
});
