import fc from 'fast-check';
import { expect, test } from 'vitest';

import { csvOf } from '@/rules/time/csv.ts';

const body = (text: string): string => text.replace(/^\uFEFF/, '');

/** RFC 4180, read by its own words: fields in quotes may hold commas, line ends and doubled quotes. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of body(csv).matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

test('begins with the mark that tells Excel it is UTF-8, and ends every line with CRLF', () => {
  expect(
    csvOf([
      ['تاریخ', 'منٹ'],
      ['2026-11-21', 72],
    ]),
  ).toBe('\uFEFFتاریخ,منٹ\r\n2026-11-21,72\r\n');
});

test('puts what holds a comma, a quote or a line end into quotes', () => {
  expect(body(csvOf([['a,b', 'say "hi"', 'two\r\nlines', ' edge']]))).toBe(
    '"a,b","say ""hi""","two\r\nlines"," edge"\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\r=1'])(
  'keeps %j from being run as a formula',
  (cell) => {
    const [[kept = ''] = []] = parsed(csvOf([[cell]]));
    expect(kept).toBe(`'${cell}`);
  },
);

test('a number is written as a number, and no number at all as nothing', () => {
  expect(body(csvOf([[0, -3, Number.NaN, Number.POSITIVE_INFINITY]]))).toBe('0,-3,,\r\n');
});

test('whatever stands in the cells comes out again, and no cell of text begins a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), {
        maxLength: 4,
      }),
      (rows) => {
        const read = parsed(csvOf(rows));
        expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        );
        for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      },
    ),
  );
});
