// The consonants of a word in Arabic letters, sounds that Urdu does not tell apart as one: what is left when a word is
// spelled by ear. Training writes Roman Urdu this way too, so that the two spellings of one language teach each other.

const groups: readonly (readonly [string, string])[] = [
  ['سصث', 'س'],
  ['تطٹ', 'ت'],
  ['دڈ', 'د'],
  ['رڑ', 'ر'],
  ['زذضظژ', 'ز'],
  ['کخق', 'ک'],
  ['گغ', 'گ'],
  ['حہ', 'ہ'],
  ['جڃ', 'ج'],
];
const voiceless = 'اعویےء';
const breath = 'ہ'.charCodeAt(0);

const soundOf = new Map<number, number>([
  ...groups.flatMap(([letters, sound]) =>
    Array.from(letters, (letter) => [letter.charCodeAt(0), sound.charCodeAt(0)] as const),
  ),
  ...Array.from(voiceless, (letter) => [letter.charCodeAt(0), 0] as const),
]);

export const isArabic = (unit: number): boolean => unit >= 0x600 && unit < 0x780;

/** Writes the consonants of a canonical word to `out`, and returns how many there are. */
export function consonantsOf(letters: Uint16Array, length: number, out: Uint16Array): number {
  let size = 0;
  for (let at = 0; at < length; at += 1) {
    const letter = letters[at] ?? 0;
    const sound = soundOf.get(letter) ?? letter;
    if (sound === 0 || (sound === breath && at > 0)) continue;
    if (size > 0 && out[size - 1] === sound) continue;
    out[size] = sound;
    size += 1;
  }
  return size;
}
