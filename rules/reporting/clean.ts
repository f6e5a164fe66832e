// Text from a page or a child, made fit to travel: well-formed, NFC, no controls, no direction overrides.

/** Controls except tab and newline, embeddings and overrides, isolates, byte-order mark and noncharacters. */
const unwanted =
  // oxlint-disable-next-line no-control-regex -- removing them is the point.
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu;
/** Line and paragraph separators too: whoever shows them breaks the line, so it is indented like any other. */
const lineEnds = /\r\n|[\u2028\u2029]/g;
/** More than eight marks on one letter is decoration made to break layouts. */
const stackedMarks = /(\p{M}{8})\p{M}+/gu;

/** At most `max` UTF-16 units, cut between graphemes. A megabyte costs no more than a page. */
export function cleanText(untrusted: string, max: number): string {
  const cleaned = untrusted
    .slice(0, max * 8)
    .toWellFormed()
    .replaceAll(lineEnds, '\n')
    .replaceAll(unwanted, '')
    .normalize('NFC')
    .replaceAll(stackedMarks, '$1')
    .trim();
  return cutOnGrapheme(cleaned, max);
}

/** The same on one line. */
export const cleanLine = (untrusted: string, max: number): string =>
  cleanText(untrusted.slice(0, max * 8).replaceAll(/\s+/gu, ' '), max);

/** The longest run of whole graphemes that fits into `max` UTF-16 units. */
export function cutOnGrapheme(text: string, max: number): string {
  if (text.length <= max) return text;
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let end = 0;
  for (const { segment, index } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}
