import fc from 'fast-check';
import { expect, test } from 'vitest';

import { policyChanges, weakens } from '@/rules/policy/changes.ts';
import { closedAt } from '@/rules/time/next-stop.ts';
import { scopesOf } from '@/rules/time/quota.ts';
import type { TimeProfile } from '@/rules/time/rules-in-force.ts';

import {
  hostSets,
  moments,
  quietTimes,
  quotas,
  ruleSets,
  situations,
} from '../../support/any-time-rules.ts';
import { withChild } from '../../support/policy-changes.ts';

const unique = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  list.filter(({ id }, at) => list.findIndex((other) => other.id === id) === at);

/** One edit of the rules, as a guardian's page would save it. */
const edits = fc.oneof(
  quietTimes.map((list) => ({ quietTimes: list })),
  quotas.map((list) => ({ quotas: list })),
  ruleSets.map((list) => ({ ruleSets: unique(list) })),
  hostSets.map((list) => ({ hostSets: list })),
);
/** More of the same: what is added to rules often weakens nothing. */
const additions = fc
  .record({ quietTimes, quotas, ruleSets })
  .map((more) => (rules: TimeProfile) => ({
    quietTimes: [...rules.quietTimes, ...more.quietTimes],
    quotas: [...rules.quotas, ...more.quotas],
    ruleSets: unique([...(rules.ruleSets ?? []), ...more.ruleSets]),
  }));

test('after a change that weakens nothing, whatever time had closed is closed still', () => {
  fc.assert(
    fc.property(
      situations,
      moments,
      edits,
      additions,
      fc.boolean(),
      (old, moment, edit, add, adds) => {
        const { born: _, ...rules } = old.profile;
        const before = { ...rules, ruleSets: unique(rules.ruleSets ?? []) };
        const after = adds ? { ...before, ...add(before) } : { ...before, ...edit };
        fc.pre(!weakens(policyChanges(withChild(before), withChild(after))));
        const closes = (profile: TimeProfile) =>
          closedAt(
            {
              ...old,
              profile,
              scopes: scopesOf(['www.a.test', 'a.test', 'test'], ['games'], profile.hostSets),
            },
            moment,
          ) !== null;
        fc.pre(closes(before));
        expect(closes(after)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
