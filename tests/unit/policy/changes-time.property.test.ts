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

/** One edit of the rules, as a guardian's page would save it, or more rules of each kind: these often weaken nothing. */
const changes: fc.Arbitrary<(rules: TimeProfile) => TimeProfile> = fc.oneof(
  quietTimes.map((list) => (rules: TimeProfile) => ({ ...rules, quietTimes: list })),
  quotas.map((list) => (rules: TimeProfile) => ({ ...rules, quotas: list })),
  ruleSets.map((list) => (rules: TimeProfile) => ({ ...rules, ruleSets: unique(list) })),
  hostSets.map((list) => (rules: TimeProfile) => ({ ...rules, hostSets: list })),
  fc.record({ quietTimes, quotas, ruleSets }).map((more) => (rules: TimeProfile) => ({
    ...rules,
    quietTimes: [...rules.quietTimes, ...more.quietTimes],
    quotas: [...rules.quotas, ...more.quotas],
    ruleSets: unique([...(rules.ruleSets ?? []), ...more.ruleSets]),
  })),
);

/** One kind of rule at a time shows best what a change does to it. */
const only = (kind: 'both' | 'quietTimes' | 'quotas', rules: TimeProfile): TimeProfile => {
  const strip = <T extends Pick<TimeProfile, 'quietTimes' | 'quotas'>>(from: T): T => ({
    ...from,
    ...(kind === 'quotas' ? { quietTimes: [] } : {}),
    ...(kind === 'quietTimes' ? { quotas: [] } : {}),
  });
  return { ...strip(rules), ruleSets: unique(rules.ruleSets ?? []).map(strip) };
};

test.each(['both', 'quietTimes', 'quotas'] as const)(
  'after a change that weakens nothing, whatever time had closed is closed still: %s',
  (kind) => {
    fc.assert(
      fc.property(situations, moments, changes, (old, moment, change) => {
        const { born: _, ...rules } = old.profile;
        const before = only(kind, rules);
        const after = only(kind, change(before));
        fc.pre(!weakens(policyChanges(withChild(before), withChild(after))));
        const closes = (profile: TimeProfile) => {
          const scopes = scopesOf(['www.a.test', 'a.test', 'test'], ['games'], profile.hostSets);
          return closedAt({ ...old, overrides: [], profile, scopes }, moment) !== null;
        };
        fc.pre(closes(before));
        expect(closes(after)).toBe(true);
      }),
      { numRuns: 300 },
    );
  },
);
