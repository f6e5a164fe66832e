// Text as the finders read it: digits of every script as 0 to 9, no invisible marks, one kind of space and dash.

const zeros = ['\u0660', '\u06f0', '\u0966', '\uff10', '\u07c0'].map((zero) => zero.charCodeAt(0));

/** At most this much is read: more is no message. */
const longestRead = 4000;

export const plainText = (text: string): string =>
  text
    .slice(0, longestRead)
    .normalize('NFC')
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19\u07c0-\u07c9]/g, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = zeros.find((each) => code >= each && code < each + 10) ?? code;
      return String(code - zero);
    });
