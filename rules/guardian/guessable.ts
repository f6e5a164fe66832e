// Secrets that a child would try first: sequences, repeats, keypad walks, dates and the most used passwords.

/** `secret` is normalised (secret.ts) and at least six characters long. */
export function isEasyToGuess(secret: string): boolean {
  const folded = secret.toLowerCase();
  const bare = folded.replaceAll(/[\s._-]/g, '');
  return (
    common.has(bare) ||
    isCommonWithTail(bare) ||
    isRepeat(bare) ||
    isRun(bare) ||
    isWalk(bare) ||
    isDate(bare)
  );
}

// By published counts of leaked passwords and PINs, and the words families here use first.
const common = new Set(
  (
    'password passw0rd password1 qwerty qwerty1 qwerty123 qwertyuiop letmein welcome welcome1 iloveyou ' +
    'monkey dragon football baseball superman batman princess sunshine shadow master michael jordan ' +
    'admin123 administrator secret secret1 changeme trustno1 starwars pokemon minecraft roblox youtube ' +
    'google facebook instagram whatsapp cricket pakistan pakistan1 pakistan123 bismillah bismillah786 ' +
    'allahuakbar alhamdulillah mashallah inshallah muhammad mohammad muhammad786 karachi lahore islamabad ' +
    'parent parents family mother father mummy1 daddy1 ammiabu guardian saathi saathi1 saathi123 ' +
    '786786 786000 786110 000786 112233 121212 123321 123654 131313 147147 159753 159357 181818 202020 ' +
    '212121 232323 252525 258258 258456 292513 369369 420420 456456 456852 520520 654321 666666 696969 ' +
    '789456 789456123 741852 741852963 852456 963852 987654 999999 1q2w3e 1q2w3e4r 1qaz2wsx zaq12wsx ' +
    'q1w2e3 q1w2e3r4 a1b2c3 abc123 abcd1234 aa123456 a123456 asd123 qwe123 asdasd qweqwe zxczxc 5201314 ' +
    '11223344 12344321 12341234 11112222 00001111 10203040 102030 314159 3141592 271828 1234qwer pass1234'
  ).split(' '),
);

const tails = /(?:\d{1,4}|[!?@#$*]+)$/;

/** "dragon1", "Pakistan!": a common word with the tail everybody adds. */
const isCommonWithTail = (bare: string): boolean => common.has(bare.replace(tails, ''));

/** One piece again and again: "aaaaaa", "121212", "abcabc"; or all its characters are but two. */
function isRepeat(bare: string): boolean {
  return /^(.{1,4}?)\1+.?$/su.test(bare) || new Set(bare).size <= 2;
}

/** Every step the same: "123456", "654321", "abcdef", "246810" is left to the list. */
function isRun(bare: string): boolean {
  const codes = Array.from(bare).map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, at) => stepOf(codes[at] ?? 0, code)));
  return steps.size === 1 && Math.abs([...steps][0] ?? 9) <= 2;
}

// "890123" goes on past 9.
const stepOf = (from: number, to: number): number => {
  const isDigits = from >= 48 && from <= 57 && to >= 48 && to <= 57;
  return isDigits && Math.abs(to - from) >= 8 ? to - from - Math.sign(to - from) * 10 : to - from;
};

// Rows and columns as they lie under the finger; a walk may go either way and turn once into the next line.
const lines = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  '0123456789',
  '147258369',
  '7410852963',
  '1470258369',
  '258046',
  '025804',
  '159357',
  '1235789',
  '123698745',
  '14789632',
  'qazwsxedcrfvtgb',
  '1qaz2wsx3edc4rfv',
];

function isWalk(bare: string): boolean {
  const back = Array.from(bare).toReversed().join('');
  return lines.some((line) => `${line}${line}`.includes(bare) || `${line}${line}`.includes(back));
}

/** Dates a child knows: a year 1940-2039 at either end of six or eight digits, or day, month and short year. */
function isDate(bare: string): boolean {
  if (!/^\d{6}(?:\d{2})?$/.test(bare)) return false;
  const pairs = (bare.match(/\d\d/g) ?? []).map(Number);
  const [a = 0, b = 0] = pairs;
  const isDayAndMonth = isDayMonth(a, b) || isDayMonth(b, a);
  if (bare.length === 6) {
    return (
      isDayAndMonth ||
      (isYear(bare.slice(0, 4)) && isMonth(pairs[2] ?? 0)) ||
      (isYear(bare.slice(2)) && isMonth(a))
    );
  }
  const [, , c = 0, d = 0] = pairs;
  const endsInDayMonth = isDayMonth(c, d) || isDayMonth(d, c);
  return (isDayAndMonth && isYear(bare.slice(4))) || (isYear(bare.slice(0, 4)) && endsInDayMonth);
}

const isYear = (digits: string): boolean => Number(digits) >= 1940 && Number(digits) <= 2039;
const isMonth = (value: number): boolean => value >= 1 && value <= 12;
const isDayMonth = (day: number, month: number): boolean => day >= 1 && day <= 31 && isMonth(month);
