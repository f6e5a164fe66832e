// A time rule as one sentence, for whoever reads it. The rule as data comes from rules/time/sentence-data.ts.
import type { Services } from '@/components/services.ts';
import { weekdays, type RuleSet, type Weekday } from '@/rules/policy/schema.ts';
import type {
  OpenSentence,
  QuietSentence,
  QuotaSentence,
  RuleSentence,
  SetWords,
} from '@/rules/time/sentence-data.ts';

import { clockName, durationName, weekdayList } from './formats.ts';

/** `scopeWords`: "all" and the like for this reader. */
export type RuleSpeaking = Pick<Services, 'text' | 'language'> & {
  readonly scopeWords: (scope: string) => string;
  /** The child reads "quiet time", the guardian "closed". */
  readonly reader: 'child' | 'guardian';
};

/** All sentences of one rule: mostly one; a limit with a week or with saved minutes says so after it. */
export function ruleWords(sentence: RuleSentence, speaking: RuleSpeaking): string {
  const words = plainWords(sentence, speaking);
  const set = sentence.kind === 'always-open' ? null : sentence.set;
  if (set === null || speaking.reader === 'guardian') return words;
  const when = setDates(set, speaking);
  const said = { set: set.name, sentence: words };
  // Without dates the sentence itself says on which days.
  return when === null
    ? speaking.text('sayInSetDays', said)
    : speaking.text('sayInSet', { ...said, when });
}

/** "Every day", "Monday to Friday", "At weekends", or the days one by one. */
export function daysWords(
  days: readonly Weekday[],
  { text, language }: Pick<Services, 'text' | 'language'>,
): string {
  const has = weekdays.map((day) => days.includes(day));
  const named = namedDays.find(({ pattern }) => has.every((each, at) => each === pattern[at]));
  return named === undefined ? weekdayList(language, days) : text(named.key);
}

/** "February 8 – March 8, 2027", "every year, December 1 – 14", "from …", "until …"; null: no dates, so by days alone. */
export function setDates(
  { firstDate, lastDate, isYearly }: Pick<SetWords, 'firstDate' | 'lastDate' | 'isYearly'>,
  { text, language }: Pick<Services, 'text' | 'language'>,
): string | null {
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(!isYearly && { year: 'numeric' }),
  });
  const noonOf = (date: string) => Date.parse(`${date}T12:00:00Z`);
  if (firstDate !== null && lastDate !== null) {
    const range = format.formatRange(noonOf(firstDate), noonOf(lastDate));
    return isYearly ? text('setWhenYearly', { dates: range }) : range;
  }
  if (firstDate !== null) return text('setWhenFrom', { from: format.format(noonOf(firstDate)) });
  return lastDate === null ? null : text('setWhenUntil', { to: format.format(noonOf(lastDate)) });
}

/** As the sentence of a set would name it. */
export const setWordsOf = (
  set: RuleSet,
): Pick<SetWords, 'firstDate' | 'lastDate' | 'isYearly'> => ({
  firstDate: set.firstDate ?? null,
  lastDate: set.lastDate ?? null,
  isYearly: set.isYearly ?? false,
});

const yes = (from: string) => weekdays.map((_, at) => from[at] === '1');
const namedDays = [
  { pattern: yes('1111111'), key: 'daysEvery' },
  { pattern: yes('1111100'), key: 'daysWork' },
  { pattern: yes('0000011'), key: 'daysWeekend' },
];

function plainWords(sentence: RuleSentence, speaking: RuleSpeaking): string {
  switch (sentence.kind) {
    case 'quiet-time':
      return quietWords(sentence, speaking);
    case 'quota':
      return quotaWords(sentence, speaking);
    case 'always-open':
      return openWords(sentence, speaking);
    default:
      return sentence satisfies never;
  }
}

function quietWords(sentence: QuietSentence, speaking: RuleSpeaking): string {
  const { text, language, scopeWords, reader } = speaking;
  const { days, scope, from, to } = sentence;
  if (days.length === 0) return text('sayNever');
  // A whole day that begins in the middle of one is told by its two ends.
  const isWholeDay = sentence.isAllDay && from === '00:00';
  const length = isWholeDay
    ? 'AllDay'
    : sentence.endsNextDay || sentence.isAllDay
      ? 'Night'
      : 'Day';
  const ending = `${scope === 'all' ? '' : 'For'}${length}`;
  const values = {
    days: daysWords(days, speaking),
    from: clockName(language, from),
    to: clockName(language, to),
    ...(scope !== 'all' && { scope: scopeWords(scope) }),
  };
  return reader === 'child'
    ? text(`sayMyQuiet${ending}`, values)
    : text(`sayQuiet${ending}`, values);
}

function quotaWords(sentence: QuotaSentence, speaking: RuleSpeaking): string {
  const { text, language, scopeWords, reader } = speaking;
  const { limits, minutesPerWeek, carryOverMinutes } = sentence;
  const name = reader === 'child' ? 'sayMy' : 'say';
  const scope = scopeWords(sentence.scope);
  const time = (minutes: number) => durationName(language, minutes * 60);
  const said = [
    ...limits.map(({ minutes, days }) =>
      minutes === 0
        ? text(`${name}NotAtAll`, { days: daysWords(days, speaking), scope })
        : text(`${name}Limit`, { days: daysWords(days, speaking), scope, time: time(minutes) }),
    ),
    ...(minutesPerWeek === null
      ? []
      : [text(`${name}Week`, { scope, time: time(minutesPerWeek) })]),
    ...(carryOverMinutes === null || limits.length === 0
      ? []
      : [text(`${name}Carry`, { time: time(carryOverMinutes) })]),
  ];
  return said.length === 0 ? text('sayNever') : said.join(' ');
}

function openWords({ name, hosts }: OpenSentence, { text, language }: RuleSpeaking): string {
  if (hosts.length === 0) return text('sayOpenEmpty', { name });
  const shown = hosts.slice(0, fewHosts);
  const more = hosts.length - shown.length;
  const list = new Intl.ListFormat(language).format([
    ...shown,
    ...(more > 0 ? [text('sayMoreSites', { count: more })] : []),
  ]);
  return text('sayOpen', { name, hosts: list });
}

const fewHosts = 4;
