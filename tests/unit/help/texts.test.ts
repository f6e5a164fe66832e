import { expect, test } from 'vitest';

import en from '../../../public/texts/en/help.json';
import ur from '../../../public/texts/ur/help.json';

const catalogues = { en, ur } as Record<string, Record<string, string>>;

test('both languages say the same things', () => {
  expect(Object.keys(ur)).toEqual(Object.keys(en));
});

test('the youngest get at most two sentences of at most eight words', () => {
  for (const [language, catalogue] of Object.entries(catalogues)) {
    for (const [key, words] of Object.entries(catalogue).filter(([name]) =>
      name.endsWith('.5-8'),
    )) {
      const sentences = words
        .split(/[.?!:۔؟]/)
        .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
      expect(sentences.length, `${language} ${key}`).toBeLessThanOrEqual(2);
      for (const sentence of sentences) {
        expect(sentence.trim().split(/\s+/).length, `${language}: ${sentence}`).toBeLessThanOrEqual(
          8,
        );
      }
    }
  }
});

test('no word of blame, fear or of the old vocabulary', () => {
  const all = Object.values(catalogues)
    .flatMap((catalogue) => Object.values(catalogue))
    .join('\n');
  expect(all).not.toMatch(
    /child porn|kiddie|child prostitut|revenge porn|commit suicide|illegal|\bbad child|چائلڈ پورن|غیر قانونی/i,
  );
});
