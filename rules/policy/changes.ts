// Every difference between two policies, and whether it weakens protection. The tables below are the only place that
// knows: each has an entry for every field of the schema, so a new field does not compile until someone has decided.
import type { PolicyChange } from '../messages/replies.ts';
import { childDifferences } from './changes-child.ts';
import { grantKeyChanges } from './changes-grants.ts';
import { listChanges } from './changes-lists.ts';
import type { ChildProfile, Policy } from './schema.ts';

type PolicyField = keyof Required<Policy>;
type Compare = (before: Policy, after: Policy) => readonly PolicyChange[];

/** The changes from one policy to the next; from none at all it is set-up. */
export function policyChanges(before: Policy | null, after: Policy): PolicyChange[] {
  if (before === null) return [change('changeSetUp', {}, false)];
  return Object.values(policyTable).flatMap((compare) => compare(before, after));
}

/** Whether saving needs the guardian: one weakening among many changes is enough. */
export const weakens = (changes: readonly PolicyChange[]): boolean =>
  changes.some((each) => each.weakens);

export const policyTable: Readonly<Record<PolicyField, Compare>> = {
  schema: () => [],
  // Other words take no rule away.
  language: (before, after) =>
    before.language === after.language
      ? []
      : [change('changeLanguage', { languageKey: `changeValueLanguage_${after.language}` }, false)],
  // Another country is other help, and another desk where its pack names one: which packs do is not known here, and where
  // reports go is for nobody but the guardian.
  country: (before, after) =>
    before.country === after.country
      ? []
      : [change('changeCountry', { from: before.country, to: after.country }, true)],
  // Another zone moves bedtime and the start of the day.
  timeZone: (before, after) =>
    before.timeZone === after.timeZone
      ? []
      : [change('changeTimeZone', { from: before.timeZone, to: after.timeZone }, true)],
  activeChild: activeChildChanges,
  children: childrenChanges,
  lists: ({ lists: before }, { lists: after }) => listChanges(before, after),
  grantKeys: ({ grantKeys: before }, { grantKeys: after, children }) =>
    grantKeyChanges(before, after, children),
  // Reports of a child go there: nobody but the guardian chooses the desk.
  desk: (before, after) =>
    sameValue(before.desk, after.desk)
      ? []
      : [
          after.desk === undefined
            ? change('changeDeskRemoved', { name: before.desk?.name ?? '' }, true)
            : change('changeDesk', { name: after.desk.name }, true),
        ],
};

/**
 * Switching is free only to a child whose rules are at least as strict in every dimension. Used time is one: where it is
 * measured, another child's day, or that of a profile just added, would be a second allowance.
 */
function activeChildChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  const [from, to] = [activeOf(before), activeOf(after)];
  if (before.activeChild === after.activeChild && from?.id === to?.id) return [];
  const isAsStrict =
    from !== undefined &&
    to !== undefined &&
    to.id === after.activeChild &&
    [from, ...(from.ruleSets ?? [])].every(({ quotas }) => quotas.length === 0) &&
    !weakens(childDifferences(from, to, to.nickname));
  const values = { from: from?.nickname ?? '', to: to?.nickname ?? '' };
  return [change('changeActiveChild', values, !isAsStrict)];
}

// Where no profile has the name of the active child, the first one rules.
const activeOf = (policy: Policy): ChildProfile | undefined =>
  childOf(policy, policy.activeChild) ?? policy.children[0];

function childrenChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  const removed = firstOfEach(before.children)
    .filter(({ id }) => childOf(after, id) === undefined)
    .map(({ id, nickname }) => change('changeChildRemoved', { child: nickname }, true, id));
  const added = firstOfEach(after.children)
    .filter(({ id }) => childOf(before, id) === undefined)
    // A day of birth that is new is believed at once: only the guardian brings one in.
    .map(({ id, nickname, ageBand, born }) =>
      change('changeChildAdded', { child: nickname, band: ageBand }, born !== undefined, id),
    );
  const kept = firstOfEach(after.children).flatMap((child) => {
    const old = childOf(before, child.id);
    return old === undefined ? [] : childDifferences(old, child, child.nickname);
  });
  return [...removed, ...added, ...kept, ...doubledChildren(before, after)];
}

/** Two profiles under one id: which one rules is not for a child to arrange. */
function doubledChildren(before: Policy, after: Policy): readonly PolicyChange[] {
  const doubles = ({ children }: Policy) =>
    children.filter(({ id }, at) => children.findIndex((child) => child.id === id) !== at);
  return sameValue(doubles(before), doubles(after))
    ? []
    : doubles(after).map(({ id, nickname }) =>
        change('changeChildDoubled', { child: nickname }, true, id),
      );
}

const childOf = ({ children }: Policy, id: string): ChildProfile | undefined =>
  children.find((child) => child.id === id);

const firstOfEach = (children: readonly ChildProfile[]): readonly ChildProfile[] =>
  children.filter(({ id }, at) => children.findIndex((child) => child.id === id) === at);

function change(
  key: string,
  values: PolicyChange['values'],
  isWeaker: boolean,
  childId: string | null = null,
): PolicyChange {
  return { childId, key, values, weakens: isWeaker };
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
