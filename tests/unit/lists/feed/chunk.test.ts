import fc from 'fast-check';
import { expect, test } from 'vitest';

import { toHost } from '@/rules/hosts/address.ts';
import { isIpHost } from '@/rules/hosts/registrable-domain.ts';
import { hostsOf, isFeedHost, textOf } from '@/rules/lists/feed/chunk.ts';

const chunkOf = (hosts: number) => ({ sha256: '0'.repeat(64), length: 1, size: 1, hosts });

test('what may stand in a chunk is a host in the form in which addresses are judged', () => {
  const piece = fc.constantFrom(
    'a',
    'b9',
    '-',
    '--',
    '_',
    'xn--',
    'ü',
    'com',
    '.',
    '1',
    '0x7f',
    'É',
  );
  const name = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.oneof(name, fc.domain(), fc.string()), (text) => {
      if (!isFeedHost(text)) return;
      // No parser makes another host of it; a label that only looks encoded may be none.
      expect(toHost(text) ?? text).toBe(text);
      expect(isIpHost(text)).toBe(false);
      expect(text).toContain('.');
    }),
    { numRuns: 2_000 },
  );
});

test('every ordinary name may stand in a chunk', () => {
  fc.assert(
    fc.property(fc.domain(), (domain) => {
      expect(isFeedHost(toHost(domain) ?? '')).toBe(true);
    }),
  );
  expect(isFeedHost('xn--mgbab.xn--mgbai9azgqp6j')).toBe(true);
  expect(isFeedHost(`${'a'.repeat(63)}.test`)).toBe(true);
  expect(isFeedHost(`${'a'.repeat(64)}.test`)).toBe(false);
  expect(isFeedHost(`${'a.'.repeat(125)}test`)).toBe(false);
});

test('hosts come back from the text of a chunk as they went in', () => {
  const sorted = fc.uniqueArray(fc.domain()).map((all) => all.sort());
  fc.assert(
    fc.property(sorted, (hosts) => {
      const bytes = new TextEncoder().encode(textOf(hosts));
      expect(hostsOf(bytes, chunkOf(hosts.length))).toEqual({ ok: true, value: hosts });
      expect(hostsOf(bytes, chunkOf(hosts.length + 1)).ok).toBe(false);
    }),
  );
});

// As the page about the format words it.
const shape = /^(?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9_-]{0,62}$/;
const isWellFormed = (text: string, count: number): boolean => {
  const lines = text.split('\n');
  const hosts = lines.slice(0, -1);
  return (
    lines.at(-1) === '' &&
    hosts.length === count &&
    hosts.every((host) => host.length <= 253 && shape.test(host)) &&
    hosts.every((host, at) => at === 0 || host > (hosts[at - 1] ?? ''))
  );
};

test('bytes are a chunk exactly if the words about the format say so', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '1',
    '-',
    '_',
    '.',
    '.a',
    '\n',
    'a.b\n',
    'a.c\n',
    'A',
    ' ',
    'é',
    'x'.repeat(62),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 4 }), (content, count) => {
      const read = hostsOf(new TextEncoder().encode(content), chunkOf(count));
      expect(read.ok).toBe(isWellFormed(content, count));
    }),
    { numRuns: 5_000 },
  );
  expect(isWellFormed('a.b\na.b.c\n', 2)).toBe(true);
  expect(hostsOf(new TextEncoder().encode('a.b\na.b.c\n'), chunkOf(2)).ok).toBe(true);
});
