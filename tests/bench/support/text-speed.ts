// Letters a second, folding included, beside the word lists in the same run: in turns, by the processor's time of this
// process. Other programs on the machine take its memory and its caches; they take them from all alike.
import { wordsPerStretch } from '../../../rules/text/judge-text.ts';
import type { TextModel } from '../../../rules/text/model.ts';
import { createScorer } from '../../../rules/text/score.ts';
import { readSets } from '../../../scripts/train/sets.ts';
import { atLeast, atMost, figure, type Result } from './publish.ts';
import { languages } from './text-data.ts';
import { peers } from './text-peers.ts';

const letters = 1_000_000;
const rounds = 7;

type Runner = { readonly name: string; readonly size: number; readonly work: () => void };

export function speeds(model: TextModel): Result[] {
  const sets = readSets('open') ?? [];
  const textOf = (lang: string): string =>
    sets
      .filter((row) => row.lang === lang)
      .map(({ text }) => text)
      .join('\n');
  const texts = languages.flatMap((lang) => {
    const all = textOf(lang);
    return all.length < 10_000 ? [] : [{ lang, text: all.slice(0, letters) }];
  });
  const english = texts.find(({ lang }) => lang === 'en')?.text ?? '';
  const message = english.slice(5000, 7000);
  const lines = english.slice(0, 200_000).split('\n');
  const size = lines.reduce((sum, line) => sum + line.length, 0);
  const ofMessage = createScorer(model);
  const runners: Runner[] = [
    // A reader mostly stays with a language: one scorer each, which knows its words after the first round.
    ...texts.map(({ lang, text }) => {
      const score = createScorer(model);
      return { name: lang, size: text.length, work: () => void score(text, wordsPerStretch.page) };
    }),
    ...peers().map(({ name, says }) => ({
      name: `en, ${name}`,
      size,
      work: () => lines.forEach((line) => void says(line)),
    })),
    { name: 'message', size: 2000, work: () => void ofMessage(message, wordsPerStretch.message) },
  ];
  const best = fastest(runners);
  return runners.flatMap(({ name }) => {
    const perSecond = best.get(name) ?? 0;
    if (name === 'message')
      return [atMost(0.1, { ...figure('2,000 characters', 0, 'ms'), value: inMs(perSecond) })];
    const row = figure(`million characters a second, ${name}`, perSecond, 'million/s');
    return [name === 'en' || name === 'fr' || name === 'es' ? atLeast(50, row) : row];
  });
}

/** Of 2,000 characters, at so many million a second. */
const inMs = (perSecond: number): number => Math.round(2000 / perSecond) / 1000;

/** Millions of characters a second of each one's best round. */
function fastest(runners: readonly Runner[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const { work } of runners) work();
  for (let round = 0; round < rounds; round += 1)
    for (const { name, size, work } of runners) {
      const repeats = Math.max(1, Math.ceil(200_000 / size));
      const before = process.cpuUsage();
      for (let at = 0; at < repeats; at += 1) work();
      const { user, system } = process.cpuUsage(before);
      const perSecond = (size * repeats) / Math.max(1, user + system);
      best.set(name, Math.max(best.get(name) ?? 0, perSecond));
    }
  return best;
}
