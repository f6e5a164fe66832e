// Files of a feed, by their path under its address.
import type { FeedFailure } from '../../rules/lists/feed/failure.ts';
import type { ListProblem } from '../../rules/lists/list-state.ts';
import { fail, ok, type Result } from '../../rules/result.ts';
import { joinBytes } from './join-bytes.ts';
import type { SourceTools } from './source.ts';

/** What went wrong with which file: a failure of the feed itself, or the problem of the road there. */
export type FeedFault = { readonly file: string; readonly why: FeedFailure | ListProblem };
export type Feed<T> = Result<T, FeedFault>;

export type FeedPlace = {
  readonly url: string;
  readonly fetchFile: SourceTools['fetchFile'];
};

export type FetchedBytes = {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

export const faultOf = (file: string, why: FeedFault['why']): Feed<never> => fail({ file, why });

/** All bytes of a file, up to a number that is known before the first one is asked for. */
export async function fetchBytes(
  { url, fetchFile }: FeedPlace,
  file: string,
  maxBytes: number,
): Promise<Feed<FetchedBytes>> {
  const fetched = await fetchFile({ url: `${url.replace(/\/*$/, '')}/${file}`, maxBytes });
  if (!fetched.ok) return faultOf(file, fetched.failure);
  // Asked for without an edition at hand, so there is nothing that it could be unchanged from.
  if (fetched.value === 'unchanged') return faultOf(file, 'not-reachable');
  const bytes = await joined(fetched.value.pieces(), maxBytes);
  return bytes === null ? faultOf(file, 'too-big') : ok({ file, bytes });
}

/** Null: more than `maxBytes` came; the rest is not read. */
export async function joined(
  pieces: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > maxBytes) return null;
    all.push(piece);
  }
  return joinBytes(all);
}

/** Null for bytes that are no UTF-8. A byte order mark stays, and is then no part of any format here. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // No text: the caller says what was expected.
    return null;
  }
}
