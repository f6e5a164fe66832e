// Rules that disagree, and which of them holds. The strictest one does, unless a set takes the place of others or a site
// is always open: a guardian sees both sentences, the one that wins first.
import type { Weekday } from '../policy/schema.ts';
import type { TimeProfile } from './rules-in-force.ts';
import type { RuleRef } from './sentence-data.ts';

export type Conflict = {
  readonly kind: /** Two limits for the same time: the smaller one holds. */
    | 'smaller-limit'
    /** A window lies partly over a longer or earlier one of another set: both close. */
    | 'longer-quiet-time'
    /** A set takes the place of this rule while it is in force. */
    | 'replaced'
    /** The rule names sites that are always open: it never acts on them. */
    | 'always-open';
  /** The rule that holds, or the set of rules ("replaced") or hosts ("always-open") that does. */
  readonly wins: RuleRef | { readonly kind: 'rule-set' | 'host-set'; readonly id: string };
  readonly loses: RuleRef;
  /** Weekdays on which it is so, in the order of the week. */
  readonly days: readonly Weekday[];
  /** First date on which it is so, from `date` on. */
  readonly from: string;
};

/** All disagreements from a date on, each once. */
export declare function conflictsOf(profile: TimeProfile, date: string): readonly Conflict[];
/** Only those that a visit in these scopes meets on the date. */
export declare function conflictsAt(
  profile: TimeProfile,
  scopes: readonly string[],
  date: string,
): readonly Conflict[];
