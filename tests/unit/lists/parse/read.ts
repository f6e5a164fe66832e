// Reads a list of the tests whole, or in the pieces given.
import { createListReader } from '@/rules/lists/parse/reader.ts';
import {
  type ListFailure,
  type ListLimits,
  listLimits,
  type ListSummary,
} from '@/rules/lists/parse/result.ts';
import type { Result } from '@/rules/result.ts';

export type Read = {
  readonly hosts: readonly string[];
  readonly ranks: readonly (number | null)[];
  readonly result: Result<ListSummary, ListFailure>;
};

const encoder = new TextEncoder();
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

export function readPieces(pieces: Iterable<Uint8Array>, limits: ListLimits = listLimits): Read {
  const hosts: string[] = [];
  const ranks: (number | null)[] = [];
  const reader = createListReader(limits, (host, rank) => {
    hosts.push(host);
    ranks.push(rank);
  });
  for (const piece of pieces) {
    const written = reader.write(piece);
    if (!written.ok) return { hosts, ranks, result: written };
  }
  return { hosts, ranks, result: reader.end() };
}

export const readBytes = (bytes: Uint8Array, limits?: ListLimits): Read =>
  readPieces([bytes], limits);

export const readText = (text: string, limits?: ListLimits): Read =>
  readBytes(bytesOf(text), limits);

export const cut = (bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] => {
  const pieces: Uint8Array[] = [];
  let start = 0;
  for (const size of sizes) {
    pieces.push(bytes.slice(start, start + size));
    start += size;
  }
  return [...pieces, bytes.slice(start)];
};
