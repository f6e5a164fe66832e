// Published hours in a reader's own language.
import type { Language } from '../policy/schema.ts';

const days: Readonly<Record<string, string>> = {
  mon: 'پیر',
  tue: 'منگل',
  wed: 'بدھ',
  thu: 'جمعرات',
  fri: 'جمعہ',
  sat: 'ہفتہ',
  sun: 'اتوار',
};

/** "Mon-Fri 09:00-17:00 PKT" as Urdu says it; as published in English, or where not every word is known. */
export function hoursIn(language: Language, hours: string): string {
  if (language === 'en') return hours;
  const said = hours
    .replaceAll(/\b(?:mon-sun|daily|every day|7 days)\b/gi, 'روزانہ')
    .replaceAll(/\b(mon|tue|wed|thu|fri|sat|sun)\b/gi, (day) => days[day.toLowerCase()] ?? day)
    .replaceAll(/\b24h\b/gi, 'دن رات')
    .replaceAll(/\bfrom (\d[\d:]*)/gi, '$1 سے')
    .replaceAll(/\bPKT\b/g, 'پاکستان کے وقت کے مطابق')
    .replaceAll('-', ' تا ')
    .replaceAll(',', '، ')
    .replaceAll(';', '؛');
  return /[a-z]/i.test(said) ? hours : said;
}
