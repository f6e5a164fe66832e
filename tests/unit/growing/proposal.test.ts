import { describe, expect, test } from 'vitest';

import {
  answerProposal,
  canPropose,
  keptProposals,
  openProposal,
  type Proposal,
  withProposed,
} from '@/rules/growing/proposal.ts';
import type { Proposed } from '@/rules/growing/proposed.ts';
import { policyChanges, weakens } from '@/rules/policy/changes.ts';
import { createChild } from '@/rules/policy/presets.ts';

import { aPolicy, noon } from '../../support/builders.ts';

const zara = createChild('zara', 'Zara', '9-12');
const dayMs = 86_400_000;
const social: Proposed = { kind: 'open-category', category: 'social' };
const ownLimit: Proposed = { kind: 'own-limit', category: 'video', minutes: 45 };
const proposal = (proposed: Proposed = social, parts: Partial<Proposal> = {}): Proposal => ({
  ...openProposal({ id: 'p1', childId: 'zara', proposed, words: 'please' }, noon),
  ...parts,
});
const tries = (proposed: Proposed, before: readonly Proposal[] = [], at = noon) => {
  const can = canPropose(before, zara, proposed, at);
  return can.ok ? 'may' : can.failure;
};
const given = { today: '2026-11-18', newId: 'new-1' };

describe('proposing', () => {
  test('is for what the rules can give', () => {
    expect(tries(social)).toBe('may');
    expect(tries({ kind: 'open-category', category: 'games' })).toBe('not-possible');
    expect(tries({ kind: 'more-minutes', ruleId: 'gone', minutes: 15 })).toBe('not-possible');
  });

  test.each(['adult', 'gambling', 'scam', 'bypass', 'self-harm', 'drugs'] as const)(
    'is not for %s',
    (category) => {
      expect(tries({ kind: 'open-category', category })).toBe('not-possible');
    },
  );

  test('is one open question about a thing, and three in all', () => {
    expect(tries(social, [proposal()])).toBe('already-open');
    const others = [
      proposal({ kind: 'open-category', category: 'shopping' }),
      proposal(ownLimit),
      proposal({ kind: 'more-minutes', ruleId: 'day', minutes: 15 }),
    ];
    expect(tries(social, others)).toBe('too-many');
    expect(tries({ kind: 'more-minutes', ruleId: 'day', minutes: 60 }, others.slice(2))).toBe(
      'already-open',
    );
  });

  test('rests for a week after a "not now"', () => {
    const refused = proposal(social, { state: 'refused', answeredAt: noon });
    expect(tries(social, [refused], noon + 7 * dayMs - 1)).toBe('too-soon');
    expect(tries(social, [refused], noon + 7 * dayMs)).toBe('may');
    expect(tries(ownLimit, [refused])).toBe('may');
  });

  test("does not wait for another child's questions", () => {
    expect(tries(social, [proposal(social, { childId: 'ali' })])).toBe('may');
  });
});

describe('a yes', () => {
  test('changes the rules at once where nothing else was proposed', () => {
    const changed = withProposed(zara, social, given);
    expect(changed.ok && changed.value.filter.categories.social).toBe('allow');
  });

  test('becomes a step of the plan where it was proposed for later', () => {
    const changed = withProposed(zara, { ...social, afterCalmWeeks: 4 }, given);
    expect(changed.ok && changed.value.filter).toEqual(zara.filter);
    expect(changed.ok && changed.value.plan).toEqual({
      agreedOn: '2026-11-18',
      steps: [
        {
          id: 'new-1',
          kind: 'open-category',
          category: 'social',
          afterCalmWeeks: 4,
          agreedOn: '2026-11-18',
        },
      ],
    });
  });

  test('weakens in every case but a limit of one’s own', () => {
    const isWeaker = (proposed: Proposed): boolean => {
      const changed = withProposed(zara, proposed, given);
      if (!changed.ok) throw new Error(changed.failure);
      return weakens(policyChanges(aPolicy(zara), aPolicy(changed.value)));
    };
    expect(isWeaker(social)).toBe(true);
    expect(isWeaker({ ...social, afterCalmWeeks: 4 })).toBe(true);
    expect(isWeaker({ kind: 'more-minutes', ruleId: 'day', minutes: 15 })).toBe(true);
    expect(isWeaker(ownLimit)).toBe(false);
  });

  test('sets a limit of one’s own once', () => {
    const changed = withProposed(zara, ownLimit, given);
    if (!changed.ok) throw new Error(changed.failure);
    expect(changed.value.quotas.at(-1)).toMatchObject({
      scope: 'category:video',
      minutes: { mon: 45, sun: 45 },
    });
    expect(withProposed(changed.value, ownLimit, given).ok).toBe(false);
  });

  test('gives nothing where the rules have changed meanwhile', () => {
    const open = {
      ...zara,
      filter: {
        ...zara.filter,
        categories: { ...zara.filter.categories, social: 'allow' as const },
      },
    };
    expect(withProposed(open, social, given)).toEqual({ ok: false, failure: 'not-possible' });
  });
});

test('a proposal is answered once, and a "not now" says why', () => {
  const refused = answerProposal(proposal(), 'talk-first', noon + 1);
  expect(refused.ok && refused.value).toMatchObject({
    state: 'refused',
    refusal: 'talk-first',
    answeredAt: noon + 1,
  });
  const agreed = answerProposal(proposal(), 'agree', noon + 1);
  expect(agreed.ok && agreed.value).toMatchObject({ state: 'agreed', refusal: null });
  expect(agreed.ok && answerProposal(agreed.value, 'too-old', noon + 2).ok).toBe(false);
});

test('answers are kept for half a year, open questions longer, and none of a child who has gone', () => {
  const old = noon - 200 * dayMs;
  const all = [
    proposal(social, { id: 'open', proposedAt: old }),
    proposal(social, { id: 'old', proposedAt: old, state: 'refused' }),
    proposal(social, { id: 'new', state: 'agreed' }),
    proposal(social, { id: 'gone', childId: 'gone' }),
  ];
  expect(keptProposals(all, ['zara'], noon).map(({ id }) => id)).toEqual(['open', 'new']);
});
