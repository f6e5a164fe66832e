// Chunks are named after their hash: what an earlier edition brought is not fetched again, and a fetch that was cut short
// goes on with what is missing.
import { hostsOf } from '../../rules/lists/feed/chunk.ts';
import type { Chunk } from '../../rules/lists/feed/schema.ts';
import { ok } from '../../rules/result.ts';
import { hexOf } from './feed-check.ts';
import { faultOf, fetchBytes, joined, type Feed, type FeedPlace } from './feed-files.ts';
import type { ListSink, SourceTools } from './source.ts';

type Kept = SourceTools['kept'];

const fileOf = ({ sha256 }: Chunk): string => `chunks/${sha256}.bin`;

/** Fetches what is not here yet and drops what no edition needs any more; answers with the bytes that it took. */
export async function fetchChunks(
  place: FeedPlace,
  kept: Kept,
  chunks: readonly Chunk[],
): Promise<Feed<number>> {
  const here = new Set(await kept.names());
  const wanted = new Map(chunks.map((chunk) => [chunk.sha256, chunk]));
  let bytes = 0;
  for (const chunk of wanted.values()) {
    if (here.has(chunk.sha256)) continue;
    const fetched = await fetchBytes(place, fileOf(chunk), chunk.length);
    if (!fetched.ok) return fetched;
    if (!(await isChunk(fetched.value.bytes, chunk))) return faultOf(fileOf(chunk), 'wrong-chunk');
    await kept.write(chunk.sha256, fetched.value.bytes);
    bytes += fetched.value.bytes.length;
  }
  await kept.remove([...here].filter((name) => !wanted.has(name)));
  return ok(bytes);
}

type Content = {
  readonly chunks: readonly Chunk[];
  readonly removed: readonly Chunk[];
  /** The best known stand in the first chunk; the rank of each is that of the first in its chunk. */
  readonly isRanked?: boolean;
};

/** Hands the hosts of a list on: those of its chunks without the removed ones. Answers with their number. */
export async function handOver(
  kept: Kept,
  { chunks, removed, isRanked = false }: Content,
  sink: ListSink,
): Promise<Feed<number>> {
  const gone = new Set<string>();
  for (const chunk of removed) {
    const hosts = await readChunk(kept, chunk);
    if (!hosts.ok) return hosts;
    for (const host of hosts.value) gone.add(host);
  }
  let before = 0;
  let given = 0;
  for (const chunk of chunks) {
    const hosts = await readChunk(kept, chunk);
    if (!hosts.ok) return hosts;
    for (const host of hosts.value) {
      if (gone.has(host)) continue;
      sink.add(host, isRanked ? before + 1 : null);
      given += 1;
    }
    before += hosts.value.length;
  }
  return ok(given);
}

/** Looked at once more: what lies in storage may have been damaged there. A damaged one is fetched again next time. */
async function readChunk(kept: Kept, chunk: Chunk): Promise<Feed<readonly string[]>> {
  const bytes = await kept.read(chunk.sha256);
  if (bytes === null || !(await isChunk(bytes, chunk))) {
    await kept.remove([chunk.sha256]);
    return faultOf(fileOf(chunk), 'wrong-chunk');
  }
  const unpacked = await unpack(bytes, chunk.size);
  const hosts = unpacked?.length === chunk.size ? hostsOf(unpacked, chunk) : null;
  return hosts?.ok === true ? ok(hosts.value) : faultOf(fileOf(chunk), 'bad-chunk');
}

const isChunk = async (bytes: Uint8Array<ArrayBuffer>, chunk: Chunk): Promise<boolean> =>
  bytes.length === chunk.length && (await hexOf(bytes)) === chunk.sha256;

/** Null: no gzip, something behind it, or more than the signed size. */
async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  size: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await joined(stream, size);
  } catch {
    // The packer's own check failed: the caller says which file.
    return null;
  }
}
