// Seconds spent by one child on one local day, as stored.
import * as z from 'zod/mini';

/** Seconds with millisecond precision: sums stay exact, however finely time was cut. */
const mostSeconds = 200_000;
const seconds = z.number().check(z.minimum(0), z.maximum(mostSeconds));
const byName = z.record(z.string().check(z.maxLength(260)), seconds);

export const usageSchema = z.strictObject({
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date')),
  totalSeconds: seconds,
  byHost: byName,
  /** By category, or "known" and "unknown". A visit with two categories counts in both. */
  byCategory: byName,
  /** Seconds in each hour of the wall clock, 24 of them. */
  byHour: z.optional(z.array(seconds).check(z.maxLength(24))),
  /** The count of this day was damaged: each quota is taken to be used up, so that a lost count gives no time. */
  isLost: z.optional(z.boolean()),
});
export type Usage = z.infer<typeof usageSchema>;

/** Where time is spent: what the ledger books, and what quotas look at. */
export type Spot = {
  readonly host: string;
  /** Categories of the visit; "known" or "unknown" if it has none. */
  readonly categories: readonly string[];
};

/** The only category of a visit that no time rule stops: it uses up no quota but one on its own host. */
export const alwaysOpenName = 'always-open';

/** Hosts kept a day. Beyond it the smallest are booked to their parent host, or to "other". */
export const hostCap = 400;
export const otherHosts = 'other';

export const emptyUsage = (date: string): Usage => ({
  date,
  totalSeconds: 0,
  byHost: {},
  byCategory: {},
});

/** Usage of an earlier day is over; usage of a later day still counts (the zone or clock was set back). */
export const countsOn = (usage: Usage, { date }: { readonly date: string }): boolean =>
  usage.date >= date;

type Booking = {
  /** Hosts with a quota: never folded away, so that a count never falls. */
  readonly keptHosts?: readonly string[];
  /** Hour of the wall clock, 0 to 23, in which the time lies. */
  readonly hour?: number;
};

/** Books time that was spent at all these spots at once: each host and category once, the day once. */
export function addTime(
  usage: Usage,
  spots: readonly Spot[],
  ms: number,
  { keptHosts = [], hour }: Booking = {},
): Usage {
  if (!(ms > 0) || spots.length === 0) return usage;
  const hosts = new Set(spots.map(({ host }) => host));
  return {
    ...usage,
    totalSeconds: plus(usage.totalSeconds, ms),
    byHost: [...hosts].reduce((sums, host) => {
      const more = added(sums, host, ms);
      // A host that is known already needs no room of its own.
      return Object.hasOwn(sums, host) ? more : folded(more, host, keptHosts);
    }, usage.byHost),
    byCategory: categoriesOf(spots).reduce((sums, name) => added(sums, name, ms), usage.byCategory),
    ...(hour === undefined ? {} : { byHour: hoursWith(usage.byHour ?? noHours, hour, ms) }),
  };
}

const noHours: readonly number[] = Array.from({ length: 24 }, () => 0);

const hoursWith = (hours: readonly number[], hour: number, ms: number): number[] =>
  noHours.map((_, at) => (at === hour ? plus(hours[at] ?? 0, ms) : (hours[at] ?? 0)));

/** A site that is always open makes nothing beside it free: it is booked as such only where it is alone. */
function categoriesOf(spots: readonly Spot[]): readonly string[] {
  const names = [...new Set(spots.flatMap(({ categories }) => categories))];
  const others = names.filter((name) => name !== alwaysOpenName);
  return others.length > 0 ? others : names;
}

/** Never beyond what can be read back. */
export const addSeconds = (before: number, more: number): number =>
  Math.min(Math.round((before + more) * 1000) / 1000, mostSeconds);
const plus = (before: number, ms: number): number => addSeconds(before, Math.round(ms) / 1000);

const added = (sums: Readonly<Record<string, number>>, name: string, ms: number) => {
  // A spread takes ten times as long where there are a hundred names.
  const more: Record<string, number> = Object.assign({}, sums);
  more[name] = plus(Object.hasOwn(sums, name) ? (sums[name] ?? 0) : 0, ms);
  return more;
};

function folded(
  byHost: Record<string, number>,
  current: string,
  keptHosts: readonly string[],
): Record<string, number> {
  const names = Object.keys(byHost);
  if (names.length <= hostCap) return byHost;
  const smallest = names
    .filter((name) => name !== current && name !== otherHosts && !keptHosts.includes(name))
    .reduce<string | null>(
      (least, name) =>
        least === null || (byHost[name] ?? 0) < (byHost[least] ?? 0) ? name : least,
      null,
    );
  if (smallest === null) return byHost;
  const { [smallest]: moved = 0, ...rest } = byHost;
  // The parent may be new, so it is folded in turn until there is room.
  return folded(added(rest, parentOf(smallest), moved * 1000), current, keptHosts);
}

// A quota on a host covers its sub-domains, so booking to the parent keeps its count.
function parentOf(host: string): string {
  const labels = host.split('.');
  return labels.length > 2 && !/^[\d.]+$|:/.test(host) ? labels.slice(1).join('.') : otherHosts;
}
