// The growing-up plan, and what a child proposes.
import * as z from 'zod/mini';

import { proposedSchema } from '../growing/proposed.ts';
import { define } from './define.ts';
import type * as Growing from './growing-replies.ts';
import type { Done } from './replies.ts';

const id = z.string().check(z.minLength(1), z.maxLength(64));
const nothing = z.strictObject({});
const proposalAnswers = ['agree', 'too-old', 'talk-first', 'not-safe', 'enough-today'] as const;

export const growingContract = {
  'growing.read': define<Growing.Growing>()({ from: ['options', 'mine'], body: nothing }),
  /** For the active child: only a child's own page proposes. */
  'proposal.make': define<Growing.ProposalChanged>()({
    from: ['mine'],
    body: z.strictObject({
      proposed: proposedSchema,
      words: z.string().check(z.maxLength(140)),
    }),
  }),
  'proposal.withdraw': define<Done>()({
    from: ['mine'],
    body: z.strictObject({ proposalId: id }),
  }),
  /** "agree" changes the rules, and needs the token where that weakens them; the others say why not now. */
  'proposal.answer': define<Growing.ProposalChanged>()({
    from: ['options'],
    body: z.strictObject({
      proposalId: id,
      answer: z.enum(proposalAnswers),
      token: z.optional(z.string().check(z.maxLength(64))),
    }),
  }),
} as const;
