// What a name looks like to a hurried reader: letters that look alike become one.

// Letters of other scripts that pass for a Latin one in common fonts; NFKC has already folded full-width,
// mathematical and other styled forms, and accents are taken off before this table is read.
const twins: Readonly<Record<string, string>> = {
  a: 'аɑαаạ',
  b: 'ЬƄьᏏ',
  c: 'сϲⅽᴄ',
  d: 'ԁժɗḍ',
  e: 'еєҽẹеɛ',
  g: 'ɡցġ',
  h: 'һհᏂ',
  i: 'іıɩӏɪⅰ',
  j: 'јʝϳ',
  k: 'κкᴋ',
  l: 'ӏⅼǀіıļ',
  m: 'мⅿᴍ',
  n: 'ոռпɴη',
  o: 'оοօσ๐໐оᴏ',
  p: 'рρϱ',
  q: 'ԛզ',
  r: 'гᴦɼ',
  s: 'ѕꜱʂ',
  t: 'тτᴛ',
  u: 'υսʋцᴜ',
  v: 'νѵᴠ',
  w: 'ԝѡաᴡ',
  x: 'хχ×',
  y: 'уүγʏ',
  z: 'ᴢʐ',
};

const twinOf = new Map(
  Object.entries(twins).flatMap(([letter, others]) =>
    Array.from(others, (other) => [other, letter]),
  ),
);

/** The Latin letter that a composed letter of any script passes for; itself if for none. */
export const twinLetter = (letter: string): string => twinOf.get(letter) ?? letter;

/** In plain Latin letters, foreign look-alikes replaced and accents taken off; digits and dashes stay. */
export const latinOf = (name: string): string =>
  Array.from(
    name.normalize('NFKC').toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, ''),
    twinLetter,
  ).join('');

/** Two names with the same skeleton are read as the same: 0 is o, 1 and i are l, rn is m, vv is w. */
export const skeletonOf = (name: string): string =>
  latinOf(name)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replaceAll(/[1i|!]/g, 'l')
    .replaceAll('0', 'o')
    .replaceAll('5', 's')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a');

/** Whether one slip of the keyboard lies between: a letter more, less, other, or two swapped. */
export function isOneSlip(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  const shorter = Math.min(left.length, right.length);
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) {
    end += 1;
  }
  const restLeft = left.slice(start, left.length - end);
  const restRight = right.slice(start, right.length - end);
  if (restLeft.length <= 1 && restRight.length <= 1) return true;
  return (
    restLeft.length === 2 &&
    restRight.length === 2 &&
    restLeft[0] === restRight[1] &&
    restLeft[1] === restRight[0]
  );
}

/** Edit distance of at most `most`; for short lists of long names, it fills a whole table. */
export function isWithinSlips(left: string, right: string, most: number): boolean {
  if (Math.abs(left.length - right.length) > most) return false;
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let line = 1; line <= left.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= right.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + (left[line - 1] === right[column - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[right.length] ?? Infinity) <= most;
}
