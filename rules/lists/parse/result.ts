// What reading a list can give: its failures, its limits, and the sums at its end.
import type { ListProblem } from '../list-state.ts';

export const listFormats = ['plain', 'hosts', 'adblock', 'dnsmasq', 'zone', 'ranked'] as const;
export type ListFormat = (typeof listFormats)[number];

/**
 * Why an entry is no host that a list may name. "page": a path or a port, more than a list may say.
 * "single-label": no dot, as in "com" or a word of a sentence.
 */
export const refusedReasons = ['ip', 'single-label', 'page', 'invalid'] as const;
export type RefusedReason = (typeof refusedReasons)[number];

export const listFailures = [
  'html',
  'binary',
  'packed',
  'utf-16',
  'long-line',
  'too-many-hosts',
  'too-many-bytes',
  'no-hosts',
  'not-a-list',
  'ended',
] as const;
export type ListFailureKind = (typeof listFailures)[number];

/** The place is that of the fault, or of the first line of its kind; both count from the start of the list. */
export type ListFailure = {
  readonly kind: ListFailureKind;
  /** From 1. */
  readonly line: number;
  /** From 0. */
  readonly byte: number;
  /** The form that was found instead ("gzip"), the limit that was passed ("8000000"), or ''. */
  readonly detail: string;
};

export type ListLimits = {
  readonly mostBytes: number;
  readonly mostHosts: number;
  /** Bytes of one line. */
  readonly longestLine: number;
};

/** The largest published list of a category has 5 million hosts; a zone file says each of them twice. */
export const listLimits: ListLimits = {
  mostBytes: 400_000_000,
  mostHosts: 8_000_000,
  longestLine: 65_536,
};

export type ListSummary = {
  /** The form of most entries. */
  readonly format: ListFormat;
  /** Hosts given out; neighbours that are equal count once, equal ones further apart each. */
  readonly hosts: number;
  readonly bytes: number;
  readonly lines: number;
  /** Rules that are well-formed and name no whole host to close: exceptions, cosmetic rules, redirects. */
  readonly skipped: number;
  readonly refused: Readonly<Record<RefusedReason, number>>;
  /** The first refused entry, for whoever wants to mend the list. */
  readonly firstRefused: { readonly line: number; readonly reason: RefusedReason } | null;
};

/** How a failure to read a list is shown and stored. */
export const problemOf = ({ kind }: ListFailure): ListProblem =>
  kind === 'too-many-bytes' || kind === 'too-many-hosts' ? 'too-big' : 'not-a-list';
