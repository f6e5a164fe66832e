// From the root that is trusted to the newest one, over each root between: root.1.json, root.2.json … root.json.
import { judgeRoot } from '../../rules/lists/feed/judge.ts';
import { mostNewRoots, mostRootBytes } from '../../rules/lists/feed/limits.ts';
import type { FeedRoot } from '../../rules/lists/feed/schema.ts';
import { readRootFile, type CheckedFile } from '../../rules/lists/feed/signed.ts';
import type { TrustedRoot } from '../../rules/lists/feed/trust.ts';
import { ok } from '../../rules/result.ts';
import { checkFile } from './feed-check.ts';
import { faultOf, fetchBytes, textOf, type Feed, type FeedPlace } from './feed-files.ts';

/** `feed` is the hash of the first root, which is all that is trusted when nothing was seen yet. */
export async function newestRoot(
  place: FeedPlace,
  trusted: TrustedRoot | null,
  feed: string,
): Promise<Feed<TrustedRoot>> {
  const newest = await fetchRoot(place, 'root.json');
  if (!newest.ok) return newest;
  const { version } = newest.value.signed;
  const first = (trusted?.root.version ?? 0) + 1;
  if (version - first >= mostNewRoots) return faultOf('root.json', 'too-many-roots');
  let known = trusted;
  for (let next = first; next < version; next += 1) {
    const file = `root.${next}.json`;
    const between = await fetchRoot(place, file);
    if (!between.ok) return between;
    const judged = judgeRoot(between.value, known, feed);
    if (!judged.ok) return faultOf(file, judged.failure);
    known = judged.value;
  }
  const judged = judgeRoot(newest.value, known, feed);
  return judged.ok ? ok(judged.value) : faultOf('root.json', judged.failure);
}

async function fetchRoot(place: FeedPlace, name: string): Promise<Feed<CheckedFile<FeedRoot>>> {
  const fetched = await fetchBytes(place, name, mostRootBytes);
  if (!fetched.ok) return fetched;
  const text = textOf(fetched.value.bytes);
  const read = text === null ? null : readRootFile(text);
  if (read === null || !read.ok) return faultOf(name, 'not-a-feed');
  return ok(await checkFile(read.value, fetched.value.bytes));
}
