// Check digits, each after the rule that made the number. All take plain digits 0 to 9, and letters where there are some.

export const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits !== '' && sum % 10 === 0;
};

const verhoeffTimes = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const verhoeffTurns = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** J. Verhoeff, 1969: Aadhaar. */
export const verhoeff = (digits: string): boolean => {
  let check = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const turned = Number(verhoeffTurns[index % 8]?.[digit]);
    check = Number(verhoeffTimes[check]?.[turned]);
  }
  return digits !== '' && check === 0;
};

/** The rest of a number too long for a number; letters stand for 10 to 35, as ISO 7064 has it. */
export function rest(value: string, by: number): number {
  let left = 0;
  for (const sign of value) {
    const worth = Number.parseInt(sign, 36);
    left = (left * (worth > 9 ? 100 : 10) + worth) % by;
  }
  return left;
}

/** Each digit times its weight, added up. Weights that end before the digits do count the rest as nothing. */
export const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);

/** Year of four digits. */
export function isDate(year: number, month: number, day: number): boolean {
  const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year >= 1900 && year < 2100 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}
