import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { queryOf } from '@/rules/search/queries.ts';

describe('what was searched for', () => {
  test.each([
    ['https://www.google.com/search?q=red+roses&hl=en', 'red roses'],
    ['https://www.google.com.pk/search?hl=ur&q=%DA%AF%D9%84%D8%A7%D8%A8', 'گلاب'],
    ['https://www.google.com/search?q=old#q=new+roses', 'new roses'],
    ['https://www.bing.com/search?q=roses', 'roses'],
    ['https://duckduckgo.com/?q=roses&ia=web', 'roses'],
    ['https://search.yahoo.com/search?p=roses', 'roses'],
    ['https://yandex.ru/search/?text=%D1%80%D0%BE%D0%B7%D1%8B', 'розы'],
    ['https://www.baidu.com/s?wd=%E7%8E%AB%E7%91%B0', '玫瑰'],
    ['https://m.baidu.com/s?word=%E7%8E%AB%E7%91%B0', '玫瑰'],
    ['https://www.ecosia.org/search?q=roses', 'roses'],
    ['https://www.qwant.com/?q=roses&t=web', 'roses'],
    ['https://www.startpage.com/do/search?query=roses', 'roses'],
    ['https://search.brave.com/search?q=roses', 'roses'],
    ['https://www.youtube.com/results?search_query=red+roses', 'red roses'],
    ['https://www.youtube.com/hashtag/redroses', 'redroses'],
    ['https://www.tiktok.com/search?q=roses', 'roses'],
    ['https://www.tiktok.com/tag/red-roses', 'red roses'],
    ['https://www.pinterest.com/search/pins/?q=roses', 'roses'],
    ['https://www.pinterest.com/ideas/red-roses/12345/', 'red roses'],
    ['https://www.reddit.com/search/?q=roses', 'roses'],
    ['https://www.sogou.com/web?query=roses', 'roses'],
    ['https://search.naver.com/search.naver?query=roses', 'roses'],
  ])('is read from %s', (url, query) => {
    expect(queryOf(url)).toBe(query);
  });

  test.each([
    'https://www.google.com/',
    'https://www.google.com/search?q=',
    'https://www.google.com/maps/place/rome',
    'https://school.test/search?q=roses',
    'https://notgoogle.com.evil.test/search?q=roses',
    'about:blank',
    'nonsense',
    'https://www.tiktok.com/tag/%E0%A4%A',
  ])('is nothing at %s', (url) => {
    expect(queryOf(url)).toBeNull();
  });

  test('is cut, and read from any address whatever', () => {
    expect(queryOf(`https://www.bing.com/search?q=${'a'.repeat(9000)}`)).toHaveLength(500);
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(queryOf(url)?.length ?? 0).toBeLessThanOrEqual(500);
      }),
      { numRuns: 50 },
    );
  });
});
