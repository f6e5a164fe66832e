// What decide() answers, and why. The reason is data; components and text put it into words.
import type { Action, Category } from './schema.ts';

/** Milliseconds since the epoch. */
export type Instant = number;

export type Reason =
  /** A help resource, a reporting form or the family's desk: never blocked, counted or logged. */
  | { readonly kind: 'help' }
  /** The browser's own pages and ours: outside what an extension judges. */
  | { readonly kind: 'browser-page' }
  | { readonly kind: 'not-set-up' }
  | { readonly kind: 'override'; readonly overrideId: string; readonly expiresAt: Instant }
  | { readonly kind: 'allowlist'; readonly pattern: string }
  | { readonly kind: 'blocklist'; readonly pattern: string }
  /** A word the guardian closed stands in the address. The closed page does not show it. */
  | { readonly kind: 'word'; readonly word: string }
  /** The address of an unchecked site names a closed one, which it may show. Only ever warned about. */
  | { readonly kind: 'carries'; readonly host: string }
  | { readonly kind: 'category'; readonly category: Category }
  /** On the shipped list of well-known, ordinary sites. */
  | { readonly kind: 'known' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'age-label'; readonly label: string }
  | { readonly kind: 'lookalike'; readonly imitated: string; readonly signs: readonly string[] }
  /** The page was read: signs of a topic. Keys of the catalogue; a stored reason names none (keptReason). */
  | { readonly kind: 'risk'; readonly topic: Category; readonly signs: readonly string[] }
  | { readonly kind: 'quiet-time'; readonly quietTimeId: string }
  | { readonly kind: 'quota'; readonly quotaId: string; readonly scope: string }
  /** "Dinner": everything rests until a set instant (an override that covers "lockdown"). */
  | { readonly kind: 'lockdown'; readonly overrideId: string }
  /** The child is 18: nothing is judged any more. */
  | { readonly kind: 'of-age' }
  /** An address no rule can read (two dots in a row, an unknown scheme). */
  | { readonly kind: 'unreadable' };

export type Verdict = {
  readonly action: Action;
  readonly reason: Reason;
  /** When this verdict can change by itself; null if only a person can change it. */
  readonly until: Instant | null;
};

export const isTimeReason = (reason: Reason): boolean =>
  reason.kind === 'quiet-time' || reason.kind === 'quota' || reason.kind === 'lockdown';
/** Whether the tab must be replaced: "ask" closes the page too, and offers the question first. */
export const closesPage = (verdict: Verdict): boolean =>
  verdict.action === 'block' || verdict.action === 'ask';

/** As it may be stored: what was read in a page stays with the child. */
export const keptReason = (reason: Reason): Reason =>
  reason.kind === 'risk' ? { ...reason, signs: [] } : reason;
