// The training examples of this repository: JSON Lines as they are, templates filled with a fixed seed.
// Alone it checks files: `node scripts/train/expand.ts [FILE or FOLDER ...]` counts lines and names what is wrong.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { textClasses } from '../../rules/text/judge.ts';
import { randomFrom } from './random-numbers.ts';

export const exampleLabels = [...textClasses, 'ordinary'] as const;
export type ExampleLabel = (typeof exampleLabels)[number];
export const exampleLanguages = ['en', 'ur', 'ur-Latn', 'ar', 'fr', 'es', 'ru', 'zh'] as const;
export type ExampleLanguage = (typeof exampleLanguages)[number];
export type Example = {
  readonly text: string;
  readonly label: ExampleLabel;
  readonly lang: ExampleLanguage;
  /** File and pattern it came from: rows of one pattern are never split between training and calibration. */
  readonly family: string;
};
export type Expanded = {
  readonly examples: readonly Example[];
  readonly problems: readonly string[];
};

const fillsPerPattern = 40;
const labels: ReadonlySet<unknown> = new Set(exampleLabels);
const languages: ReadonlySet<unknown> = new Set(exampleLanguages);

/** Every file under a path, in the order of names, so that two runs see the same rows. */
export function expandExamples(path: string, name = ''): Expanded {
  const examples: Example[] = [];
  const problems: string[] = [];
  for (const [file, shown] of filesUnder(path, name)) {
    const found = file.endsWith('.jsonl') ? readLines(file, shown) : readTemplates(file, shown);
    for (const example of found.examples) examples.push(example);
    problems.push(...found.problems);
  }
  return { examples, problems };
}

function filesUnder(path: string, name: string): [string, string][] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [[path, name === '' ? path : name]];
  return readdirSync(path)
    .toSorted()
    .filter((child) => !child.startsWith('.') && (!child.includes('.') || /\.jsonl?$/.test(child)))
    .flatMap((child) => filesUnder(join(path, child), `${name}/${child}`));
}

function readLines(file: string, name: string): Expanded {
  const examples: Example[] = [];
  const problems: string[] = [];
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (line.trim() === '') return;
      const where = `${name}:${index + 1}`;
      const row = parsed(line);
      const why = whyNot(row);
      if (why !== null) problems.push(`${where}: ${why}`);
      else if (typeof row?.['text'] !== 'string' || row['text'].trim() === '')
        problems.push(`${where}: no text`);
      else examples.push({ ...kindOf(row), text: row['text'], family: where });
    });
  return { examples, problems };
}

function readTemplates(file: string, name: string): Expanded {
  const examples: Example[] = [];
  const problems: string[] = [];
  const content: unknown = parsed(readFileSync(file, 'utf8'));
  const templates = (Array.isArray(content) ? content : [content]) as (Row | null)[];
  templates.forEach((template, index) => {
    const where = `${name}#${index + 1}`;
    const why = whyNot(template);
    if (why !== null || template === null) {
      problems.push(`${where}: ${why}`);
      return;
    }
    const slots = (template['slots'] ?? {}) as Slots;
    for (const [at, pattern] of listOf(template['patterns']).entries()) {
      const missing = slotsIn(pattern).filter((slot) => listOf(slots[slot]).length === 0);
      if (missing.length > 0) problems.push(`${where}: no values for {${missing.join('}, {')}}`);
      else
        for (const text of fills(pattern, slots, `${name}#${index}#${at}`))
          examples.push({ ...kindOf(template), text, family: `${where}.${at}` });
    }
    if (listOf(template['patterns']).length === 0) problems.push(`${where}: no patterns`);
  });
  return { examples, problems };
}

type Row = Record<string, unknown>;
type Slots = Record<string, unknown>;

function parsed(text: string): Row | null {
  try {
    return JSON.parse(text) as Row;
  } catch {
    // Not JSON: said by whyNot with the place.
    return null;
  }
}

function whyNot(row: Row | null): string | null {
  if (row === null || typeof row !== 'object') return 'not JSON';
  if (!labels.has(row['label'])) return `unknown label ${JSON.stringify(row['label'])}`;
  if (!languages.has(row['lang'])) return `unknown language ${JSON.stringify(row['lang'])}`;
  return null;
}

const kindOf = (row: Row): Pick<Example, 'label' | 'lang'> => ({
  label: row['label'] as ExampleLabel,
  lang: row['lang'] as ExampleLanguage,
});

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const slotsIn = (pattern: string): string[] =>
  [...pattern.matchAll(/\{([\w-]+)\}/g)].map((match) => match[1] ?? '');

/** All fills where there are few; else as many different ones as a fixed seed draws. */
function fills(pattern: string, slots: Slots, seed: string): Set<string> {
  const names = slotsIn(pattern);
  const all = names.reduce((product, name) => product * listOf(slots[name]).length, 1);
  const random = randomFrom(seed);
  const texts = new Set<string>();
  for (let tries = 0; tries < 400 && texts.size < Math.min(all, fillsPerPattern); tries += 1) {
    texts.add(
      pattern.replaceAll(/\{([\w-]+)\}/g, (_, name: string) => {
        const values = listOf(slots[name]);
        return values[Math.floor(random() * values.length)] ?? '';
      }),
    );
  }
  return texts;
}

if (import.meta.main) {
  const paths = process.argv.slice(2);
  const own = join(import.meta.dirname, 'examples');
  const found = (paths.length > 0 ? paths : [own]).map((path) => expandExamples(path));
  const counts = new Map<string, number>();
  for (const { lang, label } of found.flatMap(({ examples }) => examples))
    counts.set(`${lang} ${label}`, (counts.get(`${lang} ${label}`) ?? 0) + 1);
  for (const [kind, count] of [...counts].toSorted(([left], [right]) => (left < right ? -1 : 1)))
    console.log(`${kind}: ${count}`);
  const problems = found.flatMap((one) => one.problems);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
