// Words of a form in one spelling, so that one list of phrases fits them.

const oneLetter: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
};

/**
 * Lower case, without accents, signs and the Arabic article, one space between words and around all of them:
 * "webAddress*" is " web address ".
 */
export function plain(words: string): string {
  const letters = words
    .slice(0, 200)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\((?:s|es|ii|i)\)/g, '')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll(/[يىكةہھ]/g, (letter) => oneLetter[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ');
  return ` ${letters
    .split(' ')
    .map((word) => word.replace(/^و?ال(?=..)/, ''))
    .filter((word) => word !== '')
    .join(' ')} `;
}
