// Apart from trust.ts, whose schemas the background does not need.

/** Trust for a feed whose sets were lost: the next edition is built whatever it holds, and still may not be an older one. */
export function withoutContent(trust: string | null): string | null {
  if (trust === null) return null;
  try {
    const parsed: unknown = JSON.parse(trust);
    return typeof parsed === 'object' ? JSON.stringify({ ...parsed, content: null }) : null;
  } catch {
    // Damaged in storage: trust begins anew, as it would have anyway.
    return null;
  }
}
