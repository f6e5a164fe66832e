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

/** "today at 3:00 PM", "tomorrow at …", "Saturday at …", and the date when it is a week away or more. */
export function whenWords(
  services: Pick<Services, 'text' | 'language' | 'now'>,
  at: Instant,
): string {
  const { text, language } = services;
  const time = clockWords(at, language);
  const days = Math.round((startOfDay(at) - startOfDay(services.now())) / dayMs);
  if (days === 0) return text('whenToday', { time });
  if (days === 1) return text('whenTomorrow', { time });
  if (days === -1) return text('whenYesterday', { time });
  const form: Intl.DateTimeFormatOptions =
    days > 1 && days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' };
  return text('whenDay', { day: new Intl.DateTimeFormat(language, form).format(at), time });
}

/** "1 hour, 20 minutes"; rounded up to whole minutes, never "0 minutes". */
export function durationWords(ms: number, language: Language): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  return new Intl.DurationFormat(language, { style: 'long' }).format({
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
  });
}

function startOfDay(instant: Instant): number {
  const day = new Date(instant);
  return day.setHours(0, 0, 0, 0);
}
