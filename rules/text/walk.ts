// One pass over a text: words and ideographs come out folded, whatever tricks of spelling were in between.
import { canonical, maxWord } from './canonical.ts';
import { gap, isIdeograph, leetLetters, makeFoldTable, sign, skipped, styled } from './fold.ts';

/** Gets what a walk finds. The letters are in a buffer that is used again: read them at once. */
export type Sink = {
  /** `first` and `second`: two hashes of the letters as they were folded, before any trick is undone. */
  readonly word: (letters: Uint16Array, length: number, first: number, second: number) => void;
  readonly ideograph: (unit: number) => void;
};

let foldTableCache: Uint16Array | null = null;

/** Letters of a run such as "i d i o t"; longer runs are cut. */
const maxRun = 32;
/** Below are marks of the fold table, not letters. */
const firstLetter = styled + 1;
/** From here on, letters may be words of their own. */
const firstOwn = 0x3040;
const word = new Uint16Array(maxWord);
const run = new Uint16Array(maxRun);
const single = new Uint16Array(1);

/** Total and without memory of earlier texts. Not for use inside a sink. */
export function walk(text: string, from: number, to: number, sink: Sink): void {
  const table = (foldTableCache ??= makeFoldTable());
  let length = 0;
  let runLength = 0;
  let first = 0;
  let second = 0;
  for (let at = from; at <= to; at += 1) {
    // Nearly all of a text passes through this loop alone.
    for (; at < to && length < maxWord; at += 1) {
      const letter = table[text.charCodeAt(at)] ?? gap;
      if ((letter - firstLetter) >>> 0 >= firstOwn - firstLetter) break;
      word[length] = letter;
      length += 1;
      first = Math.imul(first ^ letter, 0x01000193);
      second = (Math.imul(second, 31) + letter) | 0;
    }
    let folded = at === to ? gap : (table[text.charCodeAt(at)] ?? gap);
    if (folded === skipped) continue;
    const isStyled = folded === styled;
    if (isStyled) folded = styledLetter(at + 1 < to ? text.charCodeAt(at + 1) : 0);
    else if (folded === sign) folded = signLetter(text, at, { to, length, table });
    if (isStyled && folded !== gap) at += 1;
    const isOwn = folded >= firstOwn && (folded >= 0xdc00 || isIdeograph(folded));
    if (folded > styled && !isOwn && length < maxWord) {
      word[length] = folded;
      length += 1;
      first = Math.imul(first ^ folded, 0x01000193);
      second = (Math.imul(second, 31) + folded) | 0;
      continue;
    }
    if (length === 1 && runLength < maxRun) {
      run[runLength] = word[0] ?? 0;
      runLength += 1;
    } else if (length > 0) {
      runLength = endRun(runLength, sink);
      sink.word(word, length, first, second);
    }
    length = 0;
    first = 0;
    second = 0;
    if (isOwn) {
      runLength = endRun(runLength, sink);
      sink.ideograph(folded);
      at = passIdeographs(text, at + 1, { to, table, sink }) - 1;
    } else if (folded > styled) at -= 1; // A word of maximal length goes on as another word.
  }
  endRun(runLength, sink);
}

/** As many ideographs as there are from here on; returns where they end. */
function passIdeographs(
  text: string,
  from: number,
  { to, table, sink }: { to: number; table: Uint16Array; sink: Sink },
): number {
  for (let at = from; at < to; at += 1) {
    const folded = table[text.charCodeAt(at)] ?? gap;
    if (!isIdeograph(folded)) return at;
    sink.ideograph(folded);
  }
  return to;
}

/** Three letters or more that stand alone one after the other are one word; fewer are words of one letter. Leaves a run of 0. */
function endRun(length: number, sink: Sink): 0 {
  if (length >= 3) emit(run, length, sink);
  else
    for (let at = 0; at < length; at += 1) {
      single[0] = run[at] ?? 0;
      emit(single, 1, sink);
    }
  return 0;
}

function emit(letters: Uint16Array, length: number, sink: Sink): void {
  let first = 0;
  let second = 0;
  for (let at = 0; at < length; at += 1) {
    const folded = letters[at] ?? 0;
    first = Math.imul(first ^ folded, 0x01000193);
    second = (Math.imul(second, 31) + folded) | 0;
  }
  sink.word(letters, length, first, second);
}

/** Bold, italic, script and other Latin letters of the mathematical block; 52 of them an alphabet. */
function styledLetter(low: number): number {
  const place = low - 0xdc00;
  if (place < 0 || place >= 13 * 52) return gap;
  return 0x61 + (place % 26);
}

/** A sign is a letter where a letter follows, or a sign that is followed by one ("a$$" ends in two). */
function signLetter(
  text: string,
  at: number,
  { to, length, table }: { to: number; length: number; table: Uint16Array },
): number {
  const unit = text.charCodeAt(at);
  const after = at + 1 < to ? (table[text.charCodeAt(at + 1)] ?? gap) : gap;
  const before = length > 0 ? (word[length - 1] ?? 0) : 0;
  const isInside = length > 0 && (after > styled || (unit === 0x24 && before > 0) || unit === 0x2a);
  if (length === 0 && unit === 0x40 && after === sign) return 0x61;
  const isDollarWord = length === 0 && unit === 0x24 && after > 0x39 && after < 0x3040;
  if (!isInside && !(isDollarWord || (length > 0 && after === sign && unit !== 0x21))) return gap;
  return leetLetters.get(unit) ?? gap;
}

/** The text as the model reads it: words parted by one space, ideographs alone. For tests and for training's eyes. */
export function normalise(text: string): string {
  const words: string[] = [];
  const buffer = new Uint16Array(maxWord);
  walk(text, 0, text.length, {
    word(letters, length) {
      const size = canonical(letters, length, buffer);
      words.push(String.fromCharCode(...buffer.subarray(0, size)));
    },
    ideograph(unit) {
      words.push(String.fromCharCode(unit));
    },
  });
  return words.join(' ');
}
