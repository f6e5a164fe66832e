// Pages of health, faith, history, minorities, sex education, news and help, in the eight languages that are understood: none
// may be closed, and hardly any warned about. Judged as the worker judges, with the models that are shipped.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import * as z from 'zod/mini';

import { parseAddress } from '@/rules/hosts/address.ts';
import { scamSigns } from '@/rules/lookalike/scam-page.ts';
import { judgeRisk } from '@/rules/risk/judge-risk.ts';
import { pageEvidence } from '@/rules/risk/page-evidence.ts';
import { makeTextJudge } from '@/rules/text/judge-text.ts';
import { readModel } from '@/rules/text/model.ts';

import { root } from '../../../scripts/commands.ts';
import { addressJudge, packagedBrands } from '../../support/lookalike.ts';

/** A page that is warned about stays readable. One reading in five hundred: these are written to be hard. */
const mostWarned = 0.002;
const leastOfEach = 20;
const languages = ['en', 'ur', 'ur-Latn', 'ar', 'fr', 'es', 'ru', 'zh'];
const kinds = [
  'health',
  'faith',
  'history',
  'minorities',
  'sex-education',
  'news',
  'help',
] as const;

const pageSchema = z.object({
  kind: z.enum(kinds),
  lang: z.string(),
  url: z.string(),
  title: z.string(),
  description: z.string(),
  text: z.string(),
});
type Page = z.infer<typeof pageSchema>;
const folder = join(root, 'tests', 'fixtures', 'over-blocking');

const whole = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
  .map((line) => pageSchema.parse(JSON.parse(line)));

/** Six sentences a kind, each one that a list of words would stumble over: every three of them make a page. */
const sentencesSchema = z.record(z.enum(kinds), z.array(z.string()).check(z.length(6)));
const joined = languages.flatMap((lang) => {
  const file = readFileSync(join(folder, 'sentences', `${lang}.json`), 'utf8');
  return Object.entries(sentencesSchema.parse(JSON.parse(file))).flatMap(([kind, sentences]) =>
    threesOf(sentences).map((three): Page => {
      const text = three.join(' ');
      const said = { kind: kind as Page['kind'], lang, text };
      return { ...said, url: 'https://new.test/page', title: '', description: '' };
    }),
  );
});

function threesOf(sentences: readonly string[]): readonly string[][] {
  return sentences.flatMap((first, one) =>
    sentences
      .slice(one + 1)
      .flatMap((second, two) =>
        sentences.slice(one + two + 2).map((third) => [first, second, third]),
      ),
  );
}

const model = readModel(new Uint8Array(readFileSync(join(root, 'public', 'models', 'text.bin'))));
if (!model.ok) throw new Error('public/models/text.bin can not be read');
const judge = makeTextJudge(model.value);
const [brands, judgeOfAddresses] = [packagedBrands(), addressJudge()];

function judgedAt({ url, ...page }: Page, times: number) {
  const address = parseAddress(url);
  if (address === null) throw new Error(`not an address: ${url}`);
  const text = `${page.text} `.repeat(times);
  const facts = { ...page, text, language: page.lang.slice(0, 2), buttons: ['Share'], forms: [] };
  return judgeRisk([
    ...pageEvidence({ ...facts, address, ageLabel: null }, judge),
    ...scamSigns(facts, address, { brands, judge: judgeOfAddresses }),
  ]);
}

/** At two lengths: as it is, and as a page that says it over and over. */
const judged = [...whole, ...joined].flatMap((page) =>
  [1, 6].map((times) => ({ page, found: judgedAt(page, times) })),
);
const named = (level: string): string[] =>
  judged
    .filter(({ found }) => found?.level === level)
    .map(({ page, found }) => `${page.kind} ${page.lang} ${found?.signs.join()}: ${page.text}`);

test('the set has twenty whole pages of each kind in each language', () => {
  // The joined ones are twenty by themselves: what is counted here is written as a page.
  const missing = kinds.flatMap((kind) =>
    languages.filter(
      (lang) =>
        whole.filter((page) => page.kind === kind && page.lang === lang).length < leastOfEach,
    ),
  );
  expect(missing).toEqual([]);
});

test('none of them is closed', () => {
  expect(named('close')).toEqual([]);
});

test('at most one reading in five hundred is warned about', () => {
  const warned = named('warn');
  expect(warned.length, warned.join('\n')).toBeLessThanOrEqual(judged.length * mostWarned);
});
