// Where hosts come from: one public list under one address (public-source.ts), or a signed feed with many (feed-source.ts).
// A source knows nothing of sets, keys or storage; it asks for files and hands over hosts.
import type { ListProblem } from '@/rules/lists/list-state.ts';
import type { Category } from '@/rules/policy/schema.ts';
import type { Result } from '@/rules/result.ts';

/** What a server says of an edition, to be asked "is there a newer one?" with. */
export type Edition = { readonly etag: string | null; readonly lastModified: string | null };

export type FileRequest = {
  readonly url: string;
  /** More than this is refused before it is read. */
  readonly maxBytes: number;
  /** The edition at hand: where it is still the newest, the answer is "unchanged". Left out: it is wanted in any case. */
  readonly known?: Edition;
};
export type FetchedFile = Edition & {
  /** Bytes as they lie there, packed or not. */
  readonly bytes: number;
  /** From the first byte, a piece at a time; can be asked for again. */
  readonly pieces: () => AsyncIterable<Uint8Array<ArrayBuffer>>;
};

export type SourceTools = {
  readonly now: number;
  /**
   * Fetches into the staging rows of this source, and goes on where a worker that died had stopped. Staged files are
   * swept when the update has ended, well or not.
   */
  readonly fetchFile: (
    request: FileRequest,
  ) => Promise<Result<FetchedFile | 'unchanged', ListProblem>>;
  /** Files of this source that outlive an update, such as the parts that a next edition shares with this one. */
  readonly kept: {
    readonly names: () => Promise<readonly string[]>;
    readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
    /** Rejects with a QuotaExceededError where there is no room: the update then ends as "no-room". */
    readonly write: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
    readonly remove: (names: readonly string[]) => Promise<void>;
  };
  /** Opens the best-known sites of this source, if it has some: they come in their order, the most visited first. */
  readonly beginBestKnown: () => ListSink;
  /** Opens a list of this source anew. `id` is unique in the source; a list that is not opened in an update is gone. */
  readonly beginList: (id: string, category: Category) => ListSink;
};

export type ListSink = {
  /** A host in canonical form. `rank`: 1 is the most visited; null where the list does not say. */
  readonly add: (host: string, rank: number | null) => void;
  /** Lines that were no host, or one that no list may close. */
  readonly refuse: (count: number) => void;
};

export type SourceOutcome = Edition & {
  readonly bytes: number;
  /** What the source must remember to judge the next edition; in force together with the lists. Text, up to 100,000 characters. */
  readonly trust: string | null;
  /** Version and end of validity, for feeds. */
  readonly version: number | null;
  readonly expiresAt: number | null;
};

/** One update, from the first request to the last host. A failure leaves everything in force as it was. */
export type Source = (
  tools: SourceTools,
) => Promise<Result<{ readonly kind: 'unchanged' | 'new' } & SourceOutcome, ListProblem>>;
