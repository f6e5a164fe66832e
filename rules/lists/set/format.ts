// The bytes of a section, one list: a head of sixteen words, then exceptions, then the table or the filter.
// Little-endian, as every machine that a browser runs on. A set is made on the machine that reads it.
import { fail, ok, type Result } from '../../result.ts';
import { slotsOf } from './fuse.ts';

export type SectionHead = {
  /** Different hosts given, those under another listed host included. */
  readonly count: number;
  /** 64: a table of whole hashes; 16 or 32: a filter with prints of so many bits. */
  readonly printBits: number;
  /** 1: the filter also marks every name of two labels that a listed host is under, so that most look-ups end there. */
  readonly marksRoots: number;
  readonly seed: number;
  readonly segmentBits: number;
  readonly starts: number;
  /** Whole hashes in the table; 0 for a filter. */
  readonly tableLength: number;
  readonly exceptions: number;
};

const magic = 0x31534153;
const headWords = 16;
export const headBytes = 4 * headWords;
// What is asked of bytes before memory is looked at by them; far over what any list holds.
const mostHosts = 2 ** 26;
const mostStarts = 2 ** 16;

const order = [
  'count',
  'printBits',
  'marksRoots',
  'seed',
  'segmentBits',
  'starts',
  'tableLength',
  'exceptions',
] as const satisfies readonly (keyof SectionHead)[];

export const exceptionsAt = 4 * headWords;
export const bodyAt = ({ exceptions }: SectionHead): number => headBytes + 8 * exceptions;

/** Length in bytes, a multiple of eight. */
export function sectionBytes(head: SectionHead): number {
  const body = head.printBits === 64 ? 8 * head.tableLength : (slotsOf(head) * head.printBits) / 8;
  return bodyAt(head) + body;
}

export function writeHead(into: Uint32Array, head: SectionHead): void {
  into[0] = magic;
  into[1] = sectionBytes(head);
  for (const [place, field] of order.entries()) into[2 + place] = head[field];
  into[headWords - 1] = sumOf(into);
}

/** The head of the section that starts there, if every number in it can be true. */
export function readHead(words: Uint32Array): Result<SectionHead, 'broken'> {
  const at = (place: number): number => words[place] ?? 0;
  if (words.length < headWords || at(0) !== magic || at(headWords - 1) !== sumOf(words)) {
    return fail('broken');
  }
  const head: SectionHead = {
    count: at(2),
    printBits: at(3),
    marksRoots: at(4),
    seed: at(5) | 0,
    segmentBits: at(6),
    starts: at(7),
    tableLength: at(8),
    exceptions: at(9),
  };
  const isSane = head.count <= mostHosts && head.exceptions <= mostHosts && head.marksRoots <= 1;
  const hasBody = head.printBits === 64 ? isTable(head) : isFilter(head);
  return isSane && hasBody && sectionBytes(head) === at(1) ? ok(head) : fail('broken');
}

const isTable = ({ starts, tableLength, marksRoots }: SectionHead): boolean =>
  starts === 0 && marksRoots === 0 && tableLength <= mostHosts;

const isFilter = ({ printBits, segmentBits, starts, tableLength }: SectionHead): boolean =>
  (printBits === 16 || printBits === 32) &&
  segmentBits >= 4 &&
  segmentBits <= 16 &&
  starts >= 1 &&
  starts <= mostStarts &&
  tableLength === 0;

/** Tells damage to the head; the body is not summed, so that millions of hosts are ready at once. */
function sumOf(words: Uint32Array): number {
  let sum = 0x811c9dc5;
  for (let place = 0; place < headWords - 1; place += 1) {
    sum = Math.imul(sum ^ (words[place] ?? 0), 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}
