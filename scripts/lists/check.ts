// Reads a published feed just as the extension does, from a folder or over the web.
import { readFile, stat } from 'node:fs/promises';

import type { FeedFault } from '../../entrypoints/list-builder-parts/feed-files.ts';
import {
  readFeed,
  type FeedEdition,
  type FeedTools,
} from '../../entrypoints/list-builder-parts/feed-source.ts';
import { writeTrust } from '../../rules/lists/feed/trust.ts';
import type { ListProblem } from '../../rules/lists/list-state.ts';
import type { Category } from '../../rules/policy/schema.ts';
import { fail, ok, type Result } from '../../rules/result.ts';

export type CheckedList = { readonly id: string; readonly category: Category; hosts: string[] };
export type Checked = FeedEdition & {
  readonly lists: readonly CheckedList[];
  readonly bestKnown: readonly { readonly host: string; readonly rank: number | null }[];
  /** Bytes of every file that was fetched, by its name. */
  readonly fetched: ReadonlyMap<string, number>;
};

export type ReadBytes = (
  url: string,
  maxBytes: number,
) => Promise<Uint8Array<ArrayBuffer> | ListProblem>;

/** A client that keeps, in memory, what the extension keeps in its storage. */
export function createClient(place: string, root: string, read: ReadBytes = bytesAt) {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  let trust: string | null = null;
  return {
    kept,
    trust: () => trust,
    /** One update; trust and chunks stay for the next one. */
    async update(now: number): Promise<Result<Checked, FeedFault>> {
      const fetched = new Map<string, number>();
      const lists: CheckedList[] = [];
      const bestKnown: { host: string; rank: number | null }[] = [];
      const tools: FeedTools = {
        now,
        fetchFile: async ({ url, maxBytes }) => {
          const bytes = await read(url, maxBytes);
          if (typeof bytes === 'string') return fail(bytes);
          fetched.set(url.slice(place.replace(/\/*$/, '').length + 1), bytes.length);
          const pieces = async function* pieces() {
            yield bytes;
          };
          return ok({ etag: null, lastModified: null, bytes: bytes.length, pieces });
        },
        kept: {
          names: async () => [...kept.keys()],
          read: async (name) => kept.get(name) ?? null,
          write: async (name, bytes) => void kept.set(name, bytes),
          remove: async (names) => {
            for (const name of names) kept.delete(name);
          },
        },
        beginList: (id, category) => {
          const list: CheckedList = { id, category, hosts: [] };
          lists.push(list);
          return { add: (host) => void list.hosts.push(host), refuse: () => {} };
        },
        beginBestKnown: () => ({
          add: (host, rank) => void bestKnown.push({ host, rank }),
          refuse: () => {},
        }),
      };
      const edition = await readFeed({ url: place, root }, trust, tools);
      if (!edition.ok) return edition;
      trust = writeTrust(edition.value.trust);
      return ok({ ...edition.value, lists, bestKnown, fetched });
    },
  };
}

const isAddress = (place: string): boolean => /^https?:\/\//.test(place);

async function bytesAt(
  place: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | ListProblem> {
  return isAddress(place) ? overTheWeb(place, maxBytes) : fromFolder(place, maxBytes);
}

async function fromFolder(
  path: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | ListProblem> {
  try {
    if ((await stat(path)).size > maxBytes) return 'too-big';
    return Uint8Array.from(await readFile(path));
  } catch {
    // Not there, as a server would say with 404.
    return 'not-reachable';
  }
}

async function overTheWeb(
  url: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | ListProblem> {
  const response = await fetch(url, { redirect: 'error', credentials: 'omit' }).catch(() => null);
  if (response?.body == null) return 'not-reachable';
  if (!response.ok) return 'not-reachable';
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body) {
    length += piece.length;
    if (length > maxBytes) return 'too-big';
    all.push(piece);
  }
  return Uint8Array.from(Buffer.concat(all));
}
