// The words of the model card that are not figures.
import type { TrainingRow } from './rows.ts';

/** Maker's name, licence, and where it is from; the texts themselves are not in this repository. */
const sources: Readonly<Record<string, string>> = {
  'cat-large2020':
    'Context-aware toxicity (Pavlopoulos et al. 2020), Apache-2.0; Wikipedia talk pages, CC BY-SA 3.0',
  cold2022: 'COLDataset (Deng et al. 2022), Apache-2.0',
  convabuse2021: 'ConvAbuse (Cercas Curry et al. 2021), CC BY 4.0',
  davidson2017: 'Hate speech and offensive language (Davidson et al. 2017), MIT',
  dynahate2021: 'Dynamically generated hate (Vidgen et al. 2021), CC BY 4.0',
  ethos2020: 'ETHOS (Mollas et al. 2020), GPL-3.0',
  'jigsaw-bilingual': 'Jigsaw rows in ToxiFrench, CC0 labels, CC BY-SA 3.0 text',
  'jigsaw-wiki-bias-test': 'Unintended bias analysis (Conversation AI), CC BY 4.0',
  'measuring-hate2020': 'Measuring Hate Speech (UC Berkeley D-Lab), CC BY 4.0',
  mlma2019: 'MLMA hate speech (Ousidhoum et al. 2019), MIT',
  paradetox2022: 'ParaDetox (Logacheva et al. 2022), CC0-1.0',
  'rudetoxifier-toxic': 'ruDetoxifier (Dementieva et al.), MIT',
  ruhsold2020: 'RUHSOLD (Rizwan et al. 2020), MIT',
  swsr2021: 'SWSR (Jiang et al. 2021), MIT',
  toxifrench2025: 'ToxiFrench (2025), MIT',
  'vicomtech-forum2018':
    'Hate speech from an extremist forum (de Gibert et al. 2018), CC BY-SA 3.0 ES',
  'waseem-parsed': 'Waseem and Hovy, as parsed by Elsafoury (2020), CC BY 4.0',
  'cyberbullying-tweets-sosnet':
    'Cyberbullying tweets (Wang et al. 2020), CC BY 4.0; weak labels, a third of the weight',
  'kaggle-insults': 'Insults in forum comments, in Elsafoury (2020), CC BY 4.0',
  'smishing-5971': 'SMS phishing dataset (Mishra and Soni), CC BY 4.0',
  'uci-sms-spam': 'SMS Spam Collection (Almeida and Hidalgo, UCI), CC BY 4.0',
  'roman-urdu-sentiment':
    'Roman Urdu dataset (Sharf and Rahman, UCI 458), CC BY 4.0; silver labels, half the weight',
  ldnoobw: 'List of Dirty, Naughty, Obscene and Otherwise Bad Words, CC BY 4.0',
  'ruhsold-words': "RUHSOLD's list of hateful words, MIT",
  'everyday words':
    'Rows of frequent words of film subtitles (HermitDave, FrequencyWords), CC BY-SA 4.0',
  'own examples': 'Written for this project, in scripts/train/examples, GPL-3.0-or-later',
};
const families: readonly (readonly [RegExp, string])[] = [
  [/^leipzig-/, 'Leipzig Corpora Collection, news sentences, CC BY'],
  [/^ud-.*-pud$/, 'Universal Dependencies PUD, CC BY-SA 3.0'],
  [/^ud-/, 'Universal Dependencies GSD, CC BY-SA 4.0'],
];

const madeOf = (source: string): string =>
  sources[source] ?? families.find(([pattern]) => pattern.test(source))?.[1] ?? 'unknown';

export function beginning(rows: readonly TrainingRow[], bytes: number): string[] {
  const names = [...new Set(rows.map(({ source }) => source))].toSorted();
  const count = (source: string, use: TrainingRow['use']): number =>
    rows.filter((row) => row.source === source && row.use === use).length;
  return [
    '# Model card: the text model',
    '',
    `Written by \`npm run train\`; do not edit by hand. One file, public/models/text.bin, ${bytes.toLocaleString('en')} bytes, for English,`,
    'Urdu, Roman Urdu, Arabic, French, Spanish, Russian and Chinese. It runs in the browser; no text leaves the device.',
    '',
    '## What it is for',
    '',
    'One signal among others, for the helps of this extension: a word before an unkind message is sent, a card when a chat turns',
    'to pressure, a note on a page. It never blocks alone. It is no judge of a child, and no measure of one: nothing it says is',
    'kept, counted or told to anybody. Do not use it to watch people.',
    '',
    '## How it is made',
    '',
    'Texts are folded first (case, accents, look-alike letters, digits and signs for letters, parted and repeated letters, invisible',
    'marks; rules/text/walk.ts). "Unkind" is a linear model over hashed pieces of words (2 to 5 letters), words and pairs of words,',
    'or runs of 1 to 4 Chinese characters, together with a vector of 16 numbers a word, whose mean and maximum over the text go',
    'through one layer of 32 units. The other classes are linear. All tables are bytes. Words in Arabic letters are also read by',
    'their consonants alone, and Roman Urdu is taught in Urdu consonants too, so that the two spellings teach each other.',
    'AdaGrad, fixed seeds, one thread: two runs on the same data give the same bytes. Thresholds are taken from everyday texts and',
    'news that the weights have not seen: at most one warning in 500 messages and one in 2,000 pages is wanted over all classes.',
    'In Arabic letters, Russian and Chinese there is little everyday text, so rows of frequent words in no order stand in for it.',
    'From the third reading on, an English row of a public set counts less where the model surely says the opposite of its label.',
    '',
    '## What it is made of',
    '',
    'A fifth of every set (by the hash of the text) is kept out for measuring; a part of the rest is for calibration. Sets without',
    'a stated licence are never trained on; those that forbid commercial use are not read at all.',
    '',
    '| set | trained on | calibration | kept out |',
    '| --- | ---: | ---: | ---: |',
    ...names.map(
      (name) =>
        `| ${name}: ${madeOf(name)} | ${count(name, 'train')} | ${count(name, 'calibrate')} | ${count(name, 'kept-out')} |`,
    ),
    '',
    'Roman Urdu rows count twice among those trained on, once in each spelling.',
    '',
  ];
}

export const limits: readonly string[] = [
  '## Limits, in plain words',
  '',
  '- It sees words, not people. It does not know who speaks to whom, what was said before, or that friends tease.',
  '- The thresholds ask for few false warnings, so it misses much: see the recall. Silence means nothing.',
  '- Irony, unkindness without an unkind word, new words and dialects are mostly missed. Quoting and reporting unkind words are',
  '  sometimes taken for unkindness.',
  '- No open set of unkind texts in Urdu or Spanish was to be had, none of ordinary talk in Russian, and few rows in Arabic: in',
  '  these languages it leans on lines written for this project, and does clearly worse on real comments than on those lines.',
  '- The thresholds of Arabic letters, Russian and Chinese rest on a few hundred real texts: how often it is wrong there is a guess.',
  '- Adult, gambling, drugs, self-harm, grooming and scam are learnt from lines written for this project and from two sets of English',
  '  SMS. No real chats with groomers or of children were used, on purpose.',
  '- The labels of the public sets are those of their makers, who did not agree with one another; much comes from Twitter and',
  '  Wikipedia between 2010 and 2021, and tweets in African American English are labelled unkind too often in some of them.',
  '- docs/benchmarks.md has the figures on sets that were never trained on, beside the word lists of others.',
];
