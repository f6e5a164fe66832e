// Which time rules hold on a date: the ordinary ones and the sets of that day, or what stands in their place.
import { comesOfAgeOn, isOfAge } from '../growing/age.ts';
import type {
  ChildProfile,
  HostSet,
  QuietTime,
  Quota,
  RuleSet,
  Weekday,
} from '../policy/schema.ts';
import { addDays, tidyDate, weekdayOf } from './dates.ts';

/** The parts of a child's profile that time looks at. */
export type TimeProfile = Pick<
  ChildProfile,
  'quietTimes' | 'quotas' | 'ruleSets' | 'hostSets' | 'born'
>;

export type RulesInForce = {
  /** Those that start on the date. One that began the evening before belongs to that day's rules. */
  readonly quietTimes: readonly QuietTime[];
  readonly quotas: readonly Quota[];
  readonly sets: readonly RuleSet[];
};

// A verdict asks for the same few days again and again, and a policy that was saved anew is another object.
const inForceCache = new WeakMap<TimeProfile, Map<string, RulesInForce>>();

/**
 * The rules of a local date. A set that replaces rests the ordinary rules and the sets that do not; of several that
 * replace, all hold. At 18 there are none.
 */
export const rulesInForce = (profile: TimeProfile, date: string): RulesInForce =>
  remembered(inForceCache, profile, date, () => chosenOn(profile, date));

/** What was made for this profile and day before, or is made now. */
export function remembered<T>(
  cache: WeakMap<TimeProfile, Map<string, T>>,
  profile: TimeProfile,
  day: string,
  make: () => T,
): T {
  const days = cache.get(profile) ?? new Map<string, T>();
  const known = days.get(day);
  if (known !== undefined) return known;
  const made = make();
  if (days.size >= daysKept) days.clear();
  cache.set(profile, days.set(day, made));
  return made;
}
const daysKept = 60;

const chosenOn = (profile: TimeProfile, date: string): RulesInForce =>
  isOfAge(profile, { date })
    ? { quietTimes: [], quotas: [], sets: [] }
    : rulesOn(profile, date, weekdayOf(date));

/** The same for a date taken as another weekday, whatever the child's age: to compare rules by. */
export function rulesOn(profile: TimeProfile, date: string, weekday: Weekday): RulesInForce {
  const due = (profile.ruleSets ?? []).filter((set) => isDue(set, date, weekday));
  const replacing = due.filter(({ replaces }) => replaces);
  const sets = replacing.length > 0 ? replacing : due;
  const all = replacing.length > 0 ? sets : [profile, ...sets];
  return {
    quietTimes: all
      .flatMap(({ quietTimes }) => quietTimes)
      .filter(({ days }) => days.includes(weekday)),
    quotas: all.flatMap(({ quotas }) => quotas),
    sets,
  };
}

/** Whether the set is switched on and the date is one of its days. A replacing set may still keep it from acting. */
export const isSetDue = (set: RuleSet, date: string): boolean => isDue(set, date, weekdayOf(date));

function isDue(set: RuleSet, date: string, weekday: Weekday): boolean {
  const { isOff, days, isYearly, firstDate, lastDate } = set;
  if (isOff === true || days?.includes(weekday) === false) return false;
  if (isYearly !== true) return date >= (firstDate ?? '') && date <= (lastDate ?? '9999-12-31');
  const [day, first, last] = [date, firstDate ?? '-01-01', lastDate ?? '-12-31'].map((text) =>
    text.slice(-5),
  ) as [string, string, string];
  // From December into January.
  return first > last ? day >= first || day <= last : day >= first && day <= last;
}

/** The hosts of all sets that are always open: no time rule stops them, and their time uses up nothing. */
export const alwaysOpenHosts = ({ hostSets }: Pick<TimeProfile, 'hostSets'>): readonly string[] =>
  (hostSets ?? []).flatMap(({ alwaysOpen, hosts }) => (alwaysOpen === true ? hosts : []));

/** The hosts a scope "set:ID" names; none if there is no such set. */
export const hostsOfSet = (
  hostSets: readonly HostSet[] | undefined,
  scope: string,
): readonly string[] => (hostSets ?? []).find(({ id }) => scope === `set:${id}`)?.hosts ?? [];

/** Hosts whose counts time rules read: they are never folded into their parents. */
export const countedHosts = (profile: TimeProfile): readonly string[] => [
  ...[profile, ...(profile.ruleSets ?? [])]
    .flatMap(({ quotas }) => quotas)
    .flatMap(({ scope }) => (scope.startsWith('host:') ? [scope.slice('host:'.length)] : [])),
  ...(profile.hostSets ?? []).flatMap(({ hosts }) => hosts),
];

/** The next date, within 400 days, on which a set begins or is over, or the child comes of age; null if there is none. */
export function nextTurn({ ruleSets, born }: TimeProfile, date: string): string | null {
  const turns = (ruleSets ?? [])
    .filter(({ isOff }) => isOff !== true)
    .flatMap(({ firstDate, lastDate, isYearly }) => {
      const dates = [
        ...(firstDate === undefined ? [] : [firstDate]),
        ...(lastDate === undefined ? [] : [addDays(lastDate, 1)]),
      ];
      const year = Number(date.slice(0, 4));
      return isYearly === true
        ? dates.flatMap((day) => [0, 1].map((more) => tidyDate(`${year + more}${day.slice(4)}`)))
        : dates;
    })
    .concat(born === undefined ? [] : calendarDay(comesOfAgeOn(born)))
    .filter((turn) => turn > date && turn <= addDays(date, 400));
  return turns.toSorted()[0] ?? null;
}

/** 29 February is 1 March where the year has none. */
const calendarDay = (date: string): string =>
  tidyDate(date) < date ? addDays(date, 1) : tidyDate(date);
