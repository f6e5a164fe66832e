// National numbers of identity, by their shape and their check digits. A number whose check is weak and whose shape is
// everybody's (ten bare digits) counts only where a word says what it is: see `needsName`.
import { isDate, luhn, rest, verhoeff, weighted } from './checksums.ts';

type NationalId = {
  /** ISO 3166, for the tests only: nobody is told. */
  readonly country: string;
  /** Of the text as written. Never more than one repeat inside another: a text of any length is read in one pass. */
  readonly shape: RegExp;
  readonly isValid: (plain: string) => boolean;
  readonly needsName?: true;
};

const always = (): boolean => true;
const at = (plain: string, from: number, to: number): number => Number(plain.slice(from, to));

/** A text has letters and digits around a number only where it is a piece of something longer. */
const whole = (inner: string, flags = 'giu'): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}]|[\d\p{L}][-./_])(?:${inner})(?![\p{L}\p{N}]|[-./_][\d\p{L}])`,
    flags,
  );

/** 13 digits: province, division, district; seven of the family; the last one odd for men. No check digit. */
const isCnic = (plain: string): boolean =>
  /^[1-7][1-9]\d{11}$/.test(plain) && !/^(\d)\1+$/.test(plain) && !isEan13(plain);

/** A bare run of 13 digits with the check of goods is a bar code; one that begins with 1 is mostly a time in milliseconds. */
const isEan13 = (plain: string): boolean =>
  (10 - (weighted(plain, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10 === Number(plain[12]);
const isBareCnic = (plain: string): boolean => isCnic(plain) && !plain.startsWith('1');
const isWrittenCnic = (plain: string): boolean =>
  /^[1-7][1-9]\d{11}$/.test(plain) && !/^(\d)\1+$/.test(plain);

const isSsn = (plain: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(plain) && plain !== '123456789';

const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';
const isDni = (plain: string): boolean =>
  dniLetters[
    at(
      plain.replace(/^[XYZ]/, (first) => String('XYZ'.indexOf(first))),
      0,
      8,
    ) % 23
  ] === plain[8];

/** 13 digits and a key of two: 97 less the rest by 97. Corsica's 2A and 2B count as 19 and 18. */
const isNir = (plain: string): boolean => {
  const number = plain.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return /^\d{13}$/.test(number) && 97 - rest(number, 97) === at(plain, 13, 15);
};

const oddWorths = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const isCodiceFiscale = (plain: string): boolean => {
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const sign = plain[index] ?? '';
    const worth = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65;
    sum += index % 2 === 0 ? (oddWorths[worth] ?? 0) : worth;
  }
  return String.fromCharCode(65 + (sum % 26)) === plain[15];
};

const isSnils = (plain: string): boolean =>
  (weighted(plain, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === at(plain, 9, 11) &&
  plain > '00100199899';

/** GB 11643: place, date of birth, order, and a check of ISO 7064 MOD 11-2. */
const isResidentId = (plain: string): boolean =>
  isDate(at(plain, 6, 10), at(plain, 10, 12), at(plain, 12, 14)) &&
  '10X98765432'[weighted(plain, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] ===
    plain[17];

const isTurkish = (plain: string): boolean => {
  const odd = weighted(plain, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighted(plain, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === Number(plain[9]) && (odd + even + tenth) % 10 === Number(plain[10]);
};

const isIranian = (plain: string): boolean => {
  const sum = weighted(plain, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return !/^(\d)\1+$/.test(plain) && (sum < 2 ? sum : 11 - sum) === Number(plain[9]);
};

const isCpf = (plain: string): boolean => {
  const check = (length: number): number =>
    ((weighted(
      plain,
      Array.from({ length }, (_, index) => length + 1 - index),
    ) *
      10) %
      11) %
    10;
  return (
    !/^(\d)\1+$/.test(plain) && check(9) === at(plain, 9, 10) && check(10) === at(plain, 10, 11)
  );
};

/** Century, date of birth, governorate, order. */
const isEgyptian = (plain: string): boolean =>
  isDate((plain[0] === '2' ? 1900 : 2000) + at(plain, 1, 3), at(plain, 3, 5), at(plain, 5, 7)) &&
  /^.{7}(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)/.test(plain);

export const nationalIds: readonly NationalId[] = [
  { country: 'PK', shape: whole(String.raw`\d{5}[- ]\d{7}[- ]\d`), isValid: isWrittenCnic },
  { country: 'PK', shape: whole(String.raw`\d{13}`), isValid: isBareCnic },
  { country: 'PK', shape: whole(String.raw`\d{13}`), isValid: isWrittenCnic, needsName: true },
  { country: 'IN', shape: whole(String.raw`[2-9]\d{3} \d{4} \d{4}`), isValid: verhoeff },
  {
    country: 'IN',
    shape: whole(String.raw`[2-9]\d{3}-?\d{4}-?\d{4}`),
    isValid: verhoeff,
    needsName: true,
  },
  { country: 'US', shape: whole(String.raw`\d{3}-\d{2}-\d{4}`), isValid: isSsn },
  { country: 'US', shape: whole(String.raw`\d{3} ?\d{2} ?\d{4}`), isValid: isSsn, needsName: true },
  { country: 'ES', shape: whole(String.raw`[XYZ]-?\d{7}-?[A-Z]|\d{8}-?[A-Z]`), isValid: isDni },
  {
    country: 'FR',
    shape: whole(String.raw`[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}`),
    isValid: isNir,
  },
  {
    country: 'IT',
    shape: whole(String.raw`[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]`),
    isValid: isCodiceFiscale,
  },
  { country: 'RU', shape: whole(String.raw`\d{3}-\d{3}-\d{3}[- ]\d{2}`), isValid: isSnils },
  { country: 'RU', shape: whole(String.raw`\d{11}`), isValid: isSnils, needsName: true },
  { country: 'CN', shape: whole(String.raw`[1-9]\d{16}[\dX]`), isValid: isResidentId },
  {
    country: 'AE',
    shape: whole(String.raw`784[- ]?(?:19|20)\d{2}[- ]?\d{7}[- ]?\d`),
    isValid: luhn,
  },
  { country: 'SA', shape: whole(String.raw`[12]\d{9}`), isValid: luhn, needsName: true },
  { country: 'TR', shape: whole(String.raw`[1-9]\d{10}`), isValid: isTurkish, needsName: true },
  { country: 'IR', shape: whole(String.raw`\d{3}-\d{6}-\d`), isValid: isIranian },
  { country: 'IR', shape: whole(String.raw`\d{10}`), isValid: isIranian, needsName: true },
  { country: 'BR', shape: whole(String.raw`\d{3}\.\d{3}\.\d{3}-\d{2}`), isValid: isCpf },
  { country: 'EG', shape: whole(String.raw`[23]\d{13}`), isValid: isEgyptian },
  {
    country: 'GB',
    shape: whole(
      String.raw`(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]`,
    ),
    isValid: always,
  },
  {
    country: 'passport',
    shape: whole(String.raw`[A-Z]{1,2}\d{7}|\d{9}`),
    isValid: always,
    needsName: true,
  },
];

/** Words that say: this is a number of identity. */
export const idName =
  /cnic|\bnic\b|shanakhti|b-?form|nadra|aadha?ar|\bssn\b|social security|national id|id card|id number|identity|passport|\bdni\b|\bnie\b|iqama|emirates id|t\.?c\.? ?kimlik|\bt\.?c\.? ?no|снилс|паспорт|شناختی|ب فارم|پاسپورٹ|کد ?ملی|شماره ملی|الهوية|هويتي|إقامة|اقامة|جواز|رقم قومي|الرقم القومي|身份证|护照|sécurité sociale|numéro de sécu|passeport|pasaporte/iu;
