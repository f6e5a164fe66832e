// Instants and durations in local words: "today at 3:00 PM", «کل صبح 7:00 بجے». Always in the family's own zone, as the rules are.
import type { Services } from '@/components/services.ts';
import type { Day } from '@/rules/messages/replies.ts';
import type { Language } from '@/rules/policy/schema.ts';
import type { Instant } from '@/rules/policy/verdict.ts';
import { daysBetween } from '@/rules/time/dates.ts';
import { momentAt } from '@/rules/time/moment.ts';

/** "3:00 PM". Urdu says the part of the day before and بجے after, never AM or PM. */
export function clockWords(instant: Instant, language: Language, timeZone: string): string {
  const { zone } = momentAt(instant, timeZone);
  const clock = { hour: 'numeric', minute: '2-digit', timeZone: zone } as const;
  if (language !== 'ur') return new Intl.DateTimeFormat(language, clock).format(instant);
  const parts = new Intl.DateTimeFormat('ur', { ...clock, dayPeriod: 'short' }).formatToParts(
    instant,
  );
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('dayPeriod')} ${part('hour')}:${part('minute')} بجے`.trim();
}

type Speaking = Pick<Services, 'text' | 'language' | 'now' | 'timeZone'>;

/** "today at 3:00 PM", "tomorrow at …", "Saturday at …", and the date when it is a week away or more. Midnight to come is just its day. */
export function whenWords(services: Speaking, at: Instant): string {
  const { text, language, timeZone } = services;
  const { date, zone } = momentAt(at, timeZone);
  const days = daysBetween(momentAt(services.now(), timeZone).date, date);
  const day = () => dayName(at, days, { language, zone });
  if (days > 0 && isMidnight(at, timeZone)) {
    return days === 1 ? text('whenOnlyTomorrow') : text('whenOnlyDay', { day: day() });
  }
  const time = clockWords(at, language, timeZone);
  if (days === 0) return text('whenToday', { time });
  if (days === 1) return text('whenTomorrow', { time });
  if (days === -1) return text('whenYesterday', { time });
  return text('whenDay', { day: day(), time });
}

/** The day's quiet times, each as the sentence `key`; one that closes only a part says what it closes. */
export function quietTimeWords(
  { quietTimesToday }: Pick<Day, 'quietTimesToday'>,
  { text, language, timeZone }: Speaking,
  how: { readonly key: string; readonly scopeWords: (scope: string) => string },
): readonly string[] {
  const clock = (at: Instant) => clockWords(at, language, timeZone);
  const sentences = quietTimesToday.map(({ scope, from, to }) => {
    const times = { from: clock(from), to: clock(to) };
    return scope === 'all'
      ? text(how.key, times)
      : text('pictureQuietFor', { ...times, scope: how.scopeWords(scope) });
  });
  // Last night's and tonight's are one.
  return [...new Set(sentences)];
}

/** "1 hour, 20 minutes"; rounded up to whole minutes, never "0 minutes". */
export function durationWords(ms: number, language: Language): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return new Intl.DurationFormat(language, { style: 'long' }).format({
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  });
}

function dayName(
  at: Instant,
  days: number,
  { language, zone }: { readonly language: Language; readonly zone: string },
): string {
  const form: Intl.DateTimeFormatOptions =
    days > 1 && days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(language, { ...form, timeZone: zone }).format(at);
}

/** The instant before was of another day. */
const isMidnight = (at: Instant, timeZone: string): boolean =>
  momentAt(at - 1, timeZone).date !== momentAt(at, timeZone).date;
