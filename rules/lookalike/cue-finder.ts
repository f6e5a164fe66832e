// Finds the ideas of scam-cues.ts in a text in one walk over its words.
import { plainWords } from '../risk/plain-words.ts';

/** Where in the plain text an idea stands. */
export type Hit<Name> = { readonly idea: Name; readonly at: number };
export type Cues<Name extends string> = Readonly<Record<Name, string>>;
export type CueFinder<Name extends string> = (plain: string) => { idea: Name; at: number }[];

/** As texts and cues are compared. Letters that Arabic and Urdu keyboards write differently are one. */
export const folded = (text: string): string =>
  // French joins its short words by an apostrophe; elsewhere it stands inside of one.
  plainWords(text.replaceAll(/(?<!\p{L})([cdjlmnst]|qu|aujourd)['’](?=\p{L})/giu, '$1 '))
    .replaceAll(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll(/[ةۃه]/g, 'ہ')
    // The game is not for free.
    .replaceAll('free fire', 'freefire')
    // From the first digit only: a page of nothing but digits is tried once, not from each of them.
    .replaceAll(/(?<!\d)\d+ ?[个种]?(?:virus|вирус|فیروس|وائرس|病毒)/g, 'countedvirus ');

type Phrase<Name> = {
  readonly idea: Name;
  /** Begins and ends with a space, save where any ending will do. */
  readonly mark: string;
  /** After a first word of which any ending will do: the words that follow it. */
  readonly rest?: string;
};
type Table<Name> = {
  /** By the first word; by its beginning where that is all there is. */
  readonly byWord: Map<string, Phrase<Name>[]>;
  readonly byBeginning: Map<string, Phrase<Name>[]>;
  readonly lengths: readonly number[];
  /** Looked for anywhere. */
  readonly inside: readonly {
    readonly idea: Name;
    readonly mark: string;
    readonly isHan: boolean;
  }[];
};

const hasHan = /\p{sc=Han}/u;
const hasArabic = /\p{sc=Arabic}/u;
/** Arabic joins "the", "and", "with" to the word; below this length a piece is in too many others. */
const shortestInside = 5;
const mostHits = 400;

export function createCueFinder<Name extends string>(list: Cues<Name>): CueFinder<Name> {
  const table = tableOf(list);
  return (plain) => {
    const text = ` ${plain} `;
    const hits = [...hitsInside(table, text)];
    for (let start = 0; start < text.length - 1;) {
      const end = text.indexOf(' ', start + 1);
      const word = text.slice(start + 1, end);
      for (const phrase of candidates(table, word)) {
        if (stands(phrase, text, start, end)) hits.push({ idea: phrase.idea, at: start });
      }
      for (const phrase of joinedByAnd.test(word) ? candidates(table, word.slice(1)) : []) {
        if (standsAfterAnd(phrase, text, start, end)) hits.push({ idea: phrase.idea, at: start });
      }
      if (hits.length > mostHits) break;
      start = end;
    }
    return hits.toSorted((left, right) => left.at - right.at);
  };
}

const stands = <Name>({ mark, rest }: Phrase<Name>, text: string, start: number, end: number) =>
  text.startsWith(mark, start) && (rest === undefined || text.startsWith(rest, end));

/** Arabic writes its "and" as the first letter of the word that follows. */
const joinedByAnd = /^و\p{sc=Arabic}{3}/u;
const standsAfterAnd = <Name>(
  { mark, rest }: Phrase<Name>,
  text: string,
  start: number,
  end: number,
) =>
  text.startsWith(mark.slice(1), start + 2) && (rest === undefined || text.startsWith(rest, end));

function candidates<Name>(
  { byWord, byBeginning, lengths }: Table<Name>,
  word: string,
): readonly Phrase<Name>[] {
  const found = [...(byWord.get(word) ?? [])];
  for (const length of lengths) {
    if (length > word.length) break;
    found.push(...(byBeginning.get(word.slice(0, length)) ?? []));
  }
  return found;
}

function hitsInside<Name>({ inside }: Table<Name>, text: string): { idea: Name; at: number }[] {
  const isHan = hasHan.test(text);
  const isArabic = hasArabic.test(text);
  if (!isHan && !isArabic) return [];
  return inside.flatMap(({ idea, mark, isHan: inHan }) => {
    if (inHan ? !isHan : !isArabic) return [];
    const at: number[] = [];
    for (let from = text.indexOf(mark); from !== -1 && at.length < 4;) {
      at.push(from);
      from = text.indexOf(mark, from + mark.length);
    }
    return at.map((place) => ({ idea, at: place }));
  });
}

/** "*" stands after the first word, at the end, or both. */
function phraseOf<Name>(idea: Name, cue: string, plain: string) {
  const [first = '', ...others] = plain.split(' ');
  const tail = cue.trim().endsWith('*') ? '' : ' ';
  const isOpen = /^\s*[^\s*]+\*/u.test(cue);
  if (!isOpen || others.length === 0)
    return { first, isOpen, phrase: { idea, mark: ` ${plain}${tail}` } };
  return {
    first,
    isOpen,
    phrase: { idea, mark: ` ${first}`, rest: ` ${others.join(' ')}${tail}` },
  };
}

function tableOf<Name extends string>(list: Cues<Name>): Table<Name> {
  const byWord = new Map<string, Phrase<Name>[]>();
  const byBeginning = new Map<string, Phrase<Name>[]>();
  const inside: { idea: Name; mark: string; isHan: boolean }[] = [];
  for (const idea of Object.keys(list) as Name[]) {
    for (const cue of list[idea].split('|')) {
      const plain = folded(cue);
      if (plain === '') continue;
      if (hasHan.test(plain) || (hasArabic.test(plain) && plain.length >= shortestInside)) {
        inside.push({ idea, mark: plain, isHan: hasHan.test(plain) });
        continue;
      }
      const { first, isOpen, phrase } = phraseOf(idea, cue, plain);
      const at = isOpen ? byBeginning : byWord;
      at.set(first, [...(at.get(first) ?? []), phrase]);
    }
  }
  const lengths = [...new Set([...byBeginning.keys()].map((word) => word.length))];
  return { byWord, byBeginning, lengths: lengths.toSorted((a, b) => a - b), inside };
}
