// What a desk for trials looks like from outside, be it the embedded one or the real Request Tracker.
import type { Desk } from '../../rules/policy/desk-schema.ts';

export type DeskTicket = {
  readonly id: number;
  readonly subject: string;
  readonly status: string;
  readonly reportId: string;
  /** What its owner asks by, at a desk that answers. */
  readonly receipt?: string;
  readonly category: string;
  /** Everything that was sent under this ticket, first letter first. */
  readonly contents: readonly string[];
};

export type TrialDesk = {
  readonly name: string;
  /** As a policy or a pack names it, if not as a ticket system. */
  readonly asDesk?: Desk;
  /** Base address, for a desk's `endpoint`. */
  readonly url: string;
  readonly queue: string;
  readonly user: string;
  readonly password: string;
  /** Live tickets as a desk officer sees them, oldest first; with a report id only those that carry it. */
  readonly tickets: (reportId?: string) => Promise<readonly DeskTicket[]>;
  readonly close: () => Promise<void>;
};

export const trialQueue = 'Child Protection';
export const trialUser = 'saathi-intake';
export const trialPassword = 'intake-pass';
/** Request Tracker's own first user, on a trial machine only. */
export const officer = { user: 'root', password: 'password' } as const;

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
