// Apart from trust.ts, whose schemas the background does not need.
import { readJson } from '../../json.ts';

/** Trust for a feed whose sets were lost: the next edition is built whatever it holds, and still may not be an older one. */
export function withoutContent(trust: string | null): string | null {
  // Damaged in storage: trust begins anew, as it would have anyway.
  const parsed = trust === null ? undefined : readJson(trust);
  return typeof parsed === 'object' ? JSON.stringify({ ...parsed, content: null }) : null;
}
