// The spelling behind a spelling, for one folded word: letters of other scripts, digits for letters, repeats.
import { isCyrillic, isDigit, isGreek, isLatin, leetLetters, toCyrillic, toLatin } from './fold.ts';

/** Longer words are cut into pieces of this length. */
export const maxWord = 40;

/** Writes the canonical letters to `out` (at least `maxWord` long) and returns how many there are. */
export function canonical(letters: Uint16Array, length: number, out: Uint16Array): number {
  out.set(letters.subarray(0, length));
  oneScript(out, length);
  leet(out, length);
  return squeeze(out, length);
}

/** A word of two scripts is a disguise: its look-alike letters go over to the script that has the others. */
function oneScript(word: Uint16Array, length: number): void {
  let latin = 0;
  let other = 0;
  let cyrillicOnly = 0;
  for (let at = 0; at < length; at += 1) {
    const unit = word[at] ?? 0;
    if (isLatin(unit)) latin += 1;
    else if (isCyrillic(unit) || isGreek(unit)) {
      other += 1;
      if (!toLatin.has(unit)) cyrillicOnly += 1;
    }
  }
  if (latin === 0 || other === 0) return;
  const table = cyrillicOnly > 0 && cyrillicOnly >= latin - other ? toCyrillic : toLatin;
  for (let at = 0; at < length; at += 1) word[at] = table.get(word[at] ?? 0) ?? word[at] ?? 0;
}

/** "1d10t", "m0r0n", "a55": a digit between letters is one; years, sizes and "mp3" stay. */
function leet(word: Uint16Array, length: number): void {
  let digits = 0;
  let latin = 0;
  for (let at = 0; at < length; at += 1) {
    const unit = word[at] ?? 0;
    if (isDigit(unit)) digits += 1;
    else if (isLatin(unit) || unit === 0x2a) latin += 1;
  }
  if (digits === 0 || latin === 0 || digits > latin + 1) return;
  const isTail = (at: number): boolean =>
    at === length - 2 && word[at] === word[at + 1] && latin > 0 && at > 0;
  let seenLetter = false;
  for (let at = 0; at < length; at += 1) {
    const unit = word[at] ?? 0;
    if (!isDigit(unit)) {
      seenLetter = true;
      continue;
    }
    const letter = leetLetters.get(unit);
    if (letter === undefined) continue;
    const next = word[at + 1] ?? 0;
    const followed = at + 1 < length && lettersFrom(word, at + 1, length) > (seenLetter ? 0 : 1);
    if (followed && (seenLetter || !isDigit(next) || latin > 2)) word[at] = letter;
    else if (isTail(at)) {
      word[at] = letter;
      word[at + 1] = letter;
    }
  }
}

function lettersFrom(word: Uint16Array, from: number, length: number): number {
  let count = 0;
  for (let at = from; at < length; at += 1) if (!isDigit(word[at] ?? 0)) count += 1;
  return count;
}

/** Letters that English and its neighbours do write twice at the end or middle of short words. */
const oftenDouble: ReadonlySet<number> = new Set(Array.from('slo', (one) => one.charCodeAt(0)));

/** Three or more of a letter become one; two where the word would be too short to be told ("assss", "goood"). */
function squeeze(word: Uint16Array, length: number): number {
  let distinct = 0;
  let hasLong = false;
  for (let at = 0; at < length; at += 1) {
    if (at === 0 || word[at] !== word[at - 1]) distinct += 1;
    if (at > 1 && word[at] === word[at - 1] && word[at] === word[at - 2]) hasLong = true;
  }
  if (!hasLong) return length;
  let size = 0;
  for (let at = 0; at < length;) {
    const unit = word[at] ?? 0;
    let end = at + 1;
    while (end < length && word[end] === unit) end += 1;
    const isLong = end - at > 2 && unit !== 0x2a;
    const keep = !isLong
      ? end - at
      : isDigit(unit) || (distinct <= 3 && oftenDouble.has(unit))
        ? 2
        : 1;
    for (let copy = 0; copy < keep; copy += 1) word[size + copy] = unit;
    size += keep;
    at = end;
  }
  return size;
}
