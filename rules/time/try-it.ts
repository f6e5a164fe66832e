// "Try it": what the time rules would say at a chosen moment, for a chosen site. Nothing is counted and nobody is asked.
import type { Category } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import type { TimeReason } from './next-stop.ts';
import type { TimeProfile } from './rules-in-force.ts';
import type { RuleRef } from './sentence-data.ts';

export type Trial = {
  readonly zone: string;
  /** Local date and wall time, "2026-11-23" and "19:30". */
  readonly date: string;
  readonly time: string;
  /** The site that is tried; "" for any site of the category, or for browsing as such. */
  readonly host: string;
  /** Its categories: for a host as the background tells them ("time.spot"). */
  readonly categories: readonly Category[];
  /** Minutes already used that day, all on this site or category. */
  readonly usedMinutes: number;
};

export type TrialOutcome = {
  readonly at: Instant;
  readonly weekday: string;
  /** Always open: no time rule looks at it. */
  readonly isAlwaysOpen: boolean;
  /** Sets in force on the date. */
  readonly setIds: readonly string[];
  /** null: open. `until` null: only a person can open it. */
  readonly closed: {
    readonly reason: TimeReason;
    readonly rule: RuleRef | null;
    readonly until: Instant | null;
  } | null;
  /** While open: when it stops if browsing goes on; null: not within eight days. */
  readonly stop: {
    readonly at: Instant;
    readonly reason: TimeReason;
    readonly rule: RuleRef | null;
  } | null;
  /** Every limit that counts this visit on that date, with what is left of it. */
  readonly limits: readonly {
    readonly rule: RuleRef;
    readonly scope: string;
    readonly leftSeconds: number;
  }[];
};

export declare function tryTimeRules(profile: TimeProfile, trial: Trial): TrialOutcome;
