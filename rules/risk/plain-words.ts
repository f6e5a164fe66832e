// Words as they are compared: small letters, plain digits, no accents, one space between.

const mostGrowth = 2;

/** Arabic-Indic, Persian and full-width digits become 0 to 9; apostrophes join, every other sign but "+" parts. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    // A single sign can become eighteen: nobody writes a page of those.
    .slice(0, mostGrowth * text.length)
    .toLowerCase()
    .replaceAll(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x6f0))
    .replaceAll(/['’‘`]/g, '')
    .normalize('NFD')
    // Latin accents and Arabic vowel signs go; the breve of й and the hamza of letters in their own right stay.
    .replaceAll(/(?<![ايوиИ])\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll(/[أإآ]/g, 'ا')
    .replaceAll(/[^\p{L}\p{M}\p{N}+]+/gu, ' ')
    .trim();
