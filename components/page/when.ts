// Instants and durations in local words: "today at 3:00 PM", «کل صبح 7:00 بجے».
import type { Services } from '@/components/services.ts';
import type { Language } from '@/rules/policy/schema.ts';
import type { Instant } from '@/rules/policy/verdict.ts';

const dayMs = 86_400_000;

/** "3:00 PM". Urdu says the part of the day before and بجے after, never AM or PM. */
export function clockWords(instant: Instant, language: Language): string {
  if (language !== 'ur') {
    return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(
      instant,
    );
  }
  const parts = new Intl.DateTimeFormat('ur', {
    hour: 'numeric',
    minute: '2-digit',
    dayPeriod: 'short',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('dayPeriod')} ${part('hour')}:${part('minute')} بجے`.trim();
}

type Speaking = Pick<Services, 'text' | 'language' | 'now'>;

/** "today at 3:00 PM", "tomorrow at …", "Saturday at …", and the date when it is a week away or more. Midnight to come is just its day. */
export function whenWords(services: Speaking, at: Instant): string {
  const { text, language } = services;
  const days = daysBetween(services.now(), at);
  if (days > 0 && startOfDay(at) === at) {
    return days === 1
      ? text('whenOnlyTomorrow')
      : text('whenOnlyDay', { day: dayName(at, days, language) });
  }
  const time = clockWords(at, language);
  if (days === 0) return text('whenToday', { time });
  if (days === 1) return text('whenTomorrow', { time });
  if (days === -1) return text('whenYesterday', { time });
  return text('whenDay', { day: dayName(at, days, language), time });
}

/** "1 hour, 20 minutes"; rounded up to whole minutes, never "0 minutes". */
export function durationWords(ms: number, language: Language): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return new Intl.DurationFormat(language, { style: 'long' }).format({
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  });
}

function dayName(at: Instant, days: number, language: Language): string {
  const form: Intl.DateTimeFormatOptions =
    days > 1 && days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(language, form).format(at);
}

const daysBetween = (from: Instant, to: Instant): number =>
  Math.round((startOfDay(to) - startOfDay(from)) / dayMs);

function startOfDay(instant: Instant): number {
  const day = new Date(instant);
  return day.setHours(0, 0, 0, 0);
}
