// The word lists that others offer for the same job: does this text hold one of their words?
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Profanity } from '@2toad/profanity';
import { Filter } from 'glin-profanity';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

import { dataFolder } from '../../../scripts/train/sets.ts';

export type Peer = { readonly name: string; readonly says: (text: string) => boolean };

/** Each with every language of ours that it knows. */
export function peers(): Peer[] {
  const toad = new Profanity({ languages: ['en', 'ar', 'zh', 'fr', 'hi', 'ru', 'es'] });
  const obscenity = new RegExpMatcher({
    ...englishDataset.build(),
    ...englishRecommendedTransformers,
  });
  const glin = new Filter({
    languages: ['english', 'arabic', 'chinese', 'french', 'hindi', 'russian', 'spanish'],
  });
  return [
    { name: '@2toad/profanity', says: (text) => toad.exists(text) },
    { name: 'obscenity', says: (text) => obscenity.hasMatch(text) },
    { name: 'glin-profanity', says: (text) => glin.isProfane(text) },
    ...phraseLists(),
  ];
}

/** e2guardian's weighted phrases: a text is hit when the weights of the phrases in it add up to more than nothing. */
function phraseLists(): Peer[] {
  const path = join(dataFolder, 'phrases', 'e2guardian-weighted.tsv');
  if (!existsSync(path)) return [];
  const phrases = readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [lang = '', , kind = '', weight = '', words = ''] = line.split('\t');
      const isOurs = /^(en|fr|es|ru|zh)/.test(lang) && words.length > 2;
      const value = kind === 'banned' ? 100 : Number(weight);
      return isOurs && Number.isFinite(value)
        ? [{ value, words: words.toLowerCase().split('|') }]
        : [];
    });
  // By the first letters of the first phrase: a text is asked only for what it can hold.
  const byBeginning = Map.groupBy(phrases, ({ words }) => (words[0] ?? '').slice(0, 3));
  const says = (text: string): boolean => {
    const lower = ` ${text.toLowerCase()} `;
    const beginnings = new Set(Array.from(lower, (_, at) => lower.slice(at, at + 3)));
    let sum = 0;
    for (const beginning of beginnings)
      for (const { value, words } of byBeginning.get(beginning) ?? [])
        if (words.every((word) => lower.includes(word))) sum += value;
    return sum > 0;
  };
  return [{ name: 'e2guardian phrases', says }];
}
