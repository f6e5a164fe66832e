import type { Instant } from '../policy/verdict.ts';

/** The desk's word that it has the report. */
export type Receipt = {
  /** The number of the ticket at the desk. */
  readonly ticket: string;
  readonly desk: string;
  readonly receivedAt: Instant;
  /** The same, signed by the desk (compact JWS): proof that the report existed then and has not been altered since. */
  readonly signed?: string;
};
