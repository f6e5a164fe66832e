// One published list under one address, in whatever form it has.
import { createListReader } from '@/rules/lists/parse/reader.ts';
import { type ListFailure, listLimits, problemOf } from '@/rules/lists/parse/result.ts';
import type { Category } from '@/rules/policy/schema.ts';
import { fail, ok } from '@/rules/result.ts';

import type { Edition, FetchedFile, ListSink, Source } from './source.ts';
import { NotPacked, TooBig, unpacked } from './unpack.ts';

/** On the wire. The largest list of the catalogue has 100 MB. */
const mostBytes = 160_000_000;

export const publicSource =
  (list: {
    readonly url: string;
    readonly category: Category | null;
    readonly known: Edition | null;
  }): Source =>
  async ({ fetchFile, beginList, beginBestKnown }) => {
    const { url, category, known } = list;
    const file = await fetchFile({
      url,
      maxBytes: mostBytes,
      ...(known === null ? {} : { known }),
    });
    if (!file.ok) return file;
    if (file.value === 'unchanged') {
      return ok({ kind: 'unchanged', ...(known ?? noEdition), ...plain, bytes: 0 });
    }
    const { etag, lastModified, bytes } = file.value;
    const sink = category === null ? beginBestKnown() : beginList('', category);
    const failure = await read(file.value, sink);
    return failure === null
      ? ok({ kind: 'new', etag, lastModified, bytes, ...plain })
      : fail(failure === 'too-big' ? failure : problemOf(failure));
  };

const noEdition: Edition = { etag: null, lastModified: null };
const plain = { trust: null, version: null, expiresAt: null };

async function read(file: FetchedFile, sink: ListSink): Promise<ListFailure | 'too-big' | null> {
  const reader = createListReader(listLimits, sink.add);
  try {
    for await (const piece of unpacked(file.pieces())) {
      const written = reader.write(piece);
      if (!written.ok) return written.failure;
    }
  } catch (error) {
    if (error instanceof TooBig) return 'too-big';
    if (error instanceof NotPacked) return damaged;
    throw error;
  }
  const end = reader.end();
  if (!end.ok) return end.failure;
  sink.refuse(Object.values(end.value.refused).reduce((sum, count) => sum + count, 0));
  return null;
}

const damaged: ListFailure = { kind: 'packed', line: 1, byte: 0, detail: 'gzip' };
