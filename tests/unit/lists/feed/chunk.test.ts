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
      expect(hostsOf(textOf(hosts), chunkOf(hosts.length))).toEqual({ ok: true, value: hosts });
      expect(hostsOf(textOf(hosts), chunkOf(hosts.length + 1)).ok).toBe(false);
    }),
  );
});
