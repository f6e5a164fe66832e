// The public sets that training and its measurement read: beside the repository, never in it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../commands.ts';

export const dataFolder = join(root, '..', 'shared', 'data');
const folder = join(dataFolder, 'text');

/** Only these two: sets that forbid commercial use are read by nobody here. "unclear" is for measuring alone. */
export type Licence = 'open' | 'unclear';
export type SetRow = {
  readonly text: string;
  readonly label: string;
  readonly lang: string;
  readonly fine: string;
  readonly source: string;
  /** The folder: toxicity, cyberbullying, scam, selfharm, grooming, pii, benign. */
  readonly task: string;
  /** 0 to 99, from the text alone: the same text is always on the same side of any split. */
  readonly part: number;
};

/** The fifth that no training sees. */
export const isKeptOut = ({ part }: Pick<SetRow, 'part'>): boolean => part < 20;

/** Null where the data are not on this machine. */
export function readSets(licence: Licence): SetRow[] | null {
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .toSorted()
    .flatMap((task) => {
      const inside = join(folder, task, licence);
      return existsSync(inside) ? readTask(task, inside) : [];
    });
}

function readTask(task: string, inside: string): SetRow[] {
  return readdirSync(inside)
    .filter((name) => name.endsWith('.jsonl.xz'))
    .toSorted()
    .flatMap((name) =>
      unpacked(join(inside, name))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const row = JSON.parse(line) as Omit<SetRow, 'task' | 'part'>;
          return { ...row, fine: row.fine ?? '', task, part: partOf(row.text) };
        }),
    );
}

export function unpacked(path: string): string {
  const { status, stdout, stderr } = spawnSync('xz', ['-dc', path], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`xz could not read ${path}: ${stderr ?? 'xz is not there'}`);
  return stdout;
}

/** From the letters and digits alone, so that two copies of a text that differ in blanks stay together. */
export function partOf(text: string): number {
  const key = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return createHash('sha1').update(key).digest().readUInt32BE(8) % 100;
}

export type Word = { readonly text: string; readonly lang: string; readonly source: string };

/** Word lists under a licence that lets them be trained on: LDNOOBW (CC BY) and RUHSOLD's (MIT). */
export function readWordLists(): Word[] {
  const phrases = join(dataFolder, 'phrases');
  const lines = (name: string): string[] =>
    existsSync(join(phrases, name)) ? readFileSync(join(phrases, name), 'utf8').split('\n') : [];
  const ldnoobw = lines('ldnoobw.tsv').flatMap((line) => {
    const [lang = '', text = ''] = line.split('\t');
    const isOurs = ['en', 'ar', 'fr', 'es', 'ru', 'zh'].includes(lang);
    return isOurs && text !== '' ? [{ text, lang, source: 'ldnoobw' }] : [];
  });
  const roman = lines('roman-urdu-hate-words.txt')
    .filter((text) => text.trim().length > 2 && !text.startsWith('_'))
    .map((text) => ({ text, lang: 'ur-Latn', source: 'ruhsold-words' }));
  return [...ldnoobw, ...roman];
}
