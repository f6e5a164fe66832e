// A family with a growing-up plan, and what the background says of it.
import type { ChildGrowing, Growing, ProposalView } from '@/rules/messages/growing-replies.ts';
import type { AgeBand, ChildProfile, PlanStep, Policy } from '@/rules/policy/schema.ts';

import { aFamily, aProfile, noon } from './page-replies.ts';

const plannedSteps: readonly PlanStep[] = [
  {
    id: 'step-1',
    kind: 'open-category',
    category: 'shopping',
    on: '2026-10-01',
    agreedOn: '2026-08-01',
    takenOn: '2026-10-01',
  },
  {
    id: 'step-2',
    kind: 'more-minutes',
    ruleId: 'games',
    minutes: 15,
    afterCalmWeeks: 4,
    agreedOn: '2026-10-10',
  },
  { id: 'step-3', kind: 'next-band', on: '2027-05-14', agreedOn: '2026-10-10' },
];

const aPlannedChild = (band: AgeBand, steps = plannedSteps): ChildProfile => ({
  ...aProfile(band),
  plan: { steps: [...steps], agreedOn: '2026-10-10' },
});

export const aPlannedFamily = (band: AgeBand, steps = plannedSteps): Policy => ({
  ...aFamily(band),
  children: [aPlannedChild(band, steps)],
});

export const aProposal = (changes: Partial<ProposalView> = {}): ProposalView => ({
  id: 'proposal-1',
  childId: 'sara',
  proposedAt: noon - 3_600_000,
  proposed: { kind: 'later-quiet-time', ruleId: 'night', minutes: 30, afterCalmWeeks: 2 },
  words: 'I finish my homework before dinner now',
  state: 'open',
  refusal: null,
  ...changes,
});

const states: readonly ChildGrowing['steps'][number]['state'][] = [
  { kind: 'taken', on: '2026-10-01' },
  { kind: 'waits-for-calm', calmWeeks: 2, of: 4 },
  { kind: 'waits-for-date', on: '2027-05-14' },
];

export const aGrowing = (changes: Partial<ChildGrowing> = {}, steps = plannedSteps): Growing => ({
  today: '2026-11-21',
  children: [
    {
      childId: 'sara',
      steps: steps.map((step, at) => ({ step, state: states[at] ?? { kind: 'due' } })),
      ofAgeOn: null,
      isOfAge: false,
      proposals: [],
      ...changes,
    },
  ],
});
