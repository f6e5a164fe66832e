import { expect, test } from 'vitest';

import { childTable, filterTable } from '@/rules/policy/changes-child.ts';
import { policyChanges, policyTable, weakens } from '@/rules/policy/changes.ts';
import {
  type ChildProfile,
  childProfileSchema,
  filterSchema,
  type Policy,
  policySchema,
  weekdays,
} from '@/rules/policy/schema.ts';

import { aRuleSet } from '../../support/builders.ts';
import { growingCases } from '../../support/growing-changes.ts';
import { helpsCases } from '../../support/helps-changes.ts';
import {
  ali,
  base,
  both,
  cases as otherCases,
  day,
  night,
  withChild,
  zara,
} from '../../support/policy-changes.ts';
import { timeCases } from '../../support/time-changes.ts';

const cases = [...otherCases, ...timeCases, ...growingCases, ...helpsCases];

test.each(cases)('$field $what: $key', ({ before, after, key, isWeaker }) => {
  const changes = policyChanges(before, after);
  expect(changes.map((change) => change.key)).toContain(key);
  expect(weakens(changes)).toBe(isWeaker);
});

test('every field of the schema has its entry in the table and its cases in this test', () => {
  const tested = new Set(cases.map(({ field }) => field));
  // Fixed by the schema, or compared field by field in a table of its own.
  const elsewhere = new Set(['policy.schema', 'child.id', 'child.filter']);
  for (const [name, shape, table] of [
    ['policy', policySchema.shape, policyTable],
    ['child', childProfileSchema.shape, childTable],
    ['filter', filterSchema.shape, filterTable],
  ] as const) {
    const fields = Object.keys(shape);
    expect(Object.keys(table).toSorted()).toStrictEqual(fields.toSorted());
    for (const field of fields) {
      expect(
        tested.has(`${name}.${field}`) || elsewhere.has(`${name}.${field}`),
        `${name}.${field}`,
      ).toBe(true);
    }
  }
});

test('lists in another order, or none in another way, are no change', () => {
  const with2 = { ...base, lists: { catalogue: ['a', 'b'], own: [], feeds: [] } };
  const turned = { ...base, lists: { catalogue: ['b', 'a'], own: [], feeds: [] } };
  expect(policyChanges(with2, turned)).toStrictEqual([]);
  const empty = { ...base, lists: { catalogue: [], own: [], feeds: [] } };
  expect(policyChanges(base, empty)).toStrictEqual([]);
  expect(policyChanges(empty, base)).toStrictEqual([]);
});

test('a list at another address is one turned off and another one turned on, both by name', () => {
  const at = (url: string): Policy => ({
    ...base,
    lists: {
      catalogue: [],
      own: [{ id: 'own-1', name: 'Our list', url, category: 'games' }],
      feeds: [],
    },
  });
  const changes = policyChanges(at('https://a.test/'), at('https://b.test/'));
  expect(changes.map(({ key, values }) => [key, values])).toStrictEqual([
    ['changeListOn', { name: 'Our list' }],
    ['changeListOff', { name: 'Our list' }],
  ]);
});

test('a list of the catalogue is told by its name, an unknown one by its id', () => {
  const after = { ...base, lists: { catalogue: ['oisd-nsfw', 'gone'], own: [], feeds: [] } };
  expect(policyChanges(base, after).map(({ values }) => values['name'])).toStrictEqual([
    'OISD NSFW',
    'gone',
  ]);
});

test('set-up is one entry and weakens nothing', () => {
  expect(policyChanges(null, base)).toStrictEqual([
    { childId: null, key: 'changeSetUp', values: {}, weakens: false },
  ]);
});

test('renaming, reordering or splitting rules is no change', () => {
  const split = withChild({
    quietTimes: [{ id: 'x', days: [...weekdays].toReversed(), from: '20:30', to: '06:30' }],
    quotas: [
      { id: 'a', scope: 'all', minutes: { mon: 90, tue: 90, wed: 90, thu: 90, fri: 90 } },
      { id: 'b', scope: 'all', minutes: { sat: 120, sun: 120 } },
    ],
  });
  expect(policyChanges(base, split)).toStrictEqual([]);
  expect(policyChanges(both, { ...both, children: both.children.toReversed() })).toStrictEqual([]);
});

test('a quiet time cut in two at midnight weakens nothing', () => {
  const cut = withChild({
    quietTimes: [
      { ...night, id: 'evening', to: '24:00' },
      { ...night, id: 'morning', from: '00:00' },
    ],
  });
  expect(weakens(policyChanges(base, cut))).toBe(false);
});

test('cut in two at midnight, a night ends early where a set takes the place of the next day’s rules', () => {
  const ruleSets = [aRuleSet({ replaces: true, days: ['sun'] })];
  const halves = [
    { ...night, id: 'evening', to: '24:00' },
    { ...night, id: 'morning', from: '00:00' },
  ];
  const [whole, cut] = [[night], halves].map((quietTimes) => withChild({ quietTimes, ruleSets }));
  expect(whole && cut && weakens(policyChanges(whole, cut))).toBe(true);
  expect(whole && cut && weakens(policyChanges(cut, whole))).toBe(true);
});

test('days that change alike are told together', () => {
  const changes = policyChanges(base, withChild({ quotas: [day(100)] }));
  expect(
    changes.map(({ values, weakens: isWeaker }) => [values['from'], values['to'], isWeaker]),
  ).toStrictEqual([
    ['90', '100', true],
    ['120', '100', false],
  ]);
});

const twinsWith = (quotas: ChildProfile['quotas']): Policy => ({
  ...base,
  children: [
    { ...zara(), quotas },
    { ...zara(), quotas, id: 'twin', nickname: 'Twin' },
  ],
});

test('switching to a child with the very same rules is free where no time is measured', () => {
  const twins = twinsWith([]);
  expect(weakens(policyChanges(twins, { ...twins, activeChild: 'twin' }))).toBe(false);
});

test('a spent quota is not had again by switching to a twin, nor to one added for it', () => {
  const twins = twinsWith([day(60)]);
  expect(weakens(policyChanges(twins, { ...twins, activeChild: 'twin' }))).toBe(true);
  const alone = { ...twins, children: twins.children.slice(0, 1) };
  expect(weakens(policyChanges(alone, { ...twins, activeChild: 'twin' }))).toBe(true);
});

test('a switch is judged by the rules before and after, not by rules loosened in the same save', () => {
  const loosened = {
    ...both,
    activeChild: 'ali',
    children: [zara(), { ...ali, filter: { ...ali.filter, unknown: 'allow' as const } }],
  };
  expect(
    policyChanges(both, loosened)
      .filter((change) => change.weakens)
      .map(({ key }) => key),
  ).toStrictEqual(['changeActiveChild', 'changeUnknown']);
});

test('where the active child has no profile the first one rules, so another order is a switch', () => {
  const nobody: Policy = { ...both, activeChild: 'nobody', children: [ali, zara()] };
  const turned: Policy = { ...nobody, children: [zara(), ali] };
  expect(weakens(policyChanges(nobody, turned))).toBe(true);
});

test('a spent quota of a set of rules is not had again by switching either', () => {
  const ruleSets = [aRuleSet({ quotas: [day(60)] })];
  const twins: Policy = {
    ...base,
    children: [
      { ...zara(), quotas: [], ruleSets },
      { ...zara(), quotas: [], ruleSets, id: 'twin', nickname: 'Twin' },
    ],
  };
  expect(weakens(policyChanges(twins, { ...twins, activeChild: 'twin' }))).toBe(true);
});

test('sets in another order are no change, and each change of several is told with what it does', () => {
  const [a, b] = [
    aRuleSet({ id: 'a', name: 'A', quotas: [day(30)] }),
    aRuleSet({ id: 'b', name: 'B', quotas: [{ ...day(30), scope: 'category:games' }] }),
  ];
  const sets = withChild({ ruleSets: [a, b] });
  expect(policyChanges(sets, withChild({ ruleSets: [b, a] }))).toStrictEqual([]);
  const changed = withChild({
    ruleSets: [
      { ...a, quotas: [day(20)] },
      { ...b, quotas: [] },
    ],
  });
  expect(
    policyChanges(sets, changed).map(({ values, weakens: isWeaker }) => [values['name'], isWeaker]),
  ).toStrictEqual([
    ['A', false],
    ['B', true],
  ]);
});

test('a limit on a set of sites is told by the name of the set', () => {
  const hostSets = [{ id: 'fun', name: 'Fun sites', hosts: ['a.test'] }];
  const quotas = [{ ...day(30), scope: 'set:fun' }];
  const changes = policyChanges(
    withChild({ hostSets, quotas: [] }),
    withChild({ hostSets, quotas }),
  );
  expect(changes.map(({ values }) => values['scope'])).toContain('Fun sites');
});
