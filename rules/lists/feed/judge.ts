// Whether a root or an index may be taken. The hash of each file and the check of each signature are handed in.
import { fail, ok, type Result } from '../../result.ts';
import type { FeedFailure } from './failure.ts';
import { instantOf } from './fields.ts';
import type { FeedIndex, FeedRoot } from './schema.ts';
import { isSignedBy, type CheckedFile } from './signed.ts';
import type { FeedTrust, TrustedRoot } from './trust.ts';

/**
 * The next root in the chain. `before` is null for the first one, which is known by its hash from the policy. An expired
 * root may stand in the middle of the chain, so time is not looked at here: see judgeIndex.
 */
export function judgeRoot(
  file: CheckedFile<FeedRoot>,
  before: TrustedRoot | null,
  feed: string,
): Result<TrustedRoot, FeedFailure> {
  const { signed, sha256 } = file;
  const taken = ok({ root: signed, rootHash: sha256 });
  if (before === null) {
    if (sha256 !== feed) return fail('wrong-first-root');
    if (signed.version !== 1) return fail('gap-in-roots');
    return isSignedBy(file, [signed.root]) ? taken : fail('bad-signature');
  }
  if (signed.version === before.root.version && sha256 === before.rootHash) return taken;
  if (signed.version <= before.root.version) return fail('rolled-back');
  if (signed.version !== before.root.version + 1) return fail('gap-in-roots');
  if (signed.feed !== feed) return fail('other-feed');
  return isSignedBy(file, [signed.root, before.root.root]) ? taken : fail('bad-signature');
}

/** The index, against the newest root. `now` in epoch milliseconds. */
export function judgeIndex(
  file: CheckedFile<FeedIndex>,
  { root }: TrustedRoot,
  { trust, feed, now }: { trust: FeedTrust | null; feed: string; now: number },
): Result<FeedIndex, FeedFailure> {
  const { signed, sha256 } = file;
  if (signed.feed !== feed) return fail('other-feed');
  if (!isSignedBy(file, [root.index])) return fail('bad-signature');
  // Any key that is trusted now holds back all of them: none may bring back what another one has left behind.
  const isStepBack = (trust?.keys ?? []).some(
    (seen) =>
      root.index.keys.includes(seen.key) &&
      (signed.version < seen.version ||
        (signed.version === seen.version && sha256 !== seen.sha256)),
  );
  if (isStepBack) return fail('rolled-back');
  if (now >= instantOf(root.expires)) return fail('root-expired');
  return now >= instantOf(signed.expires) ? fail('index-expired') : ok(signed);
}
