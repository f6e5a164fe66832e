import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createMemory } from '@/rules/pictures/memory.ts';
import { mostWaiting, nextInLine, type Wanted } from '@/rules/pictures/queue.ts';
import { sniff } from '@/rules/pictures/sniff.ts';

const list = (...names: string[]): Wanted[] =>
  names.map((address) => ({ address, mayBePrivate: false }));
const names = (line: readonly Wanted[]): string[] => line.map(({ address }) => address);
const nothingKnown = (): boolean => false;

describe('whose picture is next', () => {
  test('the frame that asked last begins, then they take turns', () => {
    const line = nextInLine([list('old-1', 'old-2'), list('new-1', 'new-2')], nothingKnown);
    expect(names(line)).toEqual(['new-1', 'old-1', 'new-2', 'old-2']);
  });

  test('what is known or wanted twice stands in line at most once', () => {
    const line = nextInLine([list('a', 'b'), list('b', 'c')], (address) => address === 'c');
    expect(names(line)).toEqual(['b', 'a']);
  });

  test('the line has an end, and keeps each list in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 60 }), { maxLength: 6 }), (lists) => {
        const line = names(
          nextInLine(
            lists.map((one) => list(...one)),
            nothingKnown,
          ),
        );
        expect(line.length).toBeLessThanOrEqual(mostWaiting);
        expect(new Set(line).size).toBe(line.length);
        expect(line.every((name) => lists.some((one) => one.includes(name)))).toBe(true);
      }),
    );
  });
});

describe('what was found out', () => {
  test('is kept for a bounded number of addresses; what is asked for stays', () => {
    const memory = createMemory<number>(2);
    memory.set('a', 1);
    memory.set('b', 2);
    expect(memory.get('a')).toBe(1);
    memory.set('c', 3);
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([1, undefined, 3]);
    expect(memory.size()).toBe(2);
  });

  test('is forgotten only as what it was', () => {
    const memory = createMemory<number>(5);
    memory.set('a', 1);
    memory.remove('a', 2);
    expect(memory.get('a')).toBe(1);
    memory.remove('a', 1);
    expect(memory.get('a')).toBeUndefined();
  });
});

describe('what a file is', () => {
  const bytes = (text: string): Uint8Array =>
    Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test.each([
    ['jpeg', '\xff\xd8\xff\xe0'],
    ['png', '\x89PNG\r\n\x1a\n'],
    ['gif', 'GIF89a'],
    ['webp', 'RIFF1234WEBPVP8 '],
    ['avif', '\0\0\0 ftypavif'],
    ['bmp', 'BM'],
    ['ico', '\0\0\x01\0'],
    ['svg', ' <svg xmlns='],
    ['svg', '<?xml version="1.0"?><svg'],
  ])('%s is told by its first bytes', (type, text) => {
    expect(sniff(bytes(text))).toBe(type);
  });

  test('a page or a film is no picture', () => {
    for (const text of ['<!doctype html><svg>', 'plain', '', '\0\0\0 ftypisom', '%PDF-1.7'])
      expect(sniff(bytes(text))).toBeNull();
  });
});
