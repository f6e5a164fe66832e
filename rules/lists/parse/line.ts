// What one line of a list says, whatever its form. Only whole hosts are taken; no expression, redirect or markup is.
import type { ListFormat, RefusedReason } from './result.ts';

export type Line =
  /** As written; each is still to be made canonical or refused. */
  | {
      readonly kind: 'names';
      readonly format: ListFormat;
      readonly names: readonly string[];
      readonly rank: number | null;
    }
  /** Well-formed, but it names no whole host to close. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'refused'; readonly reason: RefusedReason }
  /** Blank, a comment or a header. */
  | { readonly kind: 'empty' };

/** What earlier lines said that bears on later ones. */
export type LineContext = {
  /** A bare name in an Adblock list is a piece of an address, no host. */
  isAdblock: boolean;
  /** Within the parentheses of a record that runs over many lines. */
  isInRecord: boolean;
  /** $ORIGIN of a zone, without its last dot; ''. */
  origin: string;
  /** No rule was seen yet. */
  isAtStart: boolean;
};

export const startOfList = (): LineContext => ({
  isAdblock: false,
  isInRecord: false,
  origin: '',
  isAtStart: true,
});

export const empty: Line = { kind: 'empty' };
export const skipped: Line = { kind: 'skipped' };
export const named = (
  format: ListFormat,
  names: readonly string[],
  rank: number | null = null,
): Line => ({ kind: 'names', format, names, rank });
