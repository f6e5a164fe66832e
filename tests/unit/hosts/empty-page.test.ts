import { expect, test } from 'vitest';

import { isEmptyPage } from '@/rules/hosts/empty-page.ts';

test.each(['', 'about:blank', 'about:blank#x', 'about:blank?a=1#b', 'about:blank#\n'])(
  '"%s" is an empty page',
  (address) => {
    expect(isEmptyPage(address)).toBe(true);
  },
);

test.each([
  'about:blankets',
  'about:config',
  'about:srcdoc',
  'https://about:blank@a.test/',
  ' about:blank',
])('"%s" is none', (address) => {
  expect(isEmptyPage(address)).toBe(false);
});
