import { expect, test } from 'vitest';

import { listProblems } from '@/rules/lists/list-state.ts';
import { createListReader } from '@/rules/lists/parse/reader.ts';
import {
  type ListFailure,
  listFailures,
  listLimits,
  problemOf,
} from '@/rules/lists/parse/result.ts';

import { bytesOf, type Read, readBytes, readText } from './read.ts';

const failureOf = ({ result }: Read): ListFailure | string =>
  result.ok ? `${result.value.hosts} hosts` : result.failure;
const good = (count: number): string =>
  Array.from({ length: count }, (_, index) => `h${index}.example\n`).join('');
const wide = (text: string, order: 'le' | 'be'): Uint8Array =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((code) => {
      return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

test.each([
  '<!DOCTYPE html><html><body>Please log in</body></html>',
  '\n\n  <html>\n<a href="x">a.example</a>\n',
  '# a comment first\n<?xml version="1.0"?>\n',
])('a page instead of a list is named as one: %j', (text) => {
  expect(failureOf(readText(text + '\n' + good(100)))).toMatchObject({ kind: 'html' });
});

test.each([
  ['404: Not Found', 'not-a-list'],
  ['Rate limit exceeded.\nPlease try again later.\n', 'not-a-list'],
  ['{"domains": ["a.example", "b.example"]}', 'not-a-list'],
  ['', 'no-hosts'],
  ['\n\n\n', 'no-hosts'],
  ['# nothing but comments\n', 'no-hosts'],
  ['\ufeff', 'no-hosts'],
  ['192.0.2.1\n192.0.2.2\n', 'no-hosts'],
  ['@@||a.example^\n', 'no-hosts'],
])('%j is no list', (text, kind) => {
  expect(failureOf(readText(text))).toMatchObject({ kind });
});

test.each([
  ['gzip', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]],
  ['zip', [0x50, 0x4b, 3, 4, 20, 0]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd, 4, 0]],
  ['bzip2', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
])('what is still packed is named: %s', (detail, bytes) => {
  expect(failureOf(readBytes(Uint8Array.from(bytes)))).toEqual({
    kind: 'packed',
    line: 1,
    byte: 0,
    detail,
  });
});

test('UTF-16 is named, with and without its mark', () => {
  for (const bytes of [
    wide('\ufeffa.example\n', 'le'),
    wide('\ufeffa.example\n', 'be'),
    wide('a.example\n', 'le'),
    wide('a.example\n', 'be'),
  ]) {
    expect(failureOf(readBytes(bytes))).toMatchObject({ kind: 'utf-16', byte: 0 });
  }
});

test('a zero byte fails the list where it stands, after the hosts before it', () => {
  const read = readText('a.example\nb.ex\0ample\nc.example\n');
  expect(read.hosts).toEqual(['a.example']);
  expect(failureOf(read)).toEqual({ kind: 'binary', line: 2, byte: 14, detail: '' });
  const marked = readText('\ufeffa.example\n\0');
  expect(failureOf(marked)).toEqual({ kind: 'binary', line: 2, byte: 13, detail: '' });
});

test('a billion zeros fail at the first piece', () => {
  const reader = createListReader(listLimits, () => expect.unreachable());
  const first = reader.write(new Uint8Array(65_536));
  expect(first).toEqual({ ok: false, failure: { kind: 'binary', line: 1, byte: 0, detail: '' } });
  expect(reader.write(bytesOf(good(3)))).toEqual(first);
  expect(reader.end()).toEqual(first);
});

test('a line of ten million bytes fails as soon as it is too long, in the place where it begins', () => {
  const piece = bytesOf('x'.repeat(50_000));
  let hosts = 0;
  const reader = createListReader(listLimits, () => (hosts += 1));
  expect(reader.write(bytesOf('a.example\n')).ok).toBe(true);
  expect(reader.write(piece).ok).toBe(true);
  const failure = { kind: 'long-line', line: 2, byte: 10, detail: '65536' };
  expect(reader.write(piece)).toEqual({ ok: false, failure });
  expect(hosts).toBe(1);
  expect(failureOf(readText(`a.example\n${'x'.repeat(70_000)}\nb.example`))).toEqual(failure);
  expect(failureOf(readText(`a.example\n${'x'.repeat(65_536)}\nb.example`))).toBe('2 hosts');
});

test('a list with more hosts or bytes than the limit fails there and gives no more', () => {
  const limits = { ...listLimits, mostHosts: 3 };
  expect(failureOf(readText(good(3), limits))).toBe('3 hosts');
  const read = readText(good(5), limits);
  expect(read.hosts.length).toBe(3);
  expect(failureOf(read)).toEqual({ kind: 'too-many-hosts', line: 4, byte: 33, detail: '3' });
  const short = { ...listLimits, mostBytes: 33 };
  expect(failureOf(readText(good(3), short))).toBe('3 hosts');
  expect(failureOf(readText(good(4), short))).toEqual({
    kind: 'too-many-bytes',
    line: 4,
    byte: 33,
    detail: '33',
  });
  expect(failureOf(readText('\ufeffa.example', { ...listLimits, mostBytes: 2 }))).toMatchObject({
    kind: 'too-many-bytes',
  });
});

test('a list of which more than half is no host is no list; half is still one', () => {
  expect(failureOf(readText(`${good(2)}one\ntwo\n`))).toBe('2 hosts');
  expect(failureOf(readText(`${good(2)}one\ntwo\nthree\n`))).toEqual({
    kind: 'not-a-list',
    line: 3,
    byte: 22,
    detail: '',
  });
});

test('nonsense without end is given up long before its end', () => {
  const reader = createListReader(listLimits, () => expect.unreachable());
  const piece = bytesOf('lorem ipsum dolor\n'.repeat(1000));
  let written = 0;
  while (written < 100 && reader.write(piece).ok) written += 1;
  expect(written).toBeLessThan(20);
});

test('after its end a list takes nothing more', () => {
  const reader = createListReader(listLimits, () => undefined);
  reader.write(bytesOf(good(2)));
  expect(reader.end().ok).toBe(true);
  expect(reader.write(bytesOf(good(2)))).toMatchObject({ failure: { kind: 'ended' } });
  expect(reader.end()).toMatchObject({ failure: { kind: 'ended' } });
});

test('every failure has its word for the guardian', () => {
  const problems = listFailures.map((kind) => problemOf({ kind, line: 1, byte: 0, detail: '' }));
  expect(problems.every((problem) => listProblems.includes(problem))).toBe(true);
  expect(problems.filter((problem) => problem === 'too-big').length).toBe(2);
});
