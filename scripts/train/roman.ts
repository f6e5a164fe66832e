// Roman Urdu in Urdu consonants: no spelling that anybody writes, but the same consonants as the word in Urdu letters.
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ch+/g, 'چ'],
  [/sh/g, 'ش'],
  [/kh|q|k|c/g, 'ک'],
  [/gh|g/g, 'گ'],
  [/th|t/g, 'ت'],
  [/dh|d/g, 'د'],
  [/rh|r/g, 'ر'],
  [/bh|b/g, 'ب'],
  [/ph|p/g, 'پ'],
  [/jh|j/g, 'ج'],
  [/x/g, 'کس'],
  [/z/g, 'ز'],
  [/s/g, 'س'],
  [/f/g, 'ف'],
  [/l/g, 'ل'],
  [/m/g, 'م'],
  [/n/g, 'ن'],
  [/(?<=[^a-z]|^)h/g, 'ہ'],
  [/[a-z']/g, ''],
];

export const inUrduConsonants = (text: string): string =>
  sounds.reduce(
    (written, [sound, letter]) => written.replaceAll(sound, letter),
    text.toLowerCase().replaceAll(/[aeiou]+(?=[aeiou])/g, ''),
  );
