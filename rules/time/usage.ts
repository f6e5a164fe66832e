// Seconds spent by one child on one local day, as stored.
import * as z from 'zod/mini';

/** Seconds with millisecond precision: sums stay exact, however finely time was cut. */
const seconds = z.number().check(z.minimum(0), z.maximum(200_000));
const byName = z.record(z.string().check(z.maxLength(260)), seconds);

export const usageSchema = z.strictObject({
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date')),
  totalSeconds: seconds,
  byHost: byName,
  /** By category, or "known" and "unknown". A visit with two categories counts in both. */
  byCategory: byName,
  /** Seconds in each hour of the wall clock, 24 of them. */
  byHour: z.optional(z.array(seconds).check(z.maxLength(24))),
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

/** Books time to a spot. `keptHosts` (those with a quota) are never folded away, so that a count never falls. */
export function addTime(
  usage: Usage,
  spot: Spot,
  ms: number,
  keptHosts: readonly string[] = [],
): Usage {
  if (!(ms > 0)) return usage;
  const byCategory = spot.categories.reduce(
    (sums, name) => added(sums, name, ms),
    usage.byCategory,
  );
  return {
    date: usage.date,
    totalSeconds: plus(usage.totalSeconds, ms),
    byHost: folded(added(usage.byHost, spot.host, ms), spot.host, keptHosts),
    byCategory,
  };
}

const plus = (before: number, ms: number): number =>
  Math.round(before * 1000 + Math.round(ms)) / 1000;

const added = (sums: Readonly<Record<string, number>>, name: string, ms: number) => ({
  ...sums,
  [name]: plus(Object.hasOwn(sums, name) ? (sums[name] ?? 0) : 0, ms),
});

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
