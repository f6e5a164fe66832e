// What of a person's own is found in sentences that hold it, and how often it is seen in ordinary ones.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { findPrivate, type PrivateKind } from '../../rules/typed/privacy.ts';
import { root } from '../../scripts/commands.ts';
import { figure, publishPart, type Result } from './support/publish.ts';

type Row = {
  readonly text: string;
  readonly spans?: readonly (readonly [string, number, number])[];
};

const data = join(root, '../shared/data/text');
const rowsOf = (path: string): Row[] =>
  execFileSync('xzcat', [path], { maxBuffer: 2 ** 30, encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

/** The set's own names. What it also holds (names, dates, titles) is not looked for. */
const kindOf: Readonly<Record<string, PrivateKind>> = {
  EMAIL_ADDRESS: 'email',
  CREDIT_CARD: 'card',
  IBAN_CODE: 'card',
  US_SSN: 'national-id',
  PHONE_NUMBER: 'phone',
  STREET_ADDRESS: 'address',
  ADDRESS: 'address',
};

function recallRows(): Result[] {
  const sums = new Map<string, { found: number; all: number }>();
  for (const { text, spans = [] } of rowsOf(join(data, 'pii/open/presidio-synth.jsonl.xz'))) {
    const kinds = findPrivate(text);
    for (const name of new Set(spans.map(([each]) => each))) {
      const kind = kindOf[name];
      if (kind === undefined) continue;
      const sum = sums.get(name) ?? { found: 0, all: 0 };
      sums.set(name, { found: sum.found + Number(kinds.includes(kind)), all: sum.all + 1 });
    }
  }
  return [...sums].map(([name, { found, all }]) =>
    figure(`recall of ${name} (${all} sentences)`, found / all, 'share'),
  );
}

/** News, reviews and tree banks: numbers of offices stand in some of them, and are found. */
function seenRows(): Result[] {
  const folder = join(data, 'benign/open');
  let seen = 0;
  let all = 0;
  let characters = 0;
  const started = performance.now();
  for (const file of readdirSync(folder)) {
    for (const { text } of rowsOf(join(folder, file))) {
      all += 1;
      characters += text.length;
      if (findPrivate(text).length > 0) seen += 1;
    }
  }
  const ms = performance.now() - started;
  return [
    figure(`ordinary sentences in which something is seen, of ${all}`, seen, 'sentences'),
    figure(
      'characters looked at, reading from the disk included',
      characters / ms / 1000,
      'million/s',
    ),
  ];
}

if (existsSync(data)) {
  publishPart('help', 'private', { browser: null, results: [...recallRows(), ...seenRows()] });
} else {
  console.log(
    'The sentences are not here (../shared/data): the rows that stand are left as they are.',
  );
}
