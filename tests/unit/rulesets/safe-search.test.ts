import { expect, test } from 'vitest';

import { engines } from '@/rules/rulesets/safe-search.ts';

const forcedAt = (url: string): string[] =>
  engines
    .filter(({ regex }) => new RegExp(regex, 'i').test(url))
    .flatMap(({ params }) => params.map(({ key, value }) => `${key}=${value}`));

test.each([
  ['https://www.google.com/search?tbm=isch&q=x', 'safe=active'],
  ['https://images.google.co.uk/images?q=x', 'safe=active'],
  ['https://www.google.com.pk/complete/search?q=x', 'safe=active'],
  ['https://www.bing.com/images/search?q=x', 'adlt=strict'],
  ['https://www.bing.com/videos/search?q=x', 'adlt=strict'],
  ['https://cn.bing.com/search?q=x&adlt=off', 'adlt=strict'],
  ['https://duckduckgo.com/?q=!g+x', 'kp=1'],
  ['https://duckduckgo.com/?q=x&iax=images', 'kp=1'],
  ['https://yandex.com/images/search?text=x', 'family=yes'],
])('BYP-076 BYP-077 %s is sent to its strict mode', (url, forced) => {
  expect(forcedAt(url)).toEqual([forced]);
});
