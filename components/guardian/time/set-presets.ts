// Sets of rules that families make most. Each begins as what is in force, so that a press alone loosens as little as
// its name says, and every change is a sentence before it is saved.
import type { ChildProfile, QuietTime, Quota, RuleSet, Weekday } from '@/rules/policy/schema.ts';
import { weekdays } from '@/rules/policy/schema.ts';
import { addDays, minutesOf } from '@/rules/time/dates.ts';
import { gridOf, quietTimesOf } from '@/rules/time/grid.ts';

export const setPresets = ['school-nights', 'weekend', 'holidays', 'ramadan', 'own'] as const;
export type SetPreset = (typeof setPresets)[number];

export type PresetAbout = {
  readonly profile: ChildProfile;
  /** The family's local date. */
  readonly today: string;
  readonly name: string;
  readonly newId: (kind: string) => string;
};

/** The evenings before a school day. */
const schoolNights: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu'];
const weekend: readonly Weekday[] = ['sat', 'sun'];

export function presetSet(preset: SetPreset, about: PresetAbout): RuleSet {
  const { today, name, newId } = about;
  const set = { id: newId('set'), name, replaces: true };
  switch (preset) {
    case 'school-nights':
      return {
        ...set,
        replaces: false,
        days: [...schoolNights],
        quietTimes: [{ id: newId('quiet'), days: [...schoolNights], from: '20:30', to: '07:00' }],
        quotas: [],
      };
    case 'weekend':
      return { ...set, days: [...weekend], ...loosened(about, weekend) };
    case 'holidays':
      return {
        ...set,
        firstDate: today,
        lastDate: addDays(today, 13),
        ...loosened(about, weekdays),
      };
    case 'ramadan': {
      const { first, last } = nextRamadan(today);
      return { ...set, firstDate: first, lastDate: last, ...withIftar(about) };
    }
    case 'own':
      return { ...set, replaces: false, quietTimes: [], quotas: [] };
    default:
      return preset satisfies never;
  }
}

/** The ordinary rules of these days under ids of their own. */
function copied(
  { profile, newId }: PresetAbout,
  days: readonly Weekday[],
): { readonly quietTimes: QuietTime[]; readonly quotas: Quota[] } {
  return {
    quietTimes: profile.quietTimes.flatMap((quietTime) => {
      const kept = quietTime.days.filter((day) => days.includes(day));
      return kept.length === 0 ? [] : [{ ...quietTime, id: newId('quiet'), days: kept }];
    }),
    quotas: profile.quotas.map((quota) => ({ ...quota, id: newId('limit') })),
  };
}

/** An hour later to bed, an hour more of each limit. */
function loosened(about: PresetAbout, days: readonly Weekday[]) {
  const { quietTimes, quotas } = copied(about, days);
  return {
    quietTimes: quietTimes.map((quietTime) =>
      isNight(quietTime) ? { ...quietTime, from: hourLater(quietTime.from) } : quietTime,
    ),
    quotas: quotas.map((quota) => ({
      ...quota,
      minutes: Object.fromEntries(
        Object.entries(quota.minutes).map(([day, minutes]) => [day, Math.min(1440, minutes + 60)]),
      ),
    })),
  };
}

/** Nothing loosens: the hour around iftar is the family's, the rest stays until the guardian changes it. */
function withIftar(about: PresetAbout) {
  const { quietTimes, quotas } = copied(about, weekdays);
  const [ofAll, ofParts] = [true, false].map((isOfAll) =>
    quietTimes.filter(({ scope = 'all' }) => (scope === 'all') === isOfAll),
  ) as [QuietTime[], QuietTime[]];
  const iftar = { id: about.newId('quiet'), days: [...weekdays], from: '17:30', to: '19:00' };
  // Two windows never lie on each other: where they would, they become one.
  const isFree = gridOf([iftar]).every((row, day) =>
    row.every((is, cell) => !is || gridOf(ofAll)[day]?.[cell] !== true),
  );
  const joined = isFree
    ? [...ofAll, iftar]
    : quietTimesOf(gridOf([...ofAll, iftar]), { newId: () => about.newId('quiet') });
  return { quietTimes: [...ofParts, ...joined], quotas };
}

const isNight = ({ from, to }: QuietTime): boolean => minutesOf(to) <= minutesOf(from);

function hourLater(time: string): string {
  const minutes = Math.min(minutesOf(time) + 60, 23 * 60 + 45);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * The Ramadan that is on or comes next, by the calculated calendar of Umm al-Qura. Where the moon is sighted it may be a
 * day or two off: the guardian is told, and both dates can be changed.
 */
export function nextRamadan(today: string): Span {
  if (lastAskedCache?.today !== today) lastAskedCache = { today, span: ramadanFrom(today) };
  return lastAskedCache.span;
}

type Span = { readonly first: string; readonly last: string };
// A calendar is asked for some hundred days, and each look at a set of rules asks for the same ones.
let lastAskedCache: { readonly today: string; readonly span: Span } | null = null;

function ramadanFrom(today: string): Span {
  const calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    month: 'numeric',
    timeZone: 'UTC',
  });
  const isRamadan = (date: string): boolean =>
    calendar
      .formatToParts(Date.parse(`${date}T12:00:00Z`))
      .some(({ type, value }) => type === 'month' && value === '9');
  let first = today;
  for (let days = 0; days < 400 && !isRamadan(first); days += 1) first = addDays(first, 1);
  let last = first;
  while (isRamadan(addDays(last, 1))) last = addDays(last, 1);
  return { first, last };
}
