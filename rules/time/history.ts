// The picture of the days that went by: sums by category and by hour, never an address.
import { categories, weekdays } from '../policy/schema.ts';
import { addDays, daysBetween, minutesOf, weekdayOf } from './dates.ts';
import { limitSeconds } from './quota.ts';
import { rulesInForce, type TimeProfile } from './rules-in-force.ts';
import { alwaysOpenName, type Usage } from './usage.ts';

/** Everything that time is summed up under. */
export const timeNames = [...categories, 'known', 'unknown', alwaysOpenName] as const;
export type TimeName = (typeof timeNames)[number];
export type NamedSeconds = { readonly category: TimeName; readonly seconds: number };

/** Minutes since local midnight by the wall clock, 0 to 1440. */
export type ClosedSpan = { readonly fromMinute: number; readonly toMinute: number };

export type PicturedDay = {
  /** Local date, YYYY-MM-DD. */
  readonly date: string;
  readonly totalSeconds: number;
  /** Two may cover the same second: their sum can be more than the total. */
  readonly byCategory: readonly NamedSeconds[];
  /** 24 hours of the wall clock; empty: not known of this day. */
  readonly byHour: readonly number[];
  readonly blockedCount: number;
  /** Of all browsing, as the rules stand now; null: none. */
  readonly limitSeconds: number | null;
  /** Quiet times of all browsing, as the rules stand now. */
  readonly closed: readonly ClosedSpan[];
  readonly asked: number;
  readonly allowed: number;
  readonly refused: number;
};

export type KeptDay = {
  readonly date: string;
  readonly usage: Usage | null;
  readonly blockedCount: number;
};
/** A question of the child, by the local date it was asked on. */
export type DatedRequest = {
  readonly date: string;
  readonly state: 'open' | 'allowed' | 'refused' | 'ended';
};

/** Every day from the first that is kept to `today`, oldest first: one without a record is an empty one. */
export function picturedDays(
  profile: TimeProfile,
  kept: readonly KeptDay[],
  requests: readonly DatedRequest[],
  today: string,
): readonly PicturedDay[] {
  const byDate = new Map(kept.map((day) => [day.date, day]));
  const first = [...byDate.keys()].reduce((least, date) => (date < least ? date : least), today);
  const length = Math.min(daysBetween(first, today), longestDays) + 1;
  return Array.from({ length }, (_, index) => {
    const date = addDays(today, index + 1 - length);
    const asked = requests.filter((request) => request.date === date);
    return pictured(profile, byDate.get(date) ?? emptyDay(date), asked);
  });
}

const longestDays = 366;
const emptyDay = (date: string): KeptDay => ({ date, usage: null, blockedCount: 0 });

function pictured(
  profile: TimeProfile,
  { date, usage, blockedCount }: KeptDay,
  requests: readonly DatedRequest[],
): PicturedDay {
  const inState = (state: DatedRequest['state']) =>
    requests.filter((request) => request.state === state).length;
  return {
    date,
    totalSeconds: usage?.totalSeconds ?? 0,
    byCategory: usage === null ? [] : namedSeconds(usage),
    byHour: usage === null ? noHours : hoursOf(usage),
    blockedCount,
    limitSeconds: dayLimit(profile, date),
    closed: closedSpans(profile, date),
    asked: requests.length,
    allowed: inState('allowed'),
    refused: inState('refused'),
  };
}

/** What there is time of, in the order of `timeNames`. */
export const namedSeconds = (usage: Usage): readonly NamedSeconds[] =>
  timeNames.flatMap((category) => {
    const seconds = Object.hasOwn(usage.byCategory, category) ? usage.byCategory[category] : 0;
    return seconds === undefined || seconds <= 0 ? [] : [{ category, seconds }];
  });

const noHours: readonly number[] = Array.from({ length: 24 }, () => 0);

/** Seconds in each of 24 hours. Empty for a day that was counted before hours were kept. */
export function hoursOf({ byHour, totalSeconds }: Usage): readonly number[] {
  if (byHour === undefined) return totalSeconds > 0 ? [] : noHours;
  return noHours.map((none, hour) => Math.min(byHour[hour] ?? none, 3600));
}

/** Seconds that the rules of the date give to all browsing; the strictest counts; null: no limit. */
export function dayLimit(profile: TimeProfile, date: string): number | null {
  const limits = rulesInForce(profile, date)
    .quotas.filter(({ scope }) => scope === 'all')
    .flatMap((quota) => limitSeconds(quota, { weekday: weekdayOf(date) }) ?? []);
  return limits.length === 0 ? null : Math.min(...limits);
}

/** Seconds that the rules of the date give to all browsing from Monday to Sunday; null: no limit. */
export function weekLimit(profile: TimeProfile, date: string): number | null {
  const limits = rulesInForce(profile, date)
    .quotas.filter(({ scope }) => scope === 'all')
    .flatMap(({ perWeek }) => perWeek ?? []);
  return limits.length === 0 ? null : Math.min(...limits) * 60;
}

/** Quiet times of all browsing on a date, with what reaches over from the night before; touching ones are one. */
export function closedSpans(profile: TimeProfile, date: string): readonly ClosedSpan[] {
  const yesterday = addDays(date, -1);
  const spans = [
    ...startingOn(profile, yesterday).map(({ from, to }) => ({ from: from - 1440, to: to - 1440 })),
    ...startingOn(profile, date),
  ].map(({ from, to }) => ({ fromMinute: Math.max(0, from), toMinute: Math.min(1440, to) }));
  return spans
    .filter(({ fromMinute, toMinute }) => fromMinute < toMinute)
    .toSorted((a, b) => a.fromMinute - b.fromMinute)
    .reduce<readonly ClosedSpan[]>((joined, span) => {
      const last = joined.at(-1);
      if (last === undefined || last.toMinute < span.fromMinute) return [...joined, span];
      const toMinute = Math.max(last.toMinute, span.toMinute);
      return [...joined.slice(0, -1), { fromMinute: last.fromMinute, toMinute }];
    }, []);
}

/** Minutes since the date's midnight; past 1440 where a window runs into the next day. */
function startingOn(profile: TimeProfile, date: string) {
  return rulesInForce(profile, date)
    .quietTimes.filter(({ scope = 'all' }) => scope === 'all')
    .map((quietTime) => {
      const [from, to] = [minutesOf(quietTime.from), minutesOf(quietTime.to)];
      return { from, to: to > from ? to : to + 1440 };
    });
}

export type PicturedWeek = {
  readonly monday: string;
  readonly sunday: string;
  /** From Monday; null: not kept, or still to come. */
  readonly days: readonly { readonly date: string; readonly day: PicturedDay | null }[];
  /** How many of the days are known, today among them. */
  readonly knownDays: number;
  readonly totalSeconds: number;
  readonly byCategory: readonly NamedSeconds[];
  readonly blockedCount: number;
  readonly asked: number;
  readonly allowed: number;
  readonly refused: number;
};

/** The week that begins on `monday`, out of the kept days. */
export function picturedWeek(days: readonly PicturedDay[], monday: string): PicturedWeek {
  const week = weekdays.map((_, index) => {
    const date = addDays(monday, index);
    return { date, day: days.find((each) => each.date === date) ?? null };
  });
  const known = week.flatMap(({ day }) => day ?? []);
  const sum = (of: (day: PicturedDay) => number) =>
    known.reduce((before, day) => before + of(day), 0);
  const secondsOf = (day: PicturedDay, name: TimeName) =>
    day.byCategory.find(({ category }) => category === name)?.seconds ?? 0;
  return {
    monday,
    sunday: addDays(monday, 6),
    days: week,
    knownDays: known.length,
    totalSeconds: sum(({ totalSeconds }) => totalSeconds),
    byCategory: timeNames
      .map((category) => ({ category, seconds: sum((day) => secondsOf(day, category)) }))
      .filter(({ seconds }) => seconds > 0),
    blockedCount: sum(({ blockedCount }) => blockedCount),
    asked: sum(({ asked }) => asked),
    allowed: sum(({ allowed }) => allowed),
    refused: sum(({ refused }) => refused),
  };
}
