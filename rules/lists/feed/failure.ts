// Why an edition of a feed was not taken. Whatever the reason, the lists in force stay in force.
import type { ListProblem } from '../list-state.ts';

export const feedFailures = [
  /** Not canonical JSON of the schema: a page, half a file, a key too many, markup, code. */
  'not-a-feed',
  /** The first root is not the one that the policy names. */
  'wrong-first-root',
  /** A root or index of another feed. */
  'other-feed',
  /** A signature that does not fit, is of a key that may not sign, or too few of them. */
  'bad-signature',
  /** A root that does not follow the one before it by one. */
  'gap-in-roots',
  /** Older than what was seen before, or of the same version with other content. */
  'rolled-back',
  'root-expired',
  'index-expired',
  /** Not the length or hash that the index names. */
  'wrong-chunk',
  /** The chunk is the one that was signed, but is not what a chunk must be. */
  'bad-chunk',
  'too-many-roots',
] as const;

export type FeedFailure = (typeof feedFailures)[number];

const problems: Readonly<Record<FeedFailure, ListProblem>> = {
  'not-a-feed': 'broken',
  'wrong-first-root': 'bad-signature',
  'other-feed': 'bad-signature',
  'bad-signature': 'bad-signature',
  'gap-in-roots': 'bad-signature',
  'rolled-back': 'rolled-back',
  'root-expired': 'expired',
  'index-expired': 'expired',
  'wrong-chunk': 'broken',
  'bad-chunk': 'broken',
  'too-many-roots': 'broken',
};

/** How it is stored and shown to the guardian. */
export const problemOf = (failure: FeedFailure): ListProblem => problems[failure];
