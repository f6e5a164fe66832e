// Rules that disagree, and which of them holds. The strictest one does, unless a set takes the place of others or a site
// is always open: a guardian sees both sentences, the one that wins first.
import { type QuietTime, type Quota, type Weekday, weekdays } from '../policy/schema.ts';
import { addDays, minutesOf, weekdayOf } from './dates.ts';
import {
  hostsOfSet,
  isSetDue,
  nextTurn,
  rulesInForce,
  type TimeProfile,
} from './rules-in-force.ts';
import { wallMinutes } from './schedule.ts';
import type { RuleRef } from './sentence-data.ts';

export type Conflict = {
  readonly kind: /** Two limits for the same time: the smaller one holds. */
    | 'smaller-limit'
    /** Two windows of the same time, one from a set: what either closes is closed, so the earlier start holds. */
    | 'longer-quiet-time'
    /** A set takes the place of this rule while it is in force. */
    | 'replaced'
    /** The rule names only sites that are always open: it never acts. */
    | 'always-open';
  /** The rule that holds, or the set of rules ("replaced") or hosts ("always-open") that does. */
  readonly wins: RuleRef | { readonly kind: 'rule-set' | 'host-set'; readonly id: string };
  readonly loses: RuleRef;
  /** What the losing rule is about. */
  readonly scope: string;
  /** Weekdays on which it is so, in the order of the week. */
  readonly days: readonly Weekday[];
  /** First date on which it is so. */
  readonly from: string;
};

/** All disagreements of the 400 days from a date on, each once. */
export const conflictsOf = (profile: TimeProfile, date: string): readonly Conflict[] =>
  gathered(datesAhead(profile, date).flatMap((day) => conflictsOn(profile, day)));

/** Only those that a visit in these scopes (quota.ts scopesOf) meets on the date. */
export const conflictsAt = (
  profile: TimeProfile,
  scopes: readonly string[],
  date: string,
): readonly Conflict[] =>
  gathered(conflictsOn(profile, date)).filter(({ scope }) => scopes.includes(scope));

type Found = Omit<Conflict, 'days' | 'from'> & { readonly date: string };
type Placed = { readonly ref: RuleRef; readonly scope: string } & (
  | { readonly quota: Quota; readonly quietTime: null }
  | { readonly quota: null; readonly quietTime: QuietTime }
);

/** A week from the date, and one from each day on which sets begin or end. */
function datesAhead(profile: TimeProfile, date: string): readonly string[] {
  const starts = [date];
  for (let turn = nextTurn(profile, date); turn !== null; turn = nextTurn(profile, turn)) {
    if (turn > addDays(date, 400)) break;
    starts.push(turn);
  }
  const week = [0, 1, 2, 3, 4, 5, 6];
  return [...new Set(starts.flatMap((start) => week.map((days) => addDays(start, days))))];
}

function gathered(found: readonly Found[]): readonly Conflict[] {
  const same = ({ kind, wins, loses }: Found) => JSON.stringify([kind, wins, loses]);
  return [...Map.groupBy(found, same).values()].flatMap((group) => {
    const [first] = group.toSorted((a, b) => a.date.localeCompare(b.date));
    if (first === undefined) return [];
    const { date, ...conflict } = first;
    const on = new Set(group.map((one) => weekdayOf(one.date)));
    return [{ ...conflict, days: weekdays.filter((day) => on.has(day)), from: date }];
  });
}

function conflictsOn(profile: TimeProfile, date: string): readonly Found[] {
  const { sets, quietTimes, quotas } = rulesInForce(profile, date);
  const inForce = new Set<unknown>([...quietTimes, ...quotas]);
  const due = (profile.ruleSets ?? []).filter((set) => isSetDue(set, date));
  const all = [...placed(profile, null), ...due.flatMap((set) => placed(set, set.id))].filter(
    (rule) => speaksOn(rule, date),
  );
  const acting = all.filter(({ quota, quietTime }) => inForce.has(quota ?? quietTime));
  const [replacing] = sets.filter(({ replaces }) => replaces);
  return [
    ...acting.flatMap((loser) => [
      ...acting.flatMap((winner) => disagreement(profile, winner, loser, date)),
      ...alwaysOpen(profile, loser, date),
    ]),
    ...all
      .filter((rule) => replacing !== undefined && !acting.includes(rule))
      .map(({ ref, scope }): Found => ({
        kind: 'replaced',
        wins: { kind: 'rule-set', id: replacing?.id ?? '' },
        loses: ref,
        scope,
        date,
      })),
  ];
}

const placed = (
  { quietTimes, quotas }: Pick<TimeProfile, 'quietTimes' | 'quotas'>,
  setId: string | null,
): readonly Placed[] => [
  ...quietTimes.map((quietTime): Placed => ({
    ref: { kind: 'quiet-time', id: quietTime.id, setId },
    scope: quietTime.scope ?? 'all',
    quota: null,
    quietTime,
  })),
  ...quotas.map((quota): Placed => ({
    ref: { kind: 'quota', id: quota.id, setId },
    scope: quota.scope,
    quota,
    quietTime: null,
  })),
];

const speaksOn = ({ quota, quietTime }: Placed, date: string): boolean =>
  quota === null
    ? quietTime.days.includes(weekdayOf(date))
    : quota.perWeek !== undefined || quota.minutes[weekdayOf(date)] !== undefined;

function disagreement(
  profile: TimeProfile,
  winner: Placed,
  loser: Placed,
  date: string,
): readonly Found[] {
  if (winner === loser || !covers(profile, winner.scope, loser.scope)) return [];
  const found = { wins: winner.ref, loses: loser.ref, scope: loser.scope, date };
  if (winner.quota !== null && loser.quota !== null) {
    const isSmaller = limitsOn(winner.quota, date).some((limit, at) => {
      const other = limitsOn(loser.quota, date)[at];
      return limit !== undefined && other !== undefined && limit < other;
    });
    return isSmaller ? [{ ...found, kind: 'smaller-limit' }] : [];
  }
  if (winner.quietTime === null || loser.quietTime === null) return [];
  return winner.ref.setId !== loser.ref.setId && holdsOver(winner.quietTime, loser.quietTime)
    ? [{ ...found, kind: 'longer-quiet-time' }]
    : [];
}

/** Of the day and of the week. */
const limitsOn = (quota: Quota, date: string): readonly (number | undefined)[] => [
  quota.minutes[weekdayOf(date)],
  quota.perWeek,
];

/** They overlap, and the first begins earlier or, beginning with the other, lasts longer. */
function holdsOver(first: QuietTime, other: QuietTime): boolean {
  const [a, b] = [first, other].map((window) => {
    const start = minutesOf(window.from);
    return { start, end: start + wallMinutes(window) };
  });
  if (a === undefined || b === undefined || a.end <= b.start) return false;
  return a.start < b.start || (a.start === b.start && a.end > b.end);
}

/** Whether all that the second scope counts is counted by the first, as far as names tell. */
function covers({ hostSets }: TimeProfile, wide: string, narrow: string): boolean {
  if (wide === narrow || wide === 'all') return true;
  const [outer, inner] = [wide, narrow].map((scope) =>
    scope.startsWith('host:') ? [scope.slice('host:'.length)] : hostsOfSet(hostSets, scope),
  );
  return outer !== undefined && inner !== undefined && areWithin(inner, outer);
}

const areWithin = (hosts: readonly string[], names: readonly string[]): boolean =>
  hosts.length > 0 &&
  hosts.every((host) => names.some((name) => host === name || host.endsWith(`.${name}`)));

function alwaysOpen({ hostSets = [] }: TimeProfile, rule: Placed, date: string): readonly Found[] {
  const hosts = rule.scope.startsWith('host:')
    ? [rule.scope.slice('host:'.length)]
    : hostsOfSet(hostSets, rule.scope);
  const set = hostSets.find((one) => one.alwaysOpen === true && areWithin(hosts, one.hosts));
  return set === undefined
    ? []
    : [
        {
          kind: 'always-open',
          wins: { kind: 'host-set', id: set.id },
          loses: rule.ref,
          scope: rule.scope,
          date,
        },
      ];
}
