// What a child can propose with the rules as they are: nothing is offered that could not be given.
import { clockName } from '@/components/page/formats.ts';
import type { Services } from '@/components/services.ts';
import { withProposed } from '@/rules/growing/proposal.ts';
import {
  openableCategories,
  type Proposed,
  type ProposedKind,
  proposedKinds,
} from '@/rules/growing/proposed.ts';
import { everyQuietTime, everyQuota } from '@/rules/growing/take-step.ts';
import type { ProposalView } from '@/rules/messages/growing-replies.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import { scopeName } from './step-words.ts';

type Speaking = Pick<Services, 'text' | 'language'>;

/** Minutes on offer. */
export const minutesFor = (kind: ProposedKind): readonly number[] =>
  kind === 'own-limit' ? [30, 60, 90, 120] : [15, 30, 60];

/** A limit, a quiet time or a topic that a proposal can be about. */
export type Subject = { readonly value: string; readonly label: string };
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
  { text, language }: Speaking,
  child: ChildProfile,
  kind: ProposedKind,
): readonly Subject[] {
  if (kind === 'more-minutes') {
    return everyQuota(child).map(({ id, scope }) => ({
      value: id,
      label: scopeName(text, child, scope),
    }));
  }
  if (kind === 'later-quiet-time') {
    return everyQuietTime(child).map(({ id, from, to }) => ({
      value: id,
      label: text('growingQuietName', {
        from: clockName(language, from),
        to: clockName(language, to),
      }),
    }));
  }
  // A limit for what is closed would limit nothing.
  const isWanted = (action: string) => kind === 'open-category' || action !== 'block';
  return openableCategories
    .filter((category) => isWanted(child.filter.categories[category]))
    .map((category) => ({ value: category, label: text(`changeValueCategory_${category}`) }));
}
