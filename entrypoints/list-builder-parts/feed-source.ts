// A signed feed (docs/list-feed.md): root, index and changed chunks are fetched and judged, and only when all of them
// have passed, the first host is handed on. All lists of the feed, or none.
import { feedFailures, problemOf, type FeedFailure } from '../../rules/lists/feed/failure.ts';
import { instantOf } from '../../rules/lists/feed/fields.ts';
import { judgeIndex } from '../../rules/lists/feed/judge.ts';
import { mostIndexBytes } from '../../rules/lists/feed/limits.ts';
import { chunksOf, type Chunk, type FeedIndex } from '../../rules/lists/feed/schema.ts';
import { readIndexFile, type CheckedFile } from '../../rules/lists/feed/signed.ts';
import { contentOf, readTrust, trustAfter, writeTrust } from '../../rules/lists/feed/trust.ts';
import type { FeedTrust } from '../../rules/lists/feed/trust.ts';
import type { ListProblem } from '../../rules/lists/list-state.ts';
import { fail, ok } from '../../rules/result.ts';
import { checkFile, hashOfText } from './feed-check.ts';
import { fetchChunks, handOver } from './feed-chunks.ts';
import { faultOf, fetchBytes, textOf, type Feed, type FeedPlace } from './feed-files.ts';
import { newestRoot } from './feed-roots.ts';
import type { ListSink, Source, SourceTools } from './source.ts';

export type FeedAddress = {
  /** Of the folder that holds root.json and index.json. */
  readonly url: string;
  /** SHA-256 of the first root, in base64url. */
  readonly root: string;
};
export type FeedTools = Omit<SourceTools, 'beginBestKnown'> & {
  /** The well-known sites of the feed, which close nothing: a place among them only helps to find false hits. */
  readonly beginBestKnown?: () => ListSink;
};
export type FeedEdition = {
  readonly kind: 'unchanged' | 'new';
  readonly trust: FeedTrust;
  /** Of the chunks that had to be fetched. */
  readonly bytes: number;
};

/** The feed as a source of lists. `trust` is what its last update in force handed back. */
export const feedSource =
  (feed: FeedAddress, trust: string | null): Source =>
  async (tools) => {
    const read = await readFeed(feed, trust, tools);
    if (!read.ok) return fail(asProblem(read.failure.why));
    const { kind, bytes, trust: after } = read.value;
    return ok({
      kind,
      bytes,
      etag: null,
      lastModified: null,
      trust: writeTrust(after),
      version: after.index.version,
      expiresAt: instantOf(after.index.expires),
    });
  };

/** One update of a feed. On a fault, nothing that the tools were given may come into force. */
export async function readFeed(
  feed: FeedAddress,
  trustText: string | null,
  tools: FeedTools,
): Promise<Feed<FeedEdition>> {
  const place: FeedPlace = { url: feed.url, fetchFile: tools.fetchFile };
  const before = readTrust(trustText, feed.root);
  const root = await newestRoot(place, before, feed.root);
  if (!root.ok) return root;
  const fetched = await fetchIndex(place);
  if (!fetched.ok) return fetched;
  const file = fetched.value;
  const judged = judgeIndex(file, root.value, { trust: before, feed: feed.root, now: tools.now });
  if (!judged.ok) return faultOf('index.json', judged.failure);
  const content = await hashOfText(contentOf(judged.value));
  const trust = trustAfter(before, root.value, { file, content });
  // Signed anew for another fortnight, or by another key: the sets in force are already these.
  if (content === before?.content) return ok({ kind: 'unchanged', trust, bytes: 0 });
  const wanted = chunksWanted(judged.value, tools);
  const chunks = await fetchChunks(place, tools.kept, wanted);
  if (!chunks.ok) return chunks;
  const handed = await handAllOver(judged.value, tools);
  return handed.ok ? ok({ kind: 'new', trust, bytes: chunks.value }) : handed;
}

/** Where nobody asks for the best-known sites, they are not fetched. */
const chunksWanted = (index: FeedIndex, { beginBestKnown }: FeedTools): Chunk[] =>
  chunksOf(beginBestKnown === undefined ? { ...index, bestKnown: null } : index);

async function handAllOver(index: FeedIndex, tools: FeedTools): Promise<Feed<null>> {
  const { lists, bestKnown } = index;
  // First: the lists are put in order by them.
  if (bestKnown !== null && tools.beginBestKnown !== undefined) {
    const ranked = { chunks: bestKnown.chunks, removed: [], isRanked: true };
    const handed = await handOver(tools.kept, ranked, tools.beginBestKnown());
    if (!handed.ok) return handed;
  }
  for (const list of lists) {
    const handed = await handOver(tools.kept, list, tools.beginList(list.id, list.category));
    if (!handed.ok) return handed;
    if (handed.value !== list.hosts) return faultOf('index.json', 'bad-chunk');
  }
  return ok(null);
}

async function fetchIndex(place: FeedPlace): Promise<Feed<CheckedFile<FeedIndex>>> {
  const fetched = await fetchBytes(place, 'index.json', mostIndexBytes);
  if (!fetched.ok) return fetched;
  const text = textOf(fetched.value.bytes);
  const read = text === null ? null : readIndexFile(text);
  if (read === null || !read.ok) return faultOf('index.json', 'not-a-feed');
  return ok(await checkFile(read.value, fetched.value.bytes));
}

const isFeedFailure = (why: FeedFailure | ListProblem): why is FeedFailure =>
  (feedFailures as readonly string[]).includes(why);

const asProblem = (why: FeedFailure | ListProblem): ListProblem =>
  isFeedFailure(why) ? problemOf(why) : why;
