// Texts that training has not seen: the fifth of the open sets that is kept out, and the sets never trained on.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../../../scripts/commands.ts';
import { readRows } from '../../../scripts/train/rows.ts';
import { readSets } from '../../../scripts/train/sets.ts';

export const languages = ['en', 'zh', 'ur-Latn', 'fr', 'ar', 'ru', 'es', 'ur'] as const;
export type Labelled = {
  readonly text: string;
  readonly lang: string;
  readonly source: string;
  readonly isUnkind: boolean;
};

/** Toxic against ordinary, of the fifth kept out. Null: the data are not here. */
export function keptOut(): Labelled[] | null {
  const rows = readRows();
  return (
    rows?.flatMap(({ text, lang, source, unkind, use }) =>
      use === 'kept-out' && unkind !== null ? [{ text, lang, source, isUnkind: unkind === 1 }] : [],
    ) ?? null
  );
}

/** Everyday texts and news of the open sets, for false warnings: of the fifth kept out, or of the rest, which the model knows. */
export const ordinaryTexts = (part: 'kept-out' | 'the rest'): Labelled[] =>
  (readRows() ?? []).flatMap(({ text, lang, source, use, isOrdinary, isMade }) =>
    isOrdinary &&
    !isMade &&
    source !== 'own examples' &&
    (use === 'kept-out') === (part === 'kept-out')
      ? [{ text, lang, source, isUnkind: false }]
      : [],
  );

export const neverTrainedOn = (): Labelled[] =>
  (readSets('unclear') ?? []).flatMap(({ text, lang, source, task, label }) =>
    task === 'toxicity' || task === 'cyberbullying'
      ? [{ text, lang, source, isUnkind: label === 'toxic' }]
      : [],
  );

const fixtures = join(root, 'tests', 'fixtures', 'text');

export type Functional = {
  readonly text: string;
  readonly lang: string;
  readonly isUnkind: boolean;
  readonly kind: string;
};

/** Written by hand in the manner of HateCheck: negation, quotation, reclaimed words and so on. */
export function functionalTests(): Functional[] {
  const folder = join(fixtures, 'functional');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map(
          (line) => JSON.parse(line) as { text: string; lang: string; label: string; kind: string },
        )
        .map(({ text, lang, label, kind }) => ({ text, lang, kind, isUnkind: label === 'toxic' })),
    );
}

type Templates = {
  readonly lang: string;
  readonly templates: readonly string[];
  readonly groups: Readonly<Record<string, readonly string[]>>;
};
export type Identity = { readonly lang: string; readonly group: string; readonly text: string };

/** Harmless sentences with the name of a group in them. */
export function identityTexts(): Identity[] {
  const folder = join(fixtures, 'identity');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => {
      const { lang, templates, groups } = JSON.parse(
        readFileSync(join(folder, name), 'utf8'),
      ) as Templates;
      return Object.entries(groups).flatMap(([group, names]) =>
        names.flatMap((called) =>
          templates.map((template) => ({
            lang,
            group,
            text: template.replaceAll('{group}', called),
          })),
        ),
      );
    });
}
