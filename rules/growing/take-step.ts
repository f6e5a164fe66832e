// What an agreed step does to a child's rules. Every step loosens, and only what it names.
import { presetFor } from '../policy/presets.ts';
import {
  ageBands,
  type AgeBand,
  categories,
  type ChildProfile,
  type Filter,
  type PlanStep,
  type QuietTime,
  type Quota,
  type RuleSet,
  type Weekday,
  weekdays,
} from '../policy/schema.ts';
import { fail, ok, type Result } from '../result.ts';
import { minutesOf } from '../time/dates.ts';
import { wallMinutes } from '../time/schedule.ts';

export type StepFailure =
  /** The limit or quiet time it was about is not there any more. */
  | 'no-rule'
  /** It lacks what its kind needs: minutes, a topic. */
  | 'incomplete'
  /** What it would give is already so, or there is no more to give. */
  | 'nothing-to-give';

/** The child's rules with a step in them. Neither the plan nor the step's date is looked at. */
export function takeStep(child: ChildProfile, step: PlanStep): Result<ChildProfile, StepFailure> {
  const { ruleId, minutes, category } = step;
  switch (step.kind) {
    case 'more-minutes':
      return ruleId === undefined || minutes === undefined
        ? fail('incomplete')
        : giveMinutes(child, ruleId, minutes);
    case 'later-quiet-time':
      return ruleId === undefined || minutes === undefined
        ? fail('incomplete')
        : startLater(child, ruleId, minutes);
    case 'open-category':
      if (category === undefined) return fail('incomplete');
      return child.filter.categories[category] === 'allow'
        ? fail('nothing-to-give')
        : ok(
            withFilter(child, { categories: { ...child.filter.categories, [category]: 'allow' } }),
          );
    case 'next-band':
      return toNextBand(child);
    default:
      return step.kind satisfies never;
  }
}

const withFilter = (child: ChildProfile, parts: Partial<Filter>): ChildProfile => ({
  ...child,
  filter: { ...child.filter, ...parts },
});

/** Rules of a child wherever they stand: among the ordinary ones or in a set for certain dates. */
export const everyQuota = ({ quotas, ruleSets = [] }: ChildProfile): readonly Quota[] => [
  ...quotas,
  ...ruleSets.flatMap((set) => set.quotas),
];
export const everyQuietTime = ({
  quietTimes,
  ruleSets = [],
}: ChildProfile): readonly QuietTime[] => [
  ...quietTimes,
  ...ruleSets.flatMap((set) => set.quietTimes),
];

const mostADay = 1440;
const mostAWeek = 10_080;

function giveMinutes(
  child: ChildProfile,
  quotaId: string,
  minutes: number,
): Result<ChildProfile, StepFailure> {
  const quota = everyQuota(child).find(({ id }) => id === quotaId);
  if (quota === undefined) return fail('no-rule');
  const longer = withMoreMinutes(quota, minutes);
  if (JSON.stringify(longer) === JSON.stringify(quota)) return fail('nothing-to-give');
  const replaced = (quotas: readonly Quota[]): Quota[] =>
    quotas.map((each) => (each === quota ? longer : each));
  return ok(
    withSets({ ...child, quotas: replaced(child.quotas) }, (set) => ({
      ...set,
      quotas: replaced(set.quotas),
    })),
  );
}

/** So much more on each day that has a limit; a limit of the week alone grows by as much. */
function withMoreMinutes(quota: Quota, minutes: number): Quota {
  const days = Object.entries(quota.minutes).map(([day, limit]) => [
    day,
    Math.min(limit + minutes, mostADay),
  ]);
  const times = Math.max(days.length, 1);
  return {
    ...quota,
    minutes: Object.fromEntries(days) as Quota['minutes'],
    ...(quota.perWeek !== undefined && {
      perWeek: Math.min(quota.perWeek + minutes * times, mostAWeek),
    }),
  };
}

/** A quiet time keeps at least so much of itself. */
const shortestMinutes = 15;

function startLater(
  child: ChildProfile,
  quietTimeId: string,
  minutes: number,
): Result<ChildProfile, StepFailure> {
  const quietTime = everyQuietTime(child).find(({ id }) => id === quietTimeId);
  if (quietTime === undefined) return fail('no-rule');
  if (wallMinutes(quietTime) - minutes < shortestMinutes) return fail('nothing-to-give');
  const later = startingLater(quietTime, minutes);
  const owner = child.ruleSets?.find((set) => set.quietTimes.includes(quietTime));
  const isHeld = later.days.every((day) => owner?.days?.includes(day) ?? true);
  // A night of a set for certain days would be gone, not later.
  if (later.days !== quietTime.days && !isHeld) return fail('nothing-to-give');
  const replaced = (quietTimes: readonly QuietTime[]): QuietTime[] =>
    quietTimes.map((each) => (each === quietTime ? later : each));
  return ok(
    withSets({ ...child, quietTimes: replaced(child.quietTimes) }, (set) => ({
      ...set,
      quietTimes: replaced(set.quietTimes),
    })),
  );
}

/** A night that now starts after midnight belongs to the next day. */
function startingLater(quietTime: QuietTime, minutes: number): QuietTime {
  const from = minutesOf(quietTime.from) + minutes;
  const nextDay = (day: Weekday): Weekday => weekdays[(weekdays.indexOf(day) + 1) % 7] ?? day;
  return {
    ...quietTime,
    from: clockOf(from % mostADay),
    days: from < mostADay ? quietTime.days : quietTime.days.map(nextDay),
  };
}

const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

const withSets = (child: ChildProfile, change: (set: RuleSet) => RuleSet): ChildProfile =>
  child.ruleSets === undefined ? child : { ...child, ruleSets: child.ruleSets.map(change) };

export const nextBand = (band: AgeBand): AgeBand | null =>
  ageBands[ageBands.indexOf(band) + 1] ?? null;

/**
 * What still stands as the last band had it moves to the next one. What the family chose for itself stays as it is, be
 * it stricter or milder.
 */
function toNextBand(child: ChildProfile): Result<ChildProfile, StepFailure> {
  const band = nextBand(child.ageBand);
  if (band === null) return fail('nothing-to-give');
  const [old, next] = [presetFor(child.ageBand), presetFor(band)];
  const moved = <Value>(own: Value, was: Value, becomes: Value): Value =>
    JSON.stringify(own) === JSON.stringify(was) ? becomes : own;
  const own = child.filter;
  const [was, becomes] = [old.filter, next.filter];
  return ok({
    ...child,
    ageBand: band,
    filter: {
      ...own,
      categories: Object.fromEntries(
        categories.map((name) => [
          name,
          moved(own.categories[name], was.categories[name], becomes.categories[name]),
        ]),
      ) as Filter['categories'],
      unknown: moved(own.unknown, was.unknown, becomes.unknown),
      ageLabels: moved(own.ageLabels, was.ageLabels, becomes.ageLabels),
      lookalikes: moved(own.lookalikes, was.lookalikes, becomes.lookalikes),
      safeSearch: moved(own.safeSearch, was.safeSearch, becomes.safeSearch),
      preferSafe: moved(own.preferSafe, was.preferSafe, becomes.preferSafe),
    },
    quietTimes: moved(child.quietTimes, old.quietTimes, next.quietTimes),
    quotas: moved(child.quotas, old.quotas, next.quotas),
  });
}
