import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createWordFinder, parseWord } from '@/rules/hosts/address-words.ts';
import { parseAddress } from '@/rules/hosts/address.ts';

import { anyText } from '../../support/any-text.ts';

const find = (url: string, ...words: string[]): string | null => {
  const address = parseAddress(url);
  if (address === null) throw new Error(`not an address: ${url}`);
  return createWordFinder(words)(address);
};

describe('BYP-025 a closed word is found in every dress', () => {
  test.each([
    'http://site.test/porn',
    'http://porn.test/',
    'http://porn-videos.test/',
    'http://site.test/?q=free+porn+now',
    'http://site.test/?q=free%20porn',
    'http://site.test/?porn=1',
    'http://site.test/#/porn',
    'http://site.test/p%6Frn',
    'http://site.test/p%256Frn',
    'http://site.test/%70%6F%72%6E/x',
    'http://site.test/PORN',
    'http://site.test/P0RN',
    'http://site.test/pr0n-porn24',
    'http://site.test/p-o-r-n',
    'http://site.test/p.o.r.n/1',
    'http://site.test/x/p_0_r_n',
    'http://site.test/?q=p%20o%20r%20n',
    'http://site.test/ｐｏｒｎ',
    'http://ｐｏｒｎ.test/',
    'http://site.test/pоrn',
    'http://pоrn.test/',
    'http://site.test/pórn',
    'http://site.test/po%C2%ADrn',
    'http://site.test/po%E2%80%8Brn',
    'http://site.test/𝓹𝓸𝓻𝓷',
    'http://site.test/porns.html',
    'http://site.test/_porn_',
    'http://site.test/%ff/porn',
    'blob:http://site.test/porn',
  ])('%s', (url) => {
    expect(find(url, 'porn')).toBe('porn');
  });
});

describe('BYP-025 an innocent word that holds a closed one stays open', () => {
  test.each([
    ['https://www.essex.gov.uk/', 'sex'],
    ['https://middlesex.test/sussex?q=wessex', 'sex'],
    ['https://therapist.test/find-a-therapist', 'rapist'],
    ['https://scunthorpe.test/', 'cunt'],
    ['https://kitchen.test/cocktail-dress/peacock', 'cock'],
    ['https://school.test/classes/assignment/passage', 'ass'],
    ['https://site.test/analysis/canal', 'anal'],
    ['https://site.test/models-ex-factory', 'sex'],
    ['https://site.test/it%27s-ex', 'sex'],
    ['https://site.test/an-al-qaeda-trial', 'anal'],
    ['https://site.test/popcorn', 'porn'],
    ['https://site.test/?v=aSexQporn_', 'porn'],
  ])('%s has no "%s"', (url, word) => {
    expect(find(url, word)).toBeNull();
  });
});

test('BYP-025 base64 of the word is out of scope', () => {
  expect(find(`http://site.test/?q=${btoa('porn')}`, 'porn')).toBeNull();
});

test('a phrase is found with anything or nothing between its words, and only in their order', () => {
  expect(find('http://site.test/free-games', 'free games')).toBe('free games');
  expect(find('http://freegames.test/', 'free games')).toBe('free games');
  expect(find('http://site.test/games-free', 'free games')).toBeNull();
  expect(find('http://site.test/carefree/gamester', 'free games')).toBeNull();
});

test('a star stands for more letters on its side', () => {
  expect(find('http://casinoroyal.test/', 'casino')).toBeNull();
  expect(find('http://casinoroyal.test/', 'casino*')).toBe('casino*');
  expect(find('http://mycasino.test/', 'casino*')).toBeNull();
  expect(find('http://mycasino.test/', '*casino')).toBe('*casino');
  expect(find('http://mycasinoroyal.test/', '*casino*')).toBe('*casino*');
});

test('words of other scripts: Urdu in both spellings of its letters, Chinese without spaces', () => {
  expect(find('http://site.test/جوا', 'جوا')).toBe('جوا');
  expect(find(`http://site.test/${encodeURIComponent('كازينو')}`, 'کازینو')).toBe('کازینو');
  expect(find('http://site.test/在线赌博网站', '赌博')).toBe('赌博');
  expect(find('http://site.test/казино', 'казино')).toBe('казино');
});

test('a vowel sign makes another word: Hindi "less" is not "work"', () => {
  expect(find('http://site.test/काम', 'काम')).toBe('काम');
  expect(find('http://site.test/काम', 'कम')).toBeNull();
  expect(find('http://site.test/कम', 'काम')).toBeNull();
});

test('only web addresses have words: not the browser, not a page in the address itself', () => {
  expect(find('about:porn', 'porn')).toBeNull();
  expect(find('data:text/html,porn', 'porn')).toBeNull();
});

test.each([
  ['', 'empty'],
  ['  ***  ', 'empty'],
  ['123', 'empty'],
  ['…', 'empty'],
  ['ab', 'too-short'],
  ['a-b', 'too-short'],
  ['ass*', 'too-short'],
  ['ر', 'too-short'],
  ['com', 'too-wide'],
  ['WWW', 'too-wide'],
  ['https', 'too-wide'],
  ['por*n', 'star-inside'],
  ['x'.repeat(61), 'too-long'],
])('%j is refused as %s', (text, failure) => {
  expect(parseWord(text)).toEqual({ ok: false, failure });
});

test.each([
  ['  Free   Games ', 'free games'],
  ['ＰＯＲＮ', 'porn'],
  ['**casino**', '*casino*'],
  ['赌博', '赌博'],
])('%j is kept as %j', (text, word) => {
  expect(parseWord(text)).toEqual({ ok: true, value: word });
  expect(parseWord(word)).toEqual({ ok: true, value: word });
});

test('no word and no address makes it throw, and what is refused finds nothing', () => {
  fc.assert(
    fc.property(anyText, anyText, (word, rest) => {
      const address = parseAddress(`http://site.test/${rest}`);
      const found = address === null ? null : createWordFinder([word])(address);
      const parsed = parseWord(word);
      expect(found === null || (parsed.ok && parsed.value === found)).toBe(true);
    }),
  );
});
