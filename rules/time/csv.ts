// Tables as a file that a spreadsheet opens: RFC 4180, with nothing in it that a spreadsheet would run.

export type CsvCell = string | number;

/** Excel takes a file without it for the machine's old code page, and Urdu for noise. */
const byteOrderMark = '\uFEFF';
/** What makes a spreadsheet read a cell as a formula, also in its full-width form, and after spaces. */
const opensFormula = /^\s*[=+\-@\t\r＝＋－＠]/u;

/** Rows of cells, each line ended with CRLF. Text that a spreadsheet would run is kept as text by an apostrophe before it. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

function cellOf(cell: CsvCell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = opensFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
