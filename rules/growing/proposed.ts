// The small set of things a child can propose. Data only, so that a guardian reads the same sentence the child wrote.
import * as z from 'zod/mini';

import { type Category, categorySchema } from '../policy/schema.ts';

export const proposedKinds = [
  'more-minutes',
  'later-quiet-time',
  'open-category',
  'own-limit',
] as const;

/** Topics that a child may ask to have opened. What is never a question for a child is not among them. */
export const openableCategories = [
  'games',
  'video',
  'social',
  'shopping',
  'stranger-chat',
] as const satisfies readonly Category[];

export const proposedSchema = z.strictObject({
  kind: z.enum(proposedKinds),
  /** Of the limit (more-minutes) or quiet time (later-quiet-time). */
  ruleId: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  /** More minutes, later by minutes, or the minutes a day of a limit of one's own. */
  minutes: z.optional(z.int().check(z.minimum(5), z.maximum(240))),
  category: z.optional(categorySchema),
  /** Only after so many calm weeks; without it: at once. */
  afterCalmWeeks: z.optional(z.int().check(z.minimum(1), z.maximum(26))),
});
export type Proposed = z.infer<typeof proposedSchema>;
export type ProposedKind = Proposed['kind'];
