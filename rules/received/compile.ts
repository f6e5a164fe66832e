// Makes the tables of phrases into one expression for each kind and script, the first time somebody asks.
import { type Between, expressionOf, foldPhrase } from '../phrases/expression.ts';
import { type Phrases, pressureKinds, type SaidKind, scamKinds } from './kinds.ts';
import { marks as marksOf, persons as personsOf } from './marks.ts';
import { ar } from './phrases/ar.ts';
import { en } from './phrases/en.ts';
import { es } from './phrases/es.ts';
import { fr } from './phrases/fr.ts';
import { ru } from './phrases/ru.ts';
import { arStages } from './phrases/stages/ar.ts';
import { enStages } from './phrases/stages/en.ts';
import { esStages } from './phrases/stages/es.ts';
import { frStages } from './phrases/stages/fr.ts';
import { ruStages } from './phrases/stages/ru.ts';
import type { Stages } from './phrases/stages/stages.ts';
import { urLatnStages } from './phrases/stages/ur-latn.ts';
import { urStages } from './phrases/stages/ur.ts';
import { zhStages } from './phrases/stages/zh.ts';
import { urLatn } from './phrases/ur-latn.ts';
import { ur } from './phrases/ur.ts';
import { zh } from './phrases/zh.ts';

type Kinds<T> = { readonly [Kind in SaidKind]: T };
export type Script = {
  readonly letters: RegExp;
  /** The commonest words of the language; null: no other one has these letters. */
  readonly marks: RegExp | null;
  /** Words for who speaks and who is spoken to; null where an ending tells it. */
  readonly persons: RegExp | null;
  /** Signs that a message may have without one of those. */
  readonly mostWithout: number;
  readonly says: Kinds<RegExp>;
  readonly innocent: Kinds<RegExp | null>;
  /** To a parent: the child who answers like this is at home in this chat. */
  readonly toParent: RegExp;
  /** From a parent. */
  readonly fromParent: RegExp;
};

const kinds: readonly SaidKind[] = [...pressureKinds, ...scamKinds];

/** A table with the further phrases of its language. */
const staged = (table: Phrases, stages: Stages): Phrases => ({
  ...table,
  ...Object.fromEntries(kinds.map((kind) => [kind, [...table[kind], ...(stages[kind] ?? [])]])),
});

const unmarked = { marks: null, persons: null };
const told = {
  en: { marks: marksOf.en, persons: personsOf.en },
  urLatn: { ...unmarked, marks: marksOf.urLatn },
  fr: { marks: marksOf.fr, persons: personsOf.fr },
  es: { ...unmarked, marks: marksOf.es },
  zh: { ...unmarked, persons: personsOf.zh },
};

/** In Arabic "and" and "so" are written to the word that follows. */
const joined = (table: Phrases): Phrases => ({
  ...table,
  ...Object.fromEntries(
    kinds.map((kind) => [kind, table[kind].map((phrase) => `[وف]?(?:${phrase})`)]),
  ),
});

let scriptsCache: readonly Script[] | null = null;

/** A rebuildable cache: the same tables make the same expressions. */
const scripts = (): readonly Script[] =>
  (scriptsCache ??= [
    scriptOf(/[a-z]/, [staged(en, enStages)], ' ', told.en),
    scriptOf(/[a-z]/, [staged(urLatn, urLatnStages)], ' ', told.urLatn),
    scriptOf(/[a-z]/, [staged(fr, frStages)], ' ', told.fr),
    scriptOf(/[a-z]/, [staged(es, esStages)], ' ', told.es),
    scriptOf(/\p{Script=Arabic}/u, [staged(ur, urStages), joined(staged(ar, arStages))], ' '),
    scriptOf(/\p{Script=Cyrillic}/u, [staged(ru, ruStages)], ' '),
    scriptOf(/\p{Script=Han}/u, [staged(zh, zhStages)], '', told.zh),
  ]);

/** Of fewer words nothing is sure. */
const leastMarks = 2;
/** Of the most marked language's marks: in words of two languages both are heard. */
const leastShare = 1 / 4;

/**
 * The languages that a chat is in: making the expressions of one takes as long as judging a hundred chats. Where several
 * have the same letters it is those with marks, and all of them where too little is said to know.
 */
export function scriptsIn(text: string): readonly Script[] {
  const able = scripts().filter(({ letters }) => letters.test(text));
  const counts = able.map((one) => (one.marks === null ? 0 : (text.match(one.marks)?.length ?? 0)));
  const most = Math.max(0, ...counts);
  if (most < leastMarks) return able;
  return able.filter(
    (one, place) => one.marks === null || (counts[place] ?? 0) >= most * leastShare,
  );
}

function scriptOf(
  letters: RegExp,
  tables: readonly Phrases[],
  between: Between,
  { marks, persons }: Pick<Script, 'marks' | 'persons'> = unmarked,
): Script {
  const wordFor = (phrases: readonly string[]): RegExp => expressionOf(phrases, between);
  const parents = tables.flatMap((table) => table.parents).map(foldPhrase);
  const before = tables.flatMap((table) => table.ofParents).map(foldPhrase);
  const own = `(?:${parents.join('|')})`;
  return {
    letters,
    marks,
    persons,
    mostWithout: between === '' ? 30 : 80,
    says: perKind((kind) => wordFor(tables.flatMap((table) => table[kind]))),
    innocent: perKind((kind) => {
      const words = tables.flatMap((table) => table.innocent[kind] ?? []);
      return words.length === 0 ? null : wordFor(words);
    }),
    // At the end of a short answer, with nothing before it that speaks about a parent.
    toParent: new RegExp(
      between === ''
        ? `^ [^ ]{0,6}(?<!${before.join('|')})${own} $`
        : `^ (?:[^ ]+ ){0,4}(?<! (?:${before.join('|')}) )${own}(?: (?:im|i am|please|pls|ok|he|she|they) .*)? ?$`,
      'u',
    ),
    fromParent: expressionOf(
      between === ''
        ? ['我是你?(妈|爸)', '(妈妈|爸爸)(给你|去接|来接|马上)']
        : [
            '(this is|its|im|here is|love) (mum|mom|dad|grandma)',
            '(mum|mom|dad) here',
            '(cest|es|soy) (maman|papa|mama|tu madre|tu padre)',
            '^ beta',
            '^ بیٹا',
            'انا (ماما|بابا|امك|ابوك)',
            'это (мама|папа|бабушка)',
          ],
      between,
    ),
  };
}

const perKind = <T>(make: (kind: SaidKind) => T): Kinds<T> =>
  Object.fromEntries(kinds.map((kind) => [kind, make(kind)])) as Kinds<T>;
