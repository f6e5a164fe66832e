// What a child can propose with the rules as they are: nothing is offered that could not be given.
import { withProposed } from '@/rules/growing/proposal.ts';
import {
  openableCategories,
  type Proposed,
  type ProposedKind,
  proposedKinds,
} from '@/rules/growing/proposed.ts';
import type { ProposalView } from '@/rules/messages/growing-replies.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import {
  limitSubjects,
  quietTimeSubjects,
  type Speaking,
  type Subject,
  topicSubjects,
} from './subjects.ts';

/** Minutes on offer. */
export const minutesFor = (kind: ProposedKind): readonly number[] =>
  kind === 'own-limit' ? [30, 60, 90, 120] : [15, 30, 60];

export type Proposable = { readonly kind: ProposedKind; readonly subjects: readonly Subject[] };

export function proposable(
  speaking: Speaking,
  child: ChildProfile,
  proposals: readonly ProposalView[],
): readonly Proposable[] {
  return proposedKinds
    .map((kind) => ({
      kind,
      subjects: subjectsOf(speaking, child, kind).filter(({ value }) => {
        const [smallest = 15] = minutesFor(kind);
        const tried = proposedOf(kind, value, smallest);
        const isOpen = proposals.some(
          ({ state, proposed }) => state === 'open' && isSameSubject(proposed, tried),
        );
        return !isOpen && withProposed(child, tried, { today: '1970-01-01', newId: 'tried' }).ok;
      }),
    }))
    .filter(({ subjects }) => subjects.length > 0);
}

export const proposedOf = (kind: ProposedKind, subject: string, minutes: number): Proposed => {
  const category = openableCategories.find((each) => each === subject);
  if (kind === 'open-category') return { kind, category };
  return kind === 'own-limit' ? { kind, category, minutes } : { kind, ruleId: subject, minutes };
};

const isSameSubject = (a: Proposed, b: Proposed): boolean =>
  a.kind === b.kind && a.ruleId === b.ruleId && a.category === b.category;

function subjectsOf(
  speaking: Speaking,
  child: ChildProfile,
  kind: ProposedKind,
): readonly Subject[] {
  if (kind === 'more-minutes') return limitSubjects(speaking, child);
  if (kind === 'later-quiet-time') return quietTimeSubjects(speaking, child);
  // A limit for what is closed would limit nothing.
  const isWanted = (action: string) => kind === 'open-category' || action !== 'block';
  return topicSubjects(
    speaking,
    openableCategories.filter((category) => isWanted(child.filter.categories[category])),
  );
}
