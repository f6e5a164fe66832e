// What set-up knows so far. It survives a reload; the PIN and the recovery code are never in it.
import * as z from 'zod/mini';

import { startingChild } from '@/components/guardian/starting-child.ts';
import { ageBandSchema, childProfileSchema, type ChildProfile } from '@/rules/policy/schema.ts';

export const setupSteps = ['place', 'child', 'rules', 'secret', 'doors'] as const;

const draftSchema = z.strictObject({
  step: z.enum([...setupSteps, 'phone', 'hand-over']),
  /** Empty: not chosen yet, and nothing to guess from. */
  country: z.string().check(z.regex(/^(?:[A-Z]{2})?$/)),
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)),
  nickname: z.string().check(z.maxLength(40)),
  ageBand: z.nullable(ageBandSchema),
  /** The child's rules; null until a band is chosen. */
  profile: z.nullable(childProfileSchema),
});
export type SetupDraft = z.infer<typeof draftSchema>;
export type SetupStep = SetupDraft['step'];

/** A stored draft, or null where there is none that can be read. */
export function readDraft(untrusted: unknown): SetupDraft | null {
  const read = draftSchema.safeParse(untrusted);
  return read.success ? read.data : null;
}

/** The child as far as it is known; another band brings its own rules, the same band keeps what was adjusted. */
export function withChild(draft: SetupDraft, childId: string): SetupDraft {
  const { nickname, ageBand, profile } = draft;
  if (ageBand === null) return draft;
  const known: ChildProfile =
    profile?.ageBand === ageBand ? profile : startingChild(childId, nickname, ageBand);
  return { ...draft, profile: { ...known, nickname: nickname.trim() } };
}

/** Set-up is not over while the parent is still at the phone or the doors, or the child has not been told. */
export const isAfterFinish = (step: SetupStep): boolean =>
  step === 'phone' || step === 'doors' || step === 'hand-over';
