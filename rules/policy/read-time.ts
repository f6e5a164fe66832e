// What a shape can not say about time rules: windows that close nothing or lie on each other, limits that leave or limit
// nothing, dates that never come, sets that are not there.
import { parsePattern } from '../hosts/pattern.ts';
import type { ParseFailure } from '../parse.ts';
import { daysBetween, minutesOf, tidyDate } from '../time/dates.ts';
import { wallMinutes } from '../time/schedule.ts';
import { doubles, patternProblem, problem } from './read-problems.ts';
import {
  categories,
  type ChildProfile,
  type HostSet,
  type QuietTime,
  type Quota,
  type RuleSet,
  weekdays,
} from './schema.ts';

export function timeProblems(child: ChildProfile, path: string): ParseFailure[] {
  const { ruleSets = [], hostSets = [], born } = child;
  return [
    ...rulesProblems(child, hostSets, path),
    ...doubles(ruleSets, `${path}.ruleSets`),
    ...ruleSets.flatMap((set, at) => ruleSetProblems(child, set, `${path}.ruleSets.${at}`)),
    ...doubles(hostSets, `${path}.hostSets`),
    ...hostSets.flatMap((set, at) => hostSetProblems(set, `${path}.hostSets.${at}`)),
    ...(born === undefined ? [] : dateProblems(born, `${path}.born`)),
  ];
}

type Rules = Pick<ChildProfile, 'quietTimes' | 'quotas'>;

const rulesProblems = (
  { quietTimes, quotas }: Rules,
  hostSets: readonly HostSet[],
  path: string,
): ParseFailure[] => [
  ...doubles(quietTimes, `${path}.quietTimes`),
  ...doubles(quotas, `${path}.quotas`),
  ...quietTimes.flatMap((quietTime, at) => [
    ...windowProblems(quietTime, quietTimes.slice(0, at), `${path}.quietTimes.${at}`),
    ...scopeProblems(quietTime.scope ?? 'all', hostSets, `${path}.quietTimes.${at}.scope`),
  ]),
  ...quotas.flatMap((quota, at) => [
    ...limitProblems(quota, `${path}.quotas.${at}`),
    ...scopeProblems(quota.scope, hostSets, `${path}.quotas.${at}.scope`),
  ]),
];

function windowProblems(
  quietTime: QuietTime,
  before: readonly QuietTime[],
  path: string,
): ParseFailure[] {
  const { from, to } = quietTime;
  if (from === '24:00') {
    return [problem(`${path}.from`, '24:00 is only an end: the day after begins at 00:00')];
  }
  if (from === to) {
    const message = `begins and ends at ${from}: it closes nothing; a whole day is 00:00 to 24:00`;
    return [problem(path, message)];
  }
  const other = before.find((one) => overlap(one, quietTime));
  return other === undefined
    ? []
    : [
        problem(
          path,
          `${from} to ${to} overlaps with ${other.from} to ${other.to}: make one of both`,
        ),
      ];
}

const weekMinutes = 7 * 1440;

function overlap(a: QuietTime, b: QuietTime): boolean {
  if ((a.scope ?? 'all') !== (b.scope ?? 'all')) return false;
  const startsOf = ({ days, from }: QuietTime) =>
    days.map((day) => weekdays.indexOf(day) * 1440 + minutesOf(from));
  const after = (from: number, to: number) => (to - from + weekMinutes) % weekMinutes;
  return startsOf(a).some((one) =>
    startsOf(b).some((two) => after(one, two) < wallMinutes(a) || after(two, one) < wallMinutes(b)),
  );
}

function limitProblems({ minutes, perWeek, carryOver }: Quota, path: string): ParseFailure[] {
  const noMinute = 'leaves no minute: close the site or the topic instead';
  const given = weekdays.flatMap((day) => minutes[day] ?? []);
  if (given.length === 0 && perWeek === undefined) {
    return [problem(path, 'has no minutes for any day or for the week')];
  }
  return [
    ...(given.length === weekdays.length && given.every((day) => day === 0)
      ? [problem(path, noMinute)]
      : []),
    ...(perWeek === 0 ? [problem(`${path}.perWeek`, noMinute)] : []),
    ...(carryOver !== undefined && given.length === 0
      ? [problem(`${path}.carryOver`, 'keeps unused minutes of a day, but no day has a limit')]
      : []),
  ];
}

function scopeProblems(scope: string, hostSets: readonly HostSet[], path: string): ParseFailure[] {
  const name = scope.slice(scope.indexOf(':') + 1);
  if (scope.startsWith('category:')) {
    return categories.some((category) => category === name)
      ? []
      : [problem(path, `unknown category "${name}"`)];
  }
  if (scope.startsWith('set:')) {
    return hostSets.some(({ id }) => id === name)
      ? []
      : [problem(path, `there is no set of sites "${name}"`)];
  }
  return scope.startsWith('host:') ? hostProblems(name, path) : [];
}

/** Time is counted by host as it is written in an address: no path, no star, no "www.". */
function hostProblems(name: string, path: string): ParseFailure[] {
  const read = parsePattern(name);
  if (!read.ok) return [patternProblem(name, read.failure, path)];
  return read.value.text === name && read.value.path === null && !read.value.anySuffix
    ? []
    : [problem(path, `"${name}" is not a plain host such as "${read.value.host}"`)];
}

const hostSetProblems = ({ hosts }: HostSet, path: string): ParseFailure[] => [
  ...(hosts.length === 0 ? [problem(`${path}.hosts`, 'has no site')] : []),
  ...hosts.flatMap((host, at) => hostProblems(host, `${path}.hosts.${at}`)),
];

function ruleSetProblems(child: ChildProfile, set: RuleSet, path: string): ParseFailure[] {
  const { hostSets = [], ruleSets = [] } = child;
  // A verdict names a rule by its id alone.
  const others = [child, ...ruleSets.slice(0, ruleSets.indexOf(set))];
  const taken = (kind: 'quietTimes' | 'quotas') =>
    set[kind].flatMap(({ id }, at) =>
      others.some((other) => other[kind].some((rule) => rule.id === id))
        ? [problem(`${path}.${kind}.${at}.id`, `"${id}" is there twice`)]
        : [],
    );
  return [
    ...rulesProblems(set, hostSets, path),
    ...taken('quietTimes'),
    ...taken('quotas'),
    ...spanProblems(set, path),
  ];
}

function spanProblems({ firstDate, lastDate, isYearly }: RuleSet, path: string): ParseFailure[] {
  const wrong = [
    ...(firstDate === undefined ? [] : dateProblems(firstDate, `${path}.firstDate`)),
    ...(lastDate === undefined ? [] : dateProblems(lastDate, `${path}.lastDate`)),
  ];
  if (wrong.length > 0) return wrong;
  if (firstDate === undefined || lastDate === undefined) {
    const isHalf = isYearly === true && firstDate !== lastDate;
    return isHalf ? [problem(path, 'comes each year: it needs a first and a last day')] : [];
  }
  if (lastDate < firstDate) {
    const message = `${lastDate} comes before the first day, ${firstDate}`;
    return [problem(`${path}.lastDate`, message)];
  }
  return isYearly === true && daysBetween(firstDate, lastDate) >= 365
    ? [problem(`${path}.lastDate`, 'is more than a year after the first day')]
    : [];
}

const dateProblems = (date: string, path: string): ParseFailure[] =>
  tidyDate(date) === date ? [] : [problem(path, `there is no ${date} in the calendar`)];
