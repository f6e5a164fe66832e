import { describe, expect, test } from 'vitest';

import { firstSheet, sheetOf } from '@/rules/pictures/sheet.ts';

const mark = 'abcdefghijkl';

describe('the sheet that covers', () => {
  test('hides all pictures that are not known to be safe, where they are hidden first', () => {
    for (const css of [firstSheet(mark), sheetOf(mark, 'hide')]) {
      expect(css).toContain(`:is(img,video,image,input[type=image]`);
      expect(css).toContain(`:not([${mark}=s])`);
      expect(css).toContain('object-position:-99999px 0!important');
    }
  });

  test('covers nothing but what is unsafe, where pictures are only covered', () => {
    const css = sheetOf(mark, 'cover');
    expect(css).toContain(`[${mark}=u]`);
    expect(css).not.toContain('img');
    expect(css).not.toContain(`[${mark}=n]`);
  });

  test('changes nothing that has a size or a place, and asks nobody for a picture', () => {
    for (const css of [firstSheet(mark), sheetOf(mark, 'hide'), sheetOf(mark, 'cover')])
      expect(css).not.toMatch(
        /display|width|height|margin|padding|position:(?!-9)|content|https?:|data:/,
      );
  });

  test('lets no page draw a cover out over hours: a transition would outdo it', () => {
    for (const css of [firstSheet(mark), sheetOf(mark, 'hide'), sheetOf(mark, 'cover')])
      expect(css).toContain('{transition:none!important;object-position');
  });

  test('stays in sight for readers who choose all colours themselves', () => {
    for (const mode of ['hide', 'cover'] as const)
      expect(sheetOf(mark, mode)).toMatch(
        /@media\(forced-colors:active\)\{[^{]+\{forced-color-adjust:none!important\}/,
      );
  });

  test('ends for the whole page with one word on its root', () => {
    const rules = sheetOf(mark, 'hide').match(/:root[^{]*\{/g) ?? [];
    expect(rules.length).toBeGreaterThan(3);
    expect(rules.every((rule) => rule.startsWith(`:root:not([${mark}=o],#${mark}) `))).toBe(true);
  });
});
