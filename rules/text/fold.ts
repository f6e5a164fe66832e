// What each UTF-16 code unit counts as: a table made once, so that the walk over a text is one look-up a unit.

/** Neither letter nor gap: marks on letters, invisible marks, the stroke that only lengthens an Arabic word. */
export const skipped = 0;
/** Between words. */
export const gap = 1;
/** A sign that stands for a letter inside a word ("$hit", "sh!t"), and is a gap elsewhere. */
export const sign = 2;
/** First half of a mathematical letter (bold, script, double-struck Latin). */
export const styled = 3;

/** Digits stand for letters too; what they mean is asked only of words that have letters. */
export const leetLetters: ReadonlyMap<number, number> = new Map(
  Object.entries({
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '8': 'b',
    '@': 'a',
    $: 's',
    '!': 'i',
    '|': 'i',
    '€': 'e',
    '£': 'l',
    '*': '*',
  }).map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]),
);

const signs = '@$!|€£*';

/** Arabic, Persian and Urdu letters that people type for one another. */
const arabicPairs: readonly (readonly [string, string])[] = [
  ['أإآٱٲٳٵ', 'ا'],
  ['يىېئۍ', 'ی'],
  ['كڪګ', 'ک'],
  ['ةهھۀۃۂەۿ', 'ہ'],
  ['ؤۇۆۈ', 'و'],
  ['ں', 'ن'],
  ['ۓ', 'ے'],
];

/** Letters of other scripts that look Latin; used only inside a word that is Latin otherwise, and the other way round. */
const lookalikes: readonly (readonly [string, string])[] = [
  ['а', 'a'],
  ['в', 'b'],
  ['с', 'c'],
  ['е', 'e'],
  ['н', 'h'],
  ['і', 'i'],
  ['ј', 'j'],
  ['к', 'k'],
  ['м', 'm'],
  ['о', 'o'],
  ['р', 'p'],
  ['ѕ', 's'],
  ['т', 't'],
  ['у', 'y'],
  ['х', 'x'],
  ['ԁ', 'd'],
  ['ԛ', 'q'],
  ['ԝ', 'w'],
  ['α', 'a'],
  ['β', 'b'],
  ['ε', 'e'],
  ['η', 'n'],
  ['ι', 'i'],
  ['κ', 'k'],
  ['ν', 'v'],
  ['ο', 'o'],
  ['ρ', 'p'],
  ['τ', 't'],
  ['υ', 'u'],
  ['χ', 'x'],
  ['ω', 'w'],
];

export const toLatin: ReadonlyMap<number, number> = new Map(
  lookalikes.map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]),
);
/** The Cyrillic letters alone: Greek is no language of the model. */
export const toCyrillic: ReadonlyMap<number, number> = new Map([
  ...lookalikes
    .filter(([from]) => isCyrillic(from.charCodeAt(0)))
    .map(([from, to]) => [to.charCodeAt(0), from.charCodeAt(0)] as const),
  ['i'.charCodeAt(0), 'и'.charCodeAt(0)] as const,
  ['u'.charCodeAt(0), 'и'.charCodeAt(0)] as const,
]);

export function isLatin(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit < 0x250);
}

export function isCyrillic(unit: number): boolean {
  return unit >= 0x400 && unit < 0x530;
}

export function isGreek(unit: number): boolean {
  return unit >= 0x370 && unit < 0x400;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Written without gaps: each letter is a word of its own. */
export function isIdeograph(unit: number): boolean {
  return unit >= 0x3040 && unit < 0xa000;
}

/** 65,536 entries: `skipped`, `gap`, `sign`, `styled`, or the folded letter. */
export function makeFoldTable(): Uint16Array {
  const table = new Uint16Array(0x10000).fill(gap);
  fillLetters(table);
  fillCompatible(table);
  fillSkipped(table);
  for (const [letters, to] of arabicPairs)
    for (const letter of letters) table[letter.charCodeAt(0)] = to.charCodeAt(0);
  for (const one of signs) table[one.charCodeAt(0)] = sign;
  table[0xd835] = styled;
  return table;
}

function fillLetters(table: Uint16Array): void {
  for (const [from, to] of [
    [0x30, 0x3a],
    [0x61, 0x7b],
    [0x250, 0x300],
    [0x370, 0x2000],
    [0x2c00, 0x2e00],
    [0x3040, 0xd800],
    // The second half of an emoji is a word of its own; which half-thousand it is from hardly matters.
    [0xdc00, 0xe000],
    [0xf900, 0xfb00],
  ] as const)
    for (let unit = from; unit < to; unit += 1) table[unit] = unit;
  for (const one of '٪٫٬؛،؟۔॥।\u1680\u180e՝։׃׀׆׳״\u06dd\u06de') table[one.charCodeAt(0)] = gap;
  for (let unit = 0x660; unit <= 0x669; unit += 1) table[unit] = unit - 0x660 + 0x30;
  for (let unit = 0x6f0; unit <= 0x6f9; unit += 1) table[unit] = unit - 0x6f0 + 0x30;
}

/** Capitals, accents, fullwidth and circled letters, Arabic presentation forms: what Unicode says they are made of. */
function fillCompatible(table: Uint16Array): void {
  for (const [from, to] of [
    [0x41, 0x5b],
    [0xaa, 0x250],
    [0x370, 0x590],
    [0x1e00, 0x2000],
    [0x2070, 0x20a0],
    [0x2100, 0x2190],
    [0x2460, 0x2500],
    [0xfb00, 0xfe00],
    [0xfe70, 0xfff0],
  ] as const)
    for (let unit = from; unit < to; unit += 1) table[unit] = baseOf(unit, table);
  for (const [from, to] of Object.entries({
    ı: 'i',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ß: 's',
    æ: 'a',
    œ: 'o',
    ё: 'е',
  })) {
    table[from.charCodeAt(0)] = to.charCodeAt(0);
    table[from.toUpperCase().charCodeAt(0)] = to.charCodeAt(0);
  }
  // The capital of "ß" begins with S, and of "ı" with I: both are plain letters.
  table[0x53] = 0x73;
  table[0x49] = 0x69;
}

function baseOf(unit: number, table: Uint16Array): number {
  const text = String.fromCharCode(unit);
  const lower = text.toLowerCase();
  // A short i is a letter of its own in Russian, not an i with a mark.
  if (isCyrillic(unit)) return lower.charCodeAt(0);
  const base = /[\p{L}\p{N}]/u.exec(lower.normalize('NFKD').toLowerCase())?.[0];
  if (base === undefined) return gap;
  const folded = base.charCodeAt(0);
  return folded < 0xaa && table[folded] === gap ? gap : folded;
}

function fillSkipped(table: Uint16Array): void {
  for (const [from, to] of [
    [0x300, 0x370],
    [0x483, 0x48a],
    [0x591, 0x5be],
    [0x610, 0x61b],
    [0x61c, 0x61d],
    [0x640, 0x641],
    [0x64b, 0x660],
    [0x670, 0x671],
    [0x6d6, 0x6dd],
    [0x6df, 0x6e5],
    [0x6e7, 0x6e9],
    [0x6ea, 0x6ee],
    [0x8d3, 0x900],
    [0xad, 0xae],
    [0x200b, 0x2010],
    [0x202a, 0x202f],
    [0x2060, 0x2070],
    [0x20d0, 0x2100],
    [0xfe00, 0xfe10],
    [0xfe20, 0xfe30],
    [0xfeff, 0xff00],
    [0xd800, 0xdc00],
  ] as const)
    table.fill(skipped, from, to);
}
