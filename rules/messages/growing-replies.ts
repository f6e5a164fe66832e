// What is said about growing up: types only, as in replies.ts.
import type { StepState } from '../growing/plan.ts';
import type { Proposed } from '../growing/proposed.ts';
import type { PlanStep } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import type { Refusal } from './contract.ts';

export type ProposalView = {
  readonly id: string;
  readonly childId: string;
  readonly proposedAt: Instant;
  readonly proposed: Proposed;
  readonly words: string;
  readonly state: 'open' | 'agreed' | 'refused';
  readonly refusal: Refusal | null;
};

/** One child's plan against the calendar. Nothing in it comes from help, reports or questions. */
export type ChildGrowing = {
  readonly childId: string;
  readonly steps: readonly { readonly step: PlanStep; readonly state: StepState }[];
  /** The date of the 18th birthday; null: no day of birth is known. */
  readonly ofAgeOn: string | null;
  readonly isOfAge: boolean;
  readonly proposals: readonly ProposalView[];
};
export type Growing = { readonly today: string; readonly children: readonly ChildGrowing[] };
export type ProposalChanged = { readonly proposal: ProposalView };
