// What is typed of a list, and what is said of one, without a page.
import { describe, expect, test } from 'vitest';

import { hostOf, problemToTell, sizeName } from '@/components/guardian/lists/list-words.ts';
import { readNewFeed, readNewList } from '@/components/guardian/lists/read-new-list.ts';
import { aListState } from '@/tests/support/list-replies.ts';

describe('a typed address of a list', () => {
  const read = (url: string, there: readonly string[] = []) =>
    readNewList({ name: 'X', url, category: 'adult' }, there);

  test.each([
    ['https://lists.test/a', 'https://lists.test/a'],
    ['lists.test/a', 'https://lists.test/a'],
    ['  https://LISTS.test ', 'https://lists.test/'],
    ['http://localhost:8080/a', 'http://localhost:8080/a'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
  ])('is read as an address: %s', (typed, url) => {
    expect(read(typed)).toMatchObject({ ok: true, value: { url } });
  });

  test.each([
    ['', 'listAddressMissing'],
    ['https://', 'listAddressWrong'],
    ['a list', 'listAddressWrong'],
    ['lists', 'listAddressWrong'],
    ['http://lists.test/', 'listAddressNotHttps'],
    ['ftp://lists.test/', 'listAddressNotHttps'],
    ['javascript:alert(1)', 'listAddressNotHttps'],
    ['https://me:secret@lists.test/', 'listAddressSecret'],
    [`https://lists.test/${'a'.repeat(500)}`, 'listAddressLong'],
  ])('is refused with its reason: %s', (typed, key) => {
    expect(read(typed)).toEqual({ ok: false, failure: { field: 'url', key } });
  });

  test('is not taken twice', () => {
    expect(read('https://lists.test', ['https://lists.test/'])).toMatchObject({
      failure: { key: 'listAddressThere' },
    });
  });

  test.each(['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}+`])(
    'of a feed comes with a whole code: "%s" is none',
    (root) => {
      expect(readNewFeed({ name: 'X', url: 'https://feed.test', root }, [])).toMatchObject({
        failure: { field: 'root', key: 'feedRootWrong' },
      });
    },
  );
});

test('sizes are said with two digits, in the unit that fits', () => {
  expect(sizeName('en', 12_345_678).replace('\u00A0', ' ')).toBe('12 MB');
  expect(sizeName('en', 840_000).replace('\u00A0', ' ')).toBe('840 kB');
  expect(sizeName('en', 47).replace('\u00A0', ' ')).toBe('1 kB');
  expect(sizeName('ur', 12_345_678)).toContain('12');
});

test('a host is named even where an address can not be read', () => {
  expect(hostOf('https://lists.test:8443/a')).toBe('lists.test:8443');
  expect(hostOf('nonsense')).toBe('nonsense');
});

test('a network that fails once or twice is not worth a word while an old edition holds', () => {
  const failing = (failures: number) =>
    problemToTell(aListState({ problem: 'not-reachable', failures }), true);
  expect(failing(2)).toBeNull();
  expect(failing(3)).toBe('not-reachable');
  expect(problemToTell(aListState({ problem: 'not-reachable', failures: 1 }), false)).toBe(
    'not-reachable',
  );
  expect(problemToTell(aListState({ problem: 'shrunken', failures: 1 }), true)).toBe('shrunken');
});
