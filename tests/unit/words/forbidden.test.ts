// No text of ours makes little of a crime, blames a child, or says to a small one what it can not carry.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { forbiddenIn, type Readers, type Text } from '../../support/forbidden-words.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = (pattern: string) => globSync(pattern, { cwd: root }).toSorted();
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

/** Parts of the catalogue that only a guardian reads. */
const forGuardians = ['guardian', 'lists', 'setup', 'presets'];

type Citation = { readonly where: string; readonly found: string; readonly why: string };
/** Names that others gave to a law, an office or a file, quoted as they are. None is needed so far. */
const citations: readonly Citation[] = [];
type Place = { readonly where: string; readonly found: string };
const without = <Found extends Place>(
  found: readonly Found[],
  cited: readonly Citation[],
): Found[] =>
  found.filter(
    (one) => !cited.some(({ where, found: words }) => where === one.where && words === one.found),
  );

const readersOf = (part: string, key: string): Readers => {
  if (/\.5-8(?:_|$)/.test(key)) return 'smallest';
  if (/\.(?:9-12|13-15|16-17)(?:_|$)/.test(key)) return 'child';
  return forGuardians.includes(part) || /^(?:parent|teacher)/.test(key) ? 'people' : 'child';
};

const catalogue: Text[] = files('public/texts/*/*.json').flatMap((path) =>
  Object.entries(JSON.parse(read(path)) as Record<string, string>).map(([key, words]) => ({
    where: `${path} ${key}`,
    words,
    readers: readersOf(/(\w+)\.json$/.exec(path)?.[1] ?? '', key),
  })),
);
/** Every string in a file of data, whatever its shape. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];
const packs: Text[] = files('public/packs/*.json').flatMap((path) =>
  stringsIn(JSON.parse(read(path))).map((words) => ({ where: path, words, readers: 'everyone' })),
);
const locales: Text[] = files('public/_locales/*/*.json').flatMap((path) =>
  stringsIn(JSON.parse(read(path))).map((words) => ({ where: path, words, readers: 'people' })),
);
const documents: Text[] = [
  'README.md',
  'CHANGELOG.md',
  'ARCHITECTURE.md',
  ...files('docs/**/*.md'),
].map((path) => ({ where: path, words: read(path), readers: 'everyone' }));
const data: Text[] = files('docs/**/*.json').map((path) => ({
  where: path,
  words: read(path),
  readers: 'everyone',
}));

describe('no forbidden word stands in', () => {
  test.each([
    ['the catalogue', catalogue],
    ['the country packs', packs],
    ['the words the browser shows', locales],
    ['the documents', documents],
    ['the data beside the documents', data],
  ] as const)('%s', (_, texts) => {
    expect(texts.length).toBeGreaterThan(0);
    expect(without(texts.flatMap(forbiddenIn), citations)).toEqual([]);
  });
});

describe('a citation', () => {
  test('is still there, and says why', () => {
    const found = [...catalogue, ...packs, ...locales, ...documents, ...data].flatMap(forbiddenIn);
    const idle = citations.filter(
      (one) => !found.some(({ where, found: words }) => where === one.where && words === one.found),
    );
    expect(idle).toEqual([]);
    expect(citations.filter(({ why }) => why.length < 20)).toEqual([]);
  });

  test('excuses its own words in its own place, and nothing else', () => {
    const law = forbiddenIn({
      where: 'law',
      words: 'Child pornography, kiddie',
      readers: 'everyone',
    });
    const cited = {
      where: 'law',
      found: 'Child pornography',
      why: 'The title of the Act, as printed.',
    };
    expect(without(law, [cited]).map(({ found }) => found)).toEqual(['kiddie']);
    expect(without(law, [{ ...cited, where: 'elsewhere' }])).toHaveLength(2);
  });
});

describe('the check', () => {
  const found = (words: string, readers: Readers = 'everyone'): string[] =>
    forbiddenIn({ where: 'x', words, readers }).map((one) => one.found);

  test.each([
    ['Report child pornography here', 'child pornography'],
    ['CHILD  PORN', 'CHILD  PORN'],
    ['A paedophile was here', 'paedophile'],
    ['She committed suicide.', 'committed suicide'],
    ['Do not be a snitch!', 'snitch'],
    ['revenge-free, not revenge porn', 'revenge porn'],
    ['یہ چائلڈ پورنوگرافی ہے', 'چائلڈ پورنوگرافی'],
    ['بچوں کی فحش تصاویر', 'بچوں کی فحش'],
    ['کسی مخبر نے بتایا', 'مخبر'],
  ])('fails on "%s"', (words, expected) => {
    expect(found(words)).toEqual([expected]);
  });

  test('takes whole words, not parts of others', () => {
    expect(found('kiddies of Essex', 'smallest')).toEqual([]);
    expect(found('The naïveté of snuffboxes', 'people')).toEqual([]);
    // "مجرم" is in no other word here: "جرم" inside it is not found twice.
    expect(found('مجرم', 'smallest')).toEqual(['مجرم']);
  });

  test('says more to a guardian than to a child, and least to the smallest', () => {
    const words = 'grooming, police';
    expect(found(words, 'people')).toEqual([]);
    expect(found(words, 'child')).toEqual(['grooming']);
    expect(found(words, 'smallest')).toEqual(['grooming', 'police']);
  });

  test('names what to say instead', () => {
    expect(forbiddenIn({ where: 'x', words: 'kiddie', readers: 'everyone' })).toEqual([
      {
        where: 'x',
        found: 'kiddie',
        instead: expect.stringContaining('child sexual abuse material'),
      },
    ]);
  });

  test('knows who reads a text by its part and its key', () => {
    expect(readersOf('help', 'stepOne.5-8')).toBe('smallest');
    expect(readersOf('help', 'stepOne.13-15')).toBe('child');
    expect(readersOf('guardian', 'journalIntro')).toBe('people');
    expect(readersOf('guides', 'teacherNot-sad-1')).toBe('people');
    expect(readersOf('guides', 'guideName-sad')).toBe('child');
  });
});
