// What each row teaches: which heads it is an example of, which it is an example against, and how much it counts.
import { join } from 'node:path';

import { topics, type Topic } from '../../rules/text/model.ts';
import { root } from '../commands.ts';
import { everydayRows, type Everyday } from './everyday.ts';
import { expandExamples } from './expand.ts';
import { inUrduConsonants } from './roman.ts';
import { isKeptOut, partOf, readSets, readWordLists, type SetRow } from './sets.ts';

/** 1: an example; 0: an example against; null: says nothing of it. */
export type Lesson = 0 | 1 | null;
export type TrainingRow = {
  readonly text: string;
  readonly lang: string;
  readonly source: string;
  readonly unkind: Lesson;
  /** In the order of `topics`. */
  readonly topics: readonly Lesson[];
  readonly weight: number;
  /** From everyday life or the news, by a set that is about neither abuse nor fraud. */
  readonly isOrdinary: boolean;
  /** A made text: one of many fills of a pattern, or words in a row; of no weight where rows are counted. */
  readonly isMade: boolean;
  readonly use: 'train' | 'calibrate' | 'kept-out';
};

/** Labels that their makers or those who gathered the data call weak count less. */
const weights: Readonly<Record<string, number>> = {
  'cyberbullying-tweets-sosnet': 0.3,
  'roman-urdu-sentiment': 0.5,
  // Said to somebody, in short messages: nearer to what this model is for than sets about hate.
  convabuse2021: 2,
  'kaggle-insults': 1.5,
  ldnoobw: 0.5,
  'ruhsold-words': 0.5,
};
const aboutHate: ReadonlySet<string> = new Set([
  'dynahate2021',
  'measuring-hate2020',
  'ethos2020',
  'vicomtech-forum2018',
  'waseem-parsed',
  'cold2022',
  'swsr2021',
]);
const aboutInsults: ReadonlySet<string> = new Set([
  'kaggle-insults',
  'convabuse2021',
  'paradetox2022',
  'jigsaw-bilingual',
  'jigsaw-wiki-bias-test',
  'cat-large2020',
  'rudetoxifier-toxic',
]);
const hateWords = /^(hate|hateful|religious_hate|sexism|racism|religion|ethnicity)$/;
const insultWords = /^(offensive|abusive|abusive_offensive|disrespectful|profane|age|insult)$/;

/** All that may be trained on; null where the open sets are not on this machine. */
export function readRows(): TrainingRow[] | null {
  const sets = readSets('open');
  if (sets === null) return null;
  const own = ownRows();
  const rows = [
    ...sets.flatMap(fromSet),
    ...readWordLists().map(fromWord),
    ...everydayRows(own).map(fromEveryday),
    ...own,
  ];
  return [...rows, ...rows.flatMap(asUrdu)];
}

/** Urdu has no open set: what is taught in Roman Urdu is taught in Urdu consonants again. */
function asUrdu(row: TrainingRow): TrainingRow[] {
  if (row.lang !== 'ur-Latn' || row.use !== 'train') return [];
  const text = inUrduConsonants(row.text);
  return [{ ...row, text, lang: 'ur', weight: row.weight * 0.5 }];
}

/** Rows of sets that teach nothing here (personal data; templates of grooming, too few and too alike) are left out. */
function fromSet(row: SetRow): TrainingRow[] {
  const { text, lang, source, task, label } = row;
  if (task === 'pii' || task === 'grooming' || task === 'selfharm') return [];
  if (!['ok', 'toxic', 'scam'].includes(label)) return [];
  const isOrdinary = task === 'benign' ? row.fine !== 'Negative' : row.fine === 'ham';
  const share = isOrdinary ? 50 : 26;
  return [
    {
      text,
      lang,
      source,
      unkind: label === 'toxic' ? 1 : label === 'ok' ? 0 : null,
      topics: topics.map((topic) => lessonOf(topic, row)),
      weight: weights[source] ?? 1,
      isOrdinary,
      isMade: false,
      use: isKeptOut(row) ? 'kept-out' : row.part < share ? 'calibrate' : 'train',
    },
  ];
}

function lessonOf(topic: Topic, { label, source, fine }: SetRow): Lesson {
  if (topic === 'hate') return label === 'toxic' ? hateOf(source, fine) : null;
  if (topic === 'scam' && label === 'scam') return 1;
  // Abuse is full of the words of sex; whether it is a page for adults, its sets do not say.
  if (topic === 'adult' && label === 'toxic') return null;
  return 0;
}

function hateOf(source: string, fine: string): Lesson {
  if (hateWords.test(fine)) return 1;
  if (insultWords.test(fine)) return 0;
  if (aboutHate.has(source)) return 1;
  return aboutInsults.has(source) ? 0 : null;
}

function fromWord({
  text,
  lang,
  source,
}: {
  text: string;
  lang: string;
  source: string;
}): TrainingRow {
  const nothing = topics.map(() => null);
  const weight = weights[source] ?? 1;
  return {
    text,
    lang,
    source,
    unkind: 1,
    topics: nothing,
    weight,
    isOrdinary: false,
    isMade: false,
    use: 'train',
  };
}

const fromEveryday = ({ text, lang, isSpare }: Everyday): TrainingRow => ({
  text,
  lang,
  source: 'everyday words',
  unkind: 0,
  topics: topics.map(() => null),
  weight: 0.5,
  isOrdinary: isSpare,
  isMade: true,
  use: isSpare ? 'calibrate' : 'train',
});

/** The lines of this repository. A tenth, by pattern and not by line, is kept for calibration. */
function ownRows(): TrainingRow[] {
  const { examples, problems } = expandExamples(join(root, 'scripts', 'train', 'examples'));
  for (const problem of problems) console.warn(problem);
  return examples.map(({ text, label, lang, family }) => {
    const isUnkind = label === 'insult' || label === 'hate';
    return {
      text,
      lang,
      source: 'own examples',
      unkind: isUnkind ? 1 : label === 'ordinary' ? 0 : null,
      topics: topics.map((topic) => {
        if (topic === 'hate') return isUnkind ? (label === 'hate' ? 1 : 0) : null;
        return topic === label ? 1 : 0;
      }),
      // The fills of one pattern are nearly one text; a line by hand is worth more than one whose set asks another question.
      weight: family.includes('#') ? 0.4 : 3,
      // Fills of one pattern, and lines that are written to be mistaken, are not what everyday talk is like.
      isOrdinary: label === 'ordinary' && !family.includes('#') && !family.includes('-plain'),
      isMade: family.includes('#'),
      use: partOf(family) < 10 ? 'calibrate' : 'train',
    };
  });
}
