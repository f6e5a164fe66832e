// Everyday words where no set has everyday talk: rows of words as films use them, drawn by how often they come. They make
// no sense; they teach that "you", "why" and "give me" are no sign of anything, where the only other ordinary text is news.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { randomFrom } from './random-numbers.ts';
import { dataFolder, readWordLists, unpacked } from './sets.ts';

const rowsOf: Readonly<Record<string, number>> = {
  ru: 10_000,
  ur: 10_000,
  es: 8000,
  ar: 6000,
  fr: 3000,
  zh: 4000,
};
/** Rows beyond those trained on, to choose thresholds by where there is little ordinary talk. */
const spareRowsOf: Readonly<Record<string, number>> = { ru: 1500, ur: 2000, ar: 2000, zh: 2000 };

export type Everyday = {
  readonly text: string;
  readonly lang: string;
  readonly isSpare: boolean;
};

/** `taught`: what the examples of this repository say, to leave out the words that mostly unkind ones have. */
export function everydayRows(taught: readonly Taught[]): Everyday[] {
  const rude = [...readWordLists(), ...mostlyUnkind(taught)];
  return Object.entries(rowsOf).flatMap(([lang, count]) => {
    const path = join(dataFolder, 'phrases', `freq-${lang === 'zh' ? 'zh_cn' : lang}.txt.xz`);
    if (!existsSync(path)) return [];
    const stems = new Set(
      rude.flatMap((word) => (word.lang === lang ? [word.text.toLowerCase()] : [])),
    );
    const long =
      lang === 'zh'
        ? [...stems].filter((stem) => stem.length > 1)
        : [...stems].filter((stem) => stem.length > 4).map((stem) => stem.slice(0, -1));
    const isRude = (word: string): boolean =>
      stems.has(word) || long.some((stem) => word.includes(stem));
    const words = unpacked(path)
      .split('\n')
      .flatMap((line) => {
        const [word = '', times = ''] = line.split(' ');
        return word === '' || isRude(word) ? [] : [{ word, often: Number(times) ** 0.75 }];
      });
    return rowsFrom(words, { count, spare: spareRowsOf[lang] ?? 0, lang });
  });
}

type Taught = { readonly text: string; readonly lang: string; readonly unkind: 0 | 1 | null };

function mostlyUnkind(rows: readonly Taught[]): Pick<Everyday, 'text' | 'lang'>[] {
  const counts = new Map<string, { lang: string; text: string; unkind: number; all: number }>();
  for (const { text, lang, unkind } of rows)
    for (const word of new Set(text.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu))) {
      const key = `${lang} ${word}`;
      const count = counts.get(key) ?? { lang, text: word, unkind: 0, all: 0 };
      counts.set(key, count);
      count.all += 1;
      if (unkind === 1) count.unkind += 1;
    }
  return [...counts.values()].filter(({ unkind, all }) => unkind > 4 && unkind > all * 0.85);
}

type Wanted = { readonly count: number; readonly spare: number; readonly lang: string };

function rowsFrom(
  words: readonly { word: string; often: number }[],
  { count, spare, lang }: Wanted,
): Everyday[] {
  const random = randomFrom(`everyday ${lang}`);
  let sum = 0;
  const upTo = words.map(({ often }) => (sum += often));
  const draw = (): string => {
    const wanted = random() * sum;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low]?.word ?? '';
  };
  return Array.from({ length: count + spare }, (_, at) => {
    const length = 3 + Math.floor(random() * 17);
    const text = Array.from({ length }, draw).join(lang === 'zh' ? '' : ' ');
    return { text, lang, isSpare: at >= count };
  });
}
