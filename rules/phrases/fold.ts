// Folds a message to the few letters that phrases are written in: no marks, no case, one form of each Arabic letter.

const mostOfStart = 600;
const mostOfEnd = 200;
const mostGrowth = 2;

const oneForm: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ے: 'ی',
  ك: 'ک',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ں: 'ن',
  ٱ: 'ا',
};

/** Letters only: phrases go through it too, with their signs untouched. */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{Mn}\p{Cf}\u0640'’‘ʼ`´]/gu, '')
    .replaceAll(/[يىےكةہھەںٱ]/g, (letter) => oneForm[letter] ?? letter);

const address =
  /https?:\/\/\S+|\bwww\.\S+|\b[a-z\d-]{2,40}(?:\.[a-z\d-]{2,40}){0,3}\.(?:com|net|org|gg|io|me|ru|info|xyz|top|site|online|app|link|click|live|club|shop|example|test|pk|cn)\b\S*/gi;

/** Space, words with one space between them, space. Only the start and the end of a long text are read. */
export function foldMessage(text: string): string {
  const read =
    text.length <= mostOfStart + mostOfEnd
      ? text
      : `${text.slice(0, mostOfStart)} ${text.slice(-mostOfEnd)}`;
  // A single sign can become eighteen: nobody writes to somebody in those.
  const plain = read.normalize('NFKC').slice(0, mostGrowth * read.length);
  const words = foldLetters(plain.replaceAll(address, ' urlurl '))
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replaceAll(/(\p{L})\1{2,}/gu, '$1')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();
  return ` ${words} `;
}
