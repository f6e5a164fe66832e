import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { expandExamples } from '../../../scripts/train/expand.ts';

const folder = join(import.meta.dirname, '../../../scripts/train/examples');
const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { text: string; label: string; lang: string });

const count = (label: string, lang: string): number =>
  written.filter((row) => row.label === label && row.lang === lang).length;

describe('the training examples', () => {
  test('are all readable, templates included', () => {
    const { examples, problems } = expandExamples(folder);
    expect(problems).toEqual([]);
    expect(examples.length).toBeGreaterThan(written.length);
  });

  test('say nothing twice in one language', () => {
    const keys = written.map(({ lang, text }) => `${lang} ${text.trim().toLowerCase()}`);
    const seen = new Set<string>();
    const again = keys.filter((key) => seen.size === seen.add(key).size);
    expect(again).toEqual([]);
  });

  test.each(['ur', 'ur-Latn', 'ar', 'ru', 'es'])('speak %s fully: the open sets do not', (lang) => {
    expect(count('insult', lang)).toBeGreaterThanOrEqual(250);
    expect(count('hate', lang)).toBeGreaterThanOrEqual(150);
    expect(count('ordinary', lang)).toBeGreaterThanOrEqual(400);
  });

  test.each(['en', 'fr', 'zh'])('speak %s as teenagers do', (lang) => {
    expect(count('insult', lang)).toBeGreaterThanOrEqual(100);
    expect(count('hate', lang)).toBeGreaterThanOrEqual(60);
    expect(count('ordinary', lang)).toBeGreaterThanOrEqual(250);
  });
});
