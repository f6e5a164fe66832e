// Differences in sets of rules and sets of sites. A set of rules is weighed by what the child's rules come to with and
// without the change, on every day of the week between all dates on which a set begins or ends.
import { addDays, tidyDate } from '../time/dates.ts';
import { rulesOn, type RulesInForce, type TimeProfile } from '../time/rules-in-force.ts';
import { areLimitsKept, type Difference, isClosedIn } from './changes-time.ts';
import {
  type ChildProfile,
  type HostSet,
  type QuietTime,
  type RuleSet,
  type Weekday,
  weekdays,
} from './schema.ts';

export function ruleSetDifferences(before: ChildProfile, after: ChildProfile): Difference[] {
  const [old, now] = [before.ruleSets ?? [], after.ruleSets ?? []];
  if (hasDoubles(old) || hasDoubles(now)) {
    return isSame(old, now) ? [] : [{ key: 'changeRuleSets', values: {}, weakens: true }];
  }
  // One change after the other, so that each is told with what it does by itself.
  let profile: TimeProfile = before;
  return idsOf(old, now).flatMap((id) => {
    const [was, is] = [old, now].map((sets) => sets.find((set) => set.id === id));
    if (isSame(was, is)) return [];
    const next = { ...profile, ruleSets: replaced(profile.ruleSets ?? [], id, is) };
    const weakens =
      restsMore(was, is) || movesKeptMinutes(profile, was, is) || isWeaker(profile, next);
    profile = next;
    const name = (is ?? was)?.name ?? '';
    return [{ key: `changeRuleSet${whatHappened(was, is)}`, values: { name }, weakens }];
  });
}

export function hostSetDifferences(before: ChildProfile, after: ChildProfile): Difference[] {
  const [old, now] = [before.hostSets ?? [], after.hostSets ?? []];
  if (hasDoubles(old) || hasDoubles(now)) {
    return isSame(old, now) ? [] : [{ key: 'changeHostSets', values: {}, weakens: true }];
  }
  return idsOf(old, now).flatMap((id) => {
    const [was, is] = [old, now].map((sets) => sets.find((set) => set.id === id));
    if (was !== undefined && is !== undefined) return setDifferences(was, is);
    const set = is ?? was;
    if (set === undefined) return [];
    const values = { name: set.name };
    const kind = set.alwaysOpen === true ? 'OpenSet' : 'HostSet';
    // What is always open loosens all rules; another set only what some rule says of it.
    if (is !== undefined) {
      return [{ key: `change${kind}Added`, values, weakens: set.alwaysOpen === true }];
    }
    const weakens = set.alwaysOpen !== true && isNamed(before, id);
    return [{ key: `change${kind}Removed`, values, weakens }];
  });
}

function setDifferences(was: HostSet, is: HostSet): Difference[] {
  const [wasOpen, isOpen] = [was.alwaysOpen === true, is.alwaysOpen === true];
  const values = { name: is.name };
  const gone = was.hosts.filter((host) => !is.hosts.includes(host));
  const come = is.hosts.filter((host) => !was.hosts.includes(host));
  return [
    ...(was.name === is.name
      ? []
      : [{ key: 'changeHostSetName', values: { ...values, oldName: was.name }, weakens: false }]),
    // Open for all rules, it no longer stands in any; open no more, it may still leave a rule it stood in.
    ...(wasOpen === isOpen
      ? []
      : [{ key: `changeHostSet${isOpen ? 'Open' : 'NotOpen'}`, values, weakens: isOpen }]),
    ...gone.map((host) => ({
      key: 'changeHostSetLess',
      values: { ...values, host },
      weakens: !isOpen || !wasOpen,
    })),
    ...come.map((host) => ({
      key: 'changeHostSetMore',
      values: { ...values, host },
      weakens: isOpen,
    })),
  ];
}

function whatHappened(was: RuleSet | undefined, is: RuleSet | undefined): string {
  if (was === undefined) return 'Added';
  if (is === undefined) return 'Removed';
  const { isOff: wasOff = false, ...old } = was;
  const { isOff = false, ...now } = is;
  if (wasOff === isOff || !isSame(old, now)) return 'Changed';
  return isOff ? 'Off' : 'On';
}

/**
 * A set in the place of the ordinary rules rests those that come later as well: however strict it is today, a stricter
 * bedtime of next week would never hold beside it.
 */
function restsMore(was: RuleSet | undefined, is: RuleSet | undefined): boolean {
  const rests = (set: RuleSet | undefined): set is RuleSet =>
    set?.replaces === true && set.isOff !== true;
  const when = ({ firstDate, lastDate, isYearly, days }: RuleSet) => [
    firstDate,
    lastDate,
    isYearly,
    days,
  ];
  return rests(is) && !(rests(was) && isSame(when(was), when(is)));
}

/** Kept minutes are counted over days: a set that keeps some, or rests a limit that does, may give more on another day. */
function movesKeptMinutes(
  profile: TimeProfile,
  was: RuleSet | undefined,
  is: RuleSet | undefined,
): boolean {
  const keeps = ({ quotas }: Pick<TimeProfile, 'quotas'>): boolean =>
    quotas.some(({ carryOver }) => carryOver !== undefined);
  const changed = [was, is].flatMap((set) => set ?? []);
  if (was !== undefined && is !== undefined && isSame({ ...was, name: '' }, { ...is, name: '' })) {
    return false;
  }
  const isReplacing = changed.some(({ replaces }) => replaces);
  return changed.some(keeps)
    ? was !== undefined || isReplacing
    : isReplacing && [profile, ...(profile.ruleSets ?? [])].some(keeps);
}

/** Whether some day leaves a minute open that was closed, or gives more time than before. */
function isWeaker(before: TimeProfile, after: TimeProfile): boolean {
  const dates = [...new Set([...turnsOf(before), ...turnsOf(after)])];
  // The same sets on the same weekday come to the same rules.
  const seen = new Set<string>();
  return dates.some((date) =>
    weekdays.some((day) => {
      const [old, now] = [rulesOn(before, date, day), rulesOn(after, date, day)];
      const signature = JSON.stringify([day, ...[old, now].map(({ sets }) => sets.map(idOf))]);
      if (seen.has(signature)) return false;
      seen.add(signature);
      return !areWindowsKept(old, now, day) || !areLimitsKept(old.quotas, now.quotas, [day]);
    }),
  );
}

function areWindowsKept(
  { quietTimes: old }: RulesInForce,
  { quietTimes: now }: RulesInForce,
  day: Weekday,
): boolean {
  const timesOf = ({ scope, from, to }: QuietTime) => `${scope ?? 'all'} ${from} ${to}`;
  const kept = new Set(now.map(timesOf));
  const onDay = (quietTime: QuietTime): QuietTime => ({ ...quietTime, days: [day] });
  return old
    .filter((quietTime) => !kept.has(timesOf(quietTime)))
    .every((quietTime) => isClosedIn(now.map(onDay), onDay(quietTime)));
}

/** A date out of every span between the days on which sets begin and end; yearly ones in each year that is named. */
function turnsOf({ ruleSets = [] }: TimeProfile): readonly string[] {
  const edges = ruleSets.flatMap(({ firstDate, lastDate, isYearly }) =>
    [
      ...(firstDate === undefined ? [] : [firstDate]),
      ...(lastDate === undefined ? [] : [addDays(lastDate, 1)]),
    ].map((date) => ({ date, isYearly })),
  );
  const named = edges.map(({ date }) => Number(date.slice(0, 4)));
  // A year apart from all that are named, and one with a 29 February.
  const years = [
    ...new Set([...named, ...named.flatMap((year) => [year - 1, year + 1]), 2399, 2400]),
  ];
  return [
    '0001-01-01',
    ...edges.flatMap(({ date, isYearly }) =>
      isYearly === true
        ? years.map((year) => tidyDate(`${String(year).padStart(4, '0')}${date.slice(4)}`))
        : [date],
    ),
  ];
}

const isNamed = (profile: ChildProfile, id: string): boolean =>
  [profile, ...(profile.ruleSets ?? [])]
    .flatMap(({ quietTimes, quotas }) => [...quietTimes, ...quotas])
    .some(({ scope }) => scope === `set:${id}`);

const replaced = (sets: readonly RuleSet[], id: string, is: RuleSet | undefined): RuleSet[] => [
  ...sets.filter((set) => set.id !== id),
  ...(is === undefined ? [] : [is]),
];

type Named = { readonly id: string };
const idOf = ({ id }: Named): string => id;
const idsOf = (old: readonly Named[], now: readonly Named[]): readonly string[] => [
  ...new Set([...old, ...now].map(idOf)),
];
const hasDoubles = (sets: readonly Named[]): boolean => new Set(sets.map(idOf)).size < sets.length;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
