import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isListAddress } from '@/rules/lists/address.ts';
import { createPolicy } from '@/rules/policy/presets.ts';
import { readPolicy } from '@/rules/policy/read.ts';
import type { ChildProfile, Policy } from '@/rules/policy/schema.ts';

const policy = createPolicy({
  language: 'en',
  country: 'PK',
  timeZone: 'Asia/Karachi',
  nickname: 'Zara',
  band: '9-12',
  childId: 'zara',
});
const withChild = (change: (child: ChildProfile) => Partial<ChildProfile>): Policy => ({
  ...policy,
  children: policy.children.map((child) => ({ ...child, ...change(child) })),
});
const withBlocklist = (...blocklist: string[]) =>
  withChild(({ filter }) => ({ filter: { ...filter, blocklist } }));
const problemsOf = (untrusted: unknown) => {
  const read = readPolicy(untrusted);
  return read.ok ? [] : read.failure;
};

test('a policy made by set-up reads as itself', () => {
  expect(readPolicy(policy)).toEqual({ ok: true, value: policy });
});

test('a value of the wrong kind is refused with its path', () => {
  const broken = withChild(({ filter }) => ({ filter: { ...filter, unknown: 'blok' as 'block' } }));
  expect(problemsOf(broken)).toEqual([
    { path: 'children.0.filter.unknown', message: expect.stringContaining('"block"') },
  ]);
});

describe('BYP-248 a nickname', () => {
  const nicknameOf = (nickname: string) => {
    const read = readPolicy(withChild(() => ({ nickname })));
    return read.ok ? read.value.children[0]?.nickname : read.failure.map(({ path }) => path);
  };

  test.each(['', '   ', '\u202E\u2069', '\u0000'])(
    'that shows nothing (%j) is refused',
    (nickname) => {
      expect(nicknameOf(nickname)).toEqual(['children.0.nickname']);
    },
  );

  test('of ten thousand letters is refused', () => {
    expect(nicknameOf('z'.repeat(10_000))).toEqual(['children.0.nickname']);
  });

  test('loses what would turn or hide the words around it, and nothing else', () => {
    expect(nicknameOf(' Za\u202Era\u2066\u0000 ')).toBe('Zara');
    expect(nicknameOf('زارا\u200cجان')).toBe('زارا\u200cجان');
    expect(nicknameOf('👩‍👩‍👧🦄')).toBe('👩‍👩‍👧🦄');
    expect(nicknameOf('half \uD83D')).toBe('half \uFFFD');
    expect(nicknameOf('<b onclick=x>Z</b>')).toBe('<b onclick=x>Z</b>');
  });
});

test('patterns are taken in any spelling and kept in the canonical one, each once', () => {
  const read = readPolicy(withBlocklist('https://www.Example.com/', 'example.com', 'b.test/x/'));
  expect(read.ok && read.value.children[0]?.filter.blocklist).toEqual(['example.com', 'b.test/x']);
});

test('a pattern that could never act is refused by its place in the list', () => {
  expect(problemsOf(withBlocklist('good.test', '*', 'ftp://files.test', 'co.uk'))).toEqual([
    { path: 'children.0.filter.blocklist.1', message: '"*" would mean every site' },
    {
      path: 'children.0.filter.blocklist.2',
      message: '"ftp://files.test" is not a web address',
    },
    { path: 'children.0.filter.blocklist.3', message: expect.stringContaining('whole ending') },
  ]);
});

test('BYP-025 words are kept in one form, each once; one that would close most addresses is refused', () => {
  const withWords = (...words: string[]) =>
    withChild(({ filter }) => ({ filter: { ...filter, words } }));
  const read = readPolicy(withWords(' Casino ', 'casino', 'free  games'));
  expect(read.ok && read.value.children[0]?.filter.words).toEqual(['casino', 'free games']);
  expect(problemsOf(withWords('casino', 'com', 'ab', 'x*y', '123'))).toEqual([
    { path: 'children.0.filter.words.1', message: '"com" stands in most addresses' },
    { path: 'children.0.filter.words.2', message: expect.stringContaining('too short') },
    { path: 'children.0.filter.words.3', message: expect.stringContaining('star') },
    { path: 'children.0.filter.words.4', message: '"123" has no letter' },
  ]);
});

test('the active child must be one of the children', () => {
  expect(problemsOf({ ...policy, activeChild: 'omar' })).toEqual([
    { path: 'activeChild', message: 'no child has the id "omar"' },
  ]);
});

test.each([
  ['https://lists.example/adult.txt', true],
  ['https://lists.example:8443?edition=new', true],
  ['http://127.0.0.1:8080/adult.txt', true],
  ['http://lists.example/adult.txt', false],
  ['https://me:secret@lists.example/adult.txt', false],
  ['https://lists.example/adult.txt#part', false],
  ['http://localhost.evil.example/adult.txt', false],
  ['https://', false],
])('a list at %s is taken only where it could be asked for: %s', (url, isTaken) => {
  const own = [{ id: 'mine', name: 'Mine', url, category: 'adult' }];
  expect(readPolicy({ ...policy, lists: { catalogue: [], own, feeds: [] } }).ok).toBe(isTaken);
  expect(isListAddress(url)).toBe(isTaken);
});

test('an id stands once among its siblings', () => {
  expect(problemsOf({ ...policy, children: [...policy.children, ...policy.children] })).toEqual([
    { path: 'children.1.id', message: '"zara" is there twice' },
  ]);
});

test('a time zone nobody knows is refused: bedtime would mean nothing', () => {
  expect(problemsOf({ ...policy, timeZone: 'Asia/Atlantis' })).toEqual([
    { path: 'timeZone', message: 'unknown time zone "Asia/Atlantis"' },
  ]);
});

describe('the scope of a quota', () => {
  const withScope = (scope: string) =>
    withChild(() => ({ quotas: [{ id: 'q', scope, minutes: { mon: 5 } }] }));

  test.each(['all', 'category:games', 'host:youtube.com', 'host:192.168.0.1'])(
    'may be %s',
    (scope) => {
      expect(problemsOf(withScope(scope))).toEqual([]);
    },
  );

  test.each([
    ['category:cars', 'unknown category "cars"'],
    ['host:www.youtube.com', '"www.youtube.com" is not a plain host such as "youtube.com"'],
    ['host:youtube.com/shorts', '"youtube.com/shorts" is not a plain host such as "youtube.com"'],
    ['host:google.*', '"google.*" is not a plain host such as "google"'],
    ['host:com', expect.stringContaining('whole ending')],
  ])('may not be %s', (scope, message) => {
    expect(problemsOf(withScope(scope))).toEqual([{ path: 'children.0.quotas.0.scope', message }]);
  });
});

test('at most ten problems are named', () => {
  expect(problemsOf(withBlocklist(...Array.from({ length: 30 }, () => '*')))).toHaveLength(10);
});

test('what was read reads as the same again, whatever it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.webUrl({ size: 'xsmall' }), { maxLength: 4 }), (patterns) => {
      const read = readPolicy(withBlocklist(...patterns));
      if (read.ok) expect(readPolicy(read.value)).toEqual(read);
    }),
    { numRuns: 50 },
  );
});

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), (untrusted) => {
      expect(readPolicy(untrusted).ok).toBe(false);
    }),
  );
});

test.each(['seven-year-old', 'fourteen-year-old', 'school'])(
  'the example docs/examples/%s.json is a policy in canonical form',
  (name) => {
    const example: unknown = JSON.parse(readFileSync(`docs/examples/${name}.json`, 'utf8'));
    expect(readPolicy(example)).toEqual({ ok: true, value: example });
  },
);
