// What a child proposes, and its life: open, then agreed or not now; or taken back and gone.
import * as z from 'zod/mini';

import { refusals } from '../messages/contract.ts';
import type { ProposalView } from '../messages/growing-replies.ts';
import { type ChildProfile, type PlanStep, type Quota, weekdays } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { fail, ok, type Result } from '../result.ts';
import { withStep } from './plan.ts';
import { openableCategories, type Proposed, proposedSchema } from './proposed.ts';
import { takeStep } from './take-step.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

export const proposalSchema = z.strictObject({
  id: text(40),
  childId: text(64),
  proposedAt: z.number(),
  proposed: proposedSchema,
  words: text(140),
  state: z.enum(['open', 'agreed', 'refused']),
  answeredAt: z.nullable(z.number()),
  refusal: z.nullable(z.enum(refusals)),
});
export type Proposal = z.infer<typeof proposalSchema>;
const keptCap = 60;
export const proposalsSchema = z.array(proposalSchema).check(z.maxLength(keptCap));

const openProposalCap = 3;
/** After a "not now" the same thing rests for a week. */
const pauseMs = 7 * 86_400_000;
const keptMs = 180 * 86_400_000;

export type ProposeFailure = 'already-open' | 'too-many' | 'too-soon' | 'not-possible';

/** Whether a child may propose this now, with the rules as they are. */
export function canPropose(
  proposals: readonly Proposal[],
  child: ChildProfile,
  proposed: Proposed,
  at: Instant,
): Result<true, ProposeFailure> {
  const own = proposals.filter(({ childId }) => childId === child.id);
  const same = own.filter((each) => subjectOf(each.proposed) === subjectOf(proposed));
  if (same.some(({ state }) => state === 'open')) return fail('already-open');
  if (own.filter(({ state }) => state === 'open').length >= openProposalCap) {
    return fail('too-many');
  }
  if (same.some((each) => isPausing(each, at))) return fail('too-soon');
  if (!isOffered(proposed)) return fail('not-possible');
  const tried = withProposed(child, proposed, { today: '1970-01-01', newId: 'tried' });
  return tried.ok ? ok(true) : fail('not-possible');
}

export const openProposal = (
  proposed: Pick<Proposal, 'id' | 'childId' | 'proposed' | 'words'>,
  at: Instant,
): Proposal => ({
  ...proposed,
  words: proposed.words.slice(0, 140),
  proposedAt: at,
  state: 'open',
  answeredAt: null,
  refusal: null,
});

/** Only an open one is answered: a second answer changes nothing. */
export const answerProposal = (
  proposal: Proposal,
  refusal: Proposal['refusal'] | 'agree',
  at: Instant,
): Result<Proposal, 'already-answered'> =>
  proposal.state === 'open'
    ? ok({
        ...proposal,
        answeredAt: at,
        ...(refusal === 'agree'
          ? { state: 'agreed', refusal: null }
          : { state: 'refused', refusal }),
      })
    : fail('already-answered');

/** Old answers go, the newest stay, and open ones of children who are still here. */
export const keptProposals = (
  proposals: readonly Proposal[],
  childIds: readonly string[],
  at: Instant,
): Proposal[] =>
  proposals
    .filter(({ childId }) => childIds.includes(childId))
    .filter(({ state, proposedAt }) => state === 'open' || at - proposedAt < keptMs)
    .slice(-keptCap);

export const viewOfProposal = ({ answeredAt: _answeredAt, ...seen }: Proposal): ProposalView =>
  seen;

/**
 * The child's rules after "yes": at once, or as a step of the plan where it was proposed for later. Fails where the rules
 * have changed so that nothing is left to give.
 */
export function withProposed(
  child: ChildProfile,
  proposed: Proposed,
  { today, newId }: { readonly today: string; readonly newId: string },
): Result<ChildProfile, 'not-possible'> {
  if (proposed.kind === 'own-limit') return withOwnLimit(child, proposed, newId);
  const { kind, ...about } = proposed;
  const step: PlanStep = { ...about, kind, id: newId };
  const taken = takeStep(child, step);
  if (!taken.ok) return fail('not-possible');
  if (proposed.afterCalmWeeks === undefined) return ok(taken.value);
  const planned = withStep(child, step, today);
  return planned === child ? fail('not-possible') : ok(planned);
}

const quotaCap = 20;

/** A limit that the child sets itself, the same on every day. */
function withOwnLimit(
  child: ChildProfile,
  { category, minutes }: Proposed,
  newId: string,
): Result<ChildProfile, 'not-possible'> {
  if (category === undefined || minutes === undefined) return fail('not-possible');
  const scope = `category:${category}`;
  const isThere = child.quotas.some((quota) => quota.scope === scope);
  if (isThere || child.quotas.length >= quotaCap) return fail('not-possible');
  const days = Object.fromEntries(weekdays.map((day) => [day, minutes])) as Quota['minutes'];
  return ok({ ...child, quotas: [...child.quotas, { id: newId, scope, minutes: days }] });
}

const isOffered = ({ kind, category }: Proposed): boolean =>
  kind !== 'open-category' || openableCategories.some((each) => each === category);

/** What it is about: one open question each, whatever the number of minutes. */
const subjectOf = ({ kind, ruleId, category }: Proposed): string =>
  [kind, ruleId, category].join(' ');

const isPausing = ({ state, answeredAt }: Proposal, at: Instant): boolean =>
  state === 'refused' && answeredAt !== null && at < answeredAt + pauseMs;
