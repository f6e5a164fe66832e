// All lists of one category in one buffer: what is kept in the browser's storage and asked at each navigation.
// Head: magic, length, number of sections; then for each its offset and length and its id's; ids; sections.
import { fail, ok, type Result } from '../../result.ts';
import type { HostHashes } from './hash.ts';
import { openSection, type Section } from './section.ts';

/** Why bytes are no category: not ours, cut short, or contradicting themselves. */
export type SetFailure = 'not-a-set' | 'cut-short' | 'broken';
export type NamedSection = { readonly listId: string; readonly bytes: Uint8Array };

export type CategorySet = {
  readonly listIds: readonly string[];
  /** Hosts of all lists together; one that is in two counts twice. */
  readonly count: number;
  /** Whether any list names the host or a parent of it. */
  has(hashes: HostHashes): boolean;
  /** Ids of those that do. */
  listsNaming(hashes: HostHashes): readonly string[];
};

const magic = 0x31434153;
const headWords = 4;
const entryWords = 4;
const mostSections = 256;
const longestId = 1000;

const aligned = (length: number): number => Math.ceil(length / 8) * 8;

/** Lists in the order of their ids, so that the same lists give the same bytes. */
export function packCategory(sections: readonly NamedSection[]): ArrayBuffer {
  const sorted = sections.toSorted((left, right) => (left.listId < right.listId ? -1 : 1));
  const ids = sorted.map(({ listId }) => new TextEncoder().encode(listId));
  let at = 4 * (headWords + entryWords * sorted.length);
  const idsAt = ids.map((id) => (at += id.length) - id.length);
  at = aligned(at);
  const bytesAt = sorted.map(({ bytes }) => (at += aligned(bytes.length)) - aligned(bytes.length));
  const packed = new Uint8Array(at);
  const words = new Uint32Array(packed.buffer, 0, headWords + entryWords * sorted.length);
  words.set([magic, at, sorted.length, 0]);
  for (const [index, { bytes }] of sorted.entries()) {
    const id = ids[index] ?? new Uint8Array();
    const idAt = idsAt[index] ?? 0;
    const start = bytesAt[index] ?? 0;
    words.set([start, bytes.length, idAt, id.length], headWords + entryWords * index);
    packed.set(id, idAt);
    packed.set(bytes, start);
  }
  return packed.buffer;
}

/** Takes any bytes. Nothing is copied: the buffer must stay as it is while the set is in use. */
export function openCategory(buffer: ArrayBuffer): Result<CategorySet, SetFailure> {
  const named = namedSections(buffer);
  if (!named.ok) return named;
  const listIds: string[] = [];
  const sections: Section[] = [];
  for (const { listId, bytes } of named.value) {
    const section = openSection(bytes);
    if (!section.ok) return section;
    listIds.push(listId);
    sections.push(section.value);
  }
  return ok(new Category(listIds, sections));
}

class Category implements CategorySet {
  readonly listIds: readonly string[];
  readonly count: number;
  readonly #sections: readonly Section[];

  constructor(listIds: readonly string[], sections: readonly Section[]) {
    this.listIds = listIds;
    this.#sections = sections;
    this.count = sections.reduce((sum, section) => sum + section.count, 0);
  }

  has(hashes: HostHashes): boolean {
    return this.#sections.some((section) => section.has(hashes));
  }

  listsNaming(hashes: HostHashes): readonly string[] {
    return this.listIds.filter((_, index) => this.#sections[index]?.has(hashes));
  }
}

/** Puts one list in the place of its older self; null takes it out. A damaged category is begun anew. */
export function replaceSection(
  buffer: ArrayBuffer | null,
  listId: string,
  bytes: Uint8Array | null,
): ArrayBuffer {
  const named = buffer === null ? ok([]) : namedSections(buffer);
  const others = named.ok ? named.value.filter((section) => section.listId !== listId) : [];
  return packCategory(bytes === null ? others : [...others, { listId, bytes }]);
}

type PackedSection = { readonly listId: string; readonly bytes: Uint8Array<ArrayBuffer> };

function namedSections(buffer: ArrayBuffer): Result<PackedSection[], SetFailure> {
  if (buffer.byteLength < 4 * headWords) return fail('cut-short');
  const [mark, length, count = 0] = new Uint32Array(buffer, 0, headWords);
  if (mark !== magic) return fail('not-a-set');
  if (length !== buffer.byteLength) return fail('cut-short');
  if (count > mostSections || 4 * (headWords + entryWords * count) > length) return fail('broken');
  const entries = new Uint32Array(buffer, 4 * headWords, entryWords * count);
  const sections: PackedSection[] = [];
  for (let index = 0; index < count; index += 1) {
    const [start = 0, size = 0, idAt = 0, idLength = 0] = entries.subarray(entryWords * index);
    const isInside = start + size <= length && idAt + idLength <= length;
    if (!isInside || start % 8 !== 0 || idLength > longestId) return fail('broken');
    const listId = new TextDecoder().decode(new Uint8Array(buffer, idAt, idLength));
    sections.push({ listId, bytes: new Uint8Array(buffer, start, size) });
  }
  return ok(sections);
}
