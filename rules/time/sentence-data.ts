// What each time rule says, ready to be put into words: one entry for one sentence.
import {
  type ChildProfile,
  type QuietTime,
  type Quota,
  type RuleSet,
  type Weekday,
  weekdays,
} from '../policy/schema.ts';
import type { Reason } from '../policy/verdict.ts';
import { minutesOf } from './dates.ts';
import { rulesInForce, type TimeProfile } from './rules-in-force.ts';

/** A time rule of a child: `setId` is null for an ordinary one. */
export type RuleRef = {
  readonly kind: 'quiet-time' | 'quota';
  readonly id: string;
  readonly setId: string | null;
};

/** The set a rule stands in, for "in Ramadan (18 February to 19 March)". */
export type SetWords = {
  readonly id: string;
  readonly name: string;
  readonly isOff: boolean;
  readonly replaces: boolean;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly isYearly: boolean;
  readonly days: readonly Weekday[];
};

export type QuietSentence = {
  readonly kind: 'quiet-time';
  readonly rule: RuleRef;
  readonly set: SetWords | null;
  /** "all", "category:games", "host:youtube.com" or "set:ID". */
  readonly scope: string;
  /** In the order of the week; those of the set only. Empty: it never acts. */
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
  readonly isAllDay: boolean;
  readonly endsNextDay: boolean;
};

export type QuotaSentence = {
  readonly kind: 'quota';
  readonly rule: RuleRef;
  readonly set: SetWords | null;
  readonly scope: string;
  /** Days with the same minutes together; 0 is "not at all". Days without a limit are in none. */
  readonly limits: readonly { readonly minutes: number; readonly days: readonly Weekday[] }[];
  readonly minutesPerWeek: number | null;
  /** Most minutes that unused time is kept for later days. */
  readonly carryOverMinutes: number | null;
};

/** "Always open": hosts that no time rule stops. */
export type OpenSentence = {
  readonly kind: 'always-open';
  readonly hostSetId: string;
  readonly name: string;
  readonly hosts: readonly string[];
};
export type RuleSentence = QuietSentence | QuotaSentence | OpenSentence;

type Rules = Pick<ChildProfile, 'quietTimes' | 'quotas'>;

/** One entry for each time rule: the ordinary ones, then set by set, then what is always open. */
export const ruleSentences = (profile: TimeProfile): readonly RuleSentence[] => [
  ...sentencesIn(profile, null),
  ...(profile.ruleSets ?? []).flatMap((set) => sentencesIn(set, setWords(set))),
  ...openSentences(profile),
];

/** The same for those that hold on one date. */
export function sentencesOn(profile: TimeProfile, date: string): readonly RuleSentence[] {
  const { quietTimes, quotas, sets } = rulesInForce(profile, date);
  const only = (rules: Rules): Rules => ({
    quietTimes: rules.quietTimes.filter((rule) => quietTimes.includes(rule)),
    quotas: rules.quotas.filter((rule) => quotas.includes(rule)),
  });
  return [
    ...sentencesIn(only(profile), null),
    ...sets.flatMap((set) => sentencesIn(only(set), setWords(set))),
    ...openSentences(profile),
  ];
}

/** The sentence of the rule that a verdict names; null for a rest, and for a rule that is gone. */
export const sentenceFor = (
  sentences: readonly RuleSentence[],
  reason: Reason,
): QuietSentence | QuotaSentence | null =>
  sentences.flatMap((sentence) =>
    sentence.kind !== 'always-open' &&
    sentence.kind === reason.kind &&
    sentence.rule.id === (reason.kind === 'quota' ? reason.quotaId : reason.quietTimeId)
      ? [sentence]
      : [],
  )[0] ?? null;

const openSentences = ({ hostSets }: TimeProfile): readonly OpenSentence[] =>
  (hostSets ?? [])
    .filter(({ alwaysOpen }) => alwaysOpen === true)
    .map(({ id, name, hosts }) => ({ kind: 'always-open', hostSetId: id, name, hosts }));

const sentencesIn = (
  { quietTimes, quotas }: Rules,
  set: SetWords | null,
): readonly (QuietSentence | QuotaSentence)[] => [
  ...quietTimes.map((quietTime) => quietSentence(quietTime, set)),
  ...quotas.map((quota) => quotaSentence(quota, set)),
];

function quietSentence(quietTime: QuietTime, set: SetWords | null): QuietSentence {
  const { id, from, to, scope } = quietTime;
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return {
    kind: 'quiet-time',
    rule: { kind: 'quiet-time', id, setId: set?.id ?? null },
    set,
    scope: scope ?? 'all',
    days: daysIn(quietTime.days, set),
    from,
    to,
    isAllDay: start === end || end - start === 1440,
    endsNextDay: end <= start && end > 0,
  };
}

function quotaSentence(quota: Quota, set: SetWords | null): QuotaSentence {
  const { id, scope, minutes, perWeek, carryOver } = quota;
  const limited = daysIn(weekdays, set).filter((day) => minutes[day] !== undefined);
  return {
    kind: 'quota',
    rule: { kind: 'quota', id, setId: set?.id ?? null },
    set,
    scope,
    limits: [...Map.groupBy(limited, (day) => minutes[day] ?? 0)].map(([most, days]) => ({
      minutes: most,
      days,
    })),
    minutesPerWeek: perWeek ?? null,
    carryOverMinutes: carryOver ?? null,
  };
}

const daysIn = (days: readonly Weekday[], set: SetWords | null): readonly Weekday[] =>
  weekdays.filter((day) => days.includes(day) && (set === null || set.days.includes(day)));

const setWords = (set: RuleSet): SetWords => ({
  id: set.id,
  name: set.name,
  isOff: set.isOff ?? false,
  replaces: set.replaces,
  firstDate: set.firstDate ?? null,
  lastDate: set.lastDate ?? null,
  isYearly: set.isYearly ?? false,
  days: weekdays.filter((day) => set.days?.includes(day) ?? true),
});
