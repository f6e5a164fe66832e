import fc from 'fast-check';
import { expect, test } from 'vitest';

import { policyChanges, weakens } from '@/rules/policy/changes.ts';
import {
  actions,
  ageBands,
  categories,
  type ChildProfile,
  type Filter,
  languages,
  type Policy,
  weekdays,
} from '@/rules/policy/schema.ts';

import { day } from '../../support/policy-changes.ts';

const clock = fc
  .integer({ min: 0, max: 95 })
  .map(
    (cell) =>
      `${String(Math.floor(cell / 4)).padStart(2, '0')}:${String((cell % 4) * 15).padStart(2, '0')}`,
  );
const patterns = fc.uniqueArray(fc.constantFrom('a.test', 'b.test', 'c.test/x'));
const childOf = (id: string): fc.Arbitrary<ChildProfile> =>
  fc.record({
    id: fc.constant(id),
    nickname: fc.constantFrom('Zara', 'Ali'),
    ageBand: fc.constantFrom(...ageBands),
    filter: fc.record({
      allowlist: patterns,
      blocklist: patterns,
      categories: fc.record(
        Object.fromEntries(categories.map((name) => [name, fc.constantFrom(...actions)])) as Record<
          (typeof categories)[number],
          fc.Arbitrary<(typeof actions)[number]>
        >,
      ),
      unknown: fc.constantFrom(...actions),
      safeSearch: fc.boolean(),
      preferSafe: fc.boolean(),
      ageLabels: fc.constantFrom(...actions),
      lookalikes: fc.constantFrom(...actions),
    }),
    quietTimes: fc.array(
      fc.record({
        id: fc.constantFrom('x', 'y'),
        days: fc.subarray([...weekdays], { minLength: 1 }),
        from: clock,
        to: clock,
      }),
      { maxLength: 3 },
    ),
    quotas: fc.array(
      fc.record({
        id: fc.constantFrom('x', 'y'),
        scope: fc.constantFrom('all', 'category:games', 'host:a.test'),
        minutes: fc.dictionary(fc.constantFrom(...weekdays), fc.integer({ min: 0, max: 1440 })),
      }),
      { maxLength: 3 },
    ),
  });
const policies: fc.Arbitrary<Policy> = fc.record({
  schema: fc.constant('saathi-policy/1' as const),
  language: fc.constantFrom(...languages),
  country: fc.constantFrom('PK', 'IN'),
  timeZone: fc.constantFrom('Asia/Karachi', 'UTC'),
  activeChild: fc.constantFrom('zara', 'ali'),
  children: fc.tuple(childOf('zara'), childOf('ali')).map((pair): ChildProfile[] => pair),
});

test('a policy compared with itself has no changes', () => {
  fc.assert(
    fc.property(policies, (policy) => {
      expect(policyChanges(policy, JSON.parse(JSON.stringify(policy)) as Policy)).toStrictEqual([]);
    }),
  );
});

test('of two policies that differ in more than words, one way or the other weakens', () => {
  fc.assert(
    fc.property(policies, policies, (a, other) => {
      // Windows cut differently may close the very same minutes, and twins may follow the same rules.
      const b: Policy = {
        ...other,
        activeChild: a.activeChild,
        children: other.children.map((child, at) => ({
          ...child,
          quietTimes: a.children[at]?.quietTimes ?? [],
        })),
      };
      const [there, back] = [policyChanges(a, b), policyChanges(b, a)];
      const wordsOnly = new Set(['changeLanguage', 'changeNickname']);
      expect(there.length > 0).toBe(back.length > 0);
      expect(weakens(there) || weakens(back)).toBe(there.some(({ key }) => !wordsOnly.has(key)));
    }),
  );
});

test('tightening every dimension at once weakens nothing, and taking it back does', () => {
  fc.assert(
    fc.property(policies, (policy) => {
      const tightened: Policy = {
        ...policy,
        children: policy.children.map((child) => ({
          ...child,
          ageBand: '5-8',
          filter: {
            ...child.filter,
            allowlist: [],
            blocklist: [...child.filter.blocklist, 'new.test'],
            categories: Object.fromEntries(
              categories.map((name) => [name, 'block']),
            ) as Filter['categories'],
            unknown: 'block',
            safeSearch: true,
            preferSafe: true,
            ageLabels: 'block',
            lookalikes: 'block',
          },
          quietTimes: [
            ...child.quietTimes,
            { id: 'all', days: [...weekdays], from: '12:00', to: '11:00' },
          ],
          quotas: [...child.quotas, { ...day(0), id: 'none' }],
        })),
      };
      expect(weakens(policyChanges(policy, tightened))).toBe(false);
      expect(weakens(policyChanges(tightened, policy))).toBe(true);
    }),
  );
});
