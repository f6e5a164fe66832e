// The differences between two states of a child's rules. See changes.ts for the law these tables follow.
import type { PolicyChange } from '../messages/replies.ts';
import { bornDifferences, planDifferences } from './changes-growing.ts';
import { helpsDifferences, privateWordsDifferences } from './changes-helps.ts';
import { hostSetDifferences, ruleSetDifferences } from './changes-sets.ts';
import { type Difference, quietTimeDifferences, quotaDifferences } from './changes-time.ts';
import {
  type Action,
  ageBands,
  type Category,
  categories,
  type ChildProfile,
  type Filter,
  type HostSet,
  actions,
} from './schema.ts';

type CompareChild = (before: ChildProfile, after: ChildProfile) => readonly Difference[];
type CompareFilter = (before: Filter, after: Filter) => readonly Difference[];

export function childDifferences(
  before: ChildProfile,
  after: ChildProfile,
  nickname: string,
): PolicyChange[] {
  return Object.values(childTable)
    .flatMap((compare) => compare(before, after))
    .map((difference) => ({
      ...difference,
      childId: after.id,
      values: { child: nickname, ...difference.values },
    }));
}

export const childTable: Readonly<Record<keyof Required<ChildProfile>, CompareChild>> = {
  // Children are matched by id before they are compared.
  id: () => [],
  nickname: (before, after) =>
    before.nickname === after.nickname
      ? []
      : [difference('changeNickname', { from: before.nickname, to: after.nickname }, false)],
  // The band decides about words, warnings and what a guardian sees.
  ageBand: (before, after) =>
    before.ageBand === after.ageBand
      ? []
      : [
          difference(
            'changeAgeBand',
            { from: before.ageBand, to: after.ageBand },
            ageBands.indexOf(after.ageBand) > ageBands.indexOf(before.ageBand),
          ),
        ],
  filter: (before, after) =>
    Object.values(filterTable).flatMap((compare) => compare(before.filter, after.filter)),
  quietTimes: (before, after) =>
    quietTimeDifferences(
      before.quietTimes,
      after.quietTimes,
      setsOf(before, after),
      [before, after].some(({ ruleSets = [] }) => ruleSets.some(({ replaces }) => replaces)),
    ),
  quotas: (before, after) => quotaDifferences(before.quotas, after.quotas, setsOf(before, after)),
  ruleSets: ruleSetDifferences,
  hostSets: hostSetDifferences,
  born: bornDifferences,
  plan: planDifferences,
  helps: helpsDifferences,
  privateWords: privateWordsDifferences,
};

export const filterTable: Readonly<Record<keyof Required<Filter>, CompareFilter>> = {
  allowlist: (before, after) => [
    ...missingFrom(before.allowlist, after.allowlist).map((pattern) =>
      difference('changeAllowlistAdded', { pattern }, true),
    ),
    ...missingFrom(after.allowlist, before.allowlist).map((pattern) =>
      difference('changeAllowlistRemoved', { pattern }, false),
    ),
  ],
  blocklist: (before, after) => [
    ...missingFrom(before.blocklist, after.blocklist).map((pattern) =>
      difference('changeBlocklistAdded', { pattern }, false),
    ),
    ...missingFrom(after.blocklist, before.blocklist).map((pattern) =>
      difference('changeBlocklistRemoved', { pattern }, true),
    ),
  ],
  words: ({ words: before = [] }, { words: after = [] }) => [
    ...missingFrom(before, after).map((word) => difference('changeWordAdded', { word }, false)),
    ...missingFrom(after, before).map((word) => difference('changeWordRemoved', { word }, true)),
  ],
  categories: (before, after) =>
    categories.flatMap((category) =>
      actionDifference('changeCategory', before.categories[category], after.categories[category], {
        categoryKey: categoryKey(category),
      }),
    ),
  unknown: (before, after) => actionDifference('changeUnknown', before.unknown, after.unknown),
  safeSearch: (before, after) =>
    switchDifference('changeSafeSearch', before.safeSearch, after.safeSearch),
  preferSafe: (before, after) =>
    switchDifference('changePreferSafe', before.preferSafe, after.preferSafe),
  ageLabels: (before, after) =>
    actionDifference('changeAgeLabels', before.ageLabels, after.ageLabels),
  lookalikes: (before, after) =>
    actionDifference('changeLookalikes', before.lookalikes, after.lookalikes),
};

/** Sets as they are now called, and those that are gone. */
const setsOf = (before: ChildProfile, after: ChildProfile): readonly HostSet[] => [
  ...(after.hostSets ?? []),
  ...(before.hostSets ?? []),
];

const categoryKey = (category: Category): string => `changeValueCategory_${category}`;

function actionDifference(
  key: string,
  from: Action,
  to: Action,
  values: PolicyChange['values'] = {},
): readonly Difference[] {
  if (from === to) return [];
  const isMilder = actions.indexOf(to) < actions.indexOf(from);
  const words = { fromKey: `changeValueAction_${from}`, toKey: `changeValueAction_${to}` };
  return [difference(key, { ...values, ...words }, isMilder)];
}

const switchDifference = (key: string, from: boolean, to: boolean): readonly Difference[] =>
  from === to ? [] : [difference(`${key}${to ? 'On' : 'Off'}`, {}, !to)];

function missingFrom(there: readonly string[], here: readonly string[]): readonly string[] {
  const known = new Set(there);
  return [...new Set(here)].filter((pattern) => !known.has(pattern));
}

const difference = (
  key: string,
  values: PolicyChange['values'],
  isWeaker: boolean,
): Difference => ({ key, values, weakens: isWeaker });
