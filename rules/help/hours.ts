// Whether a help line answers now, as far as its published hours can be read.
import { weekdays, type Weekday } from '../policy/schema.ts';
import type { Moment } from '../time/moment.ts';

type Span = { readonly days: ReadonlySet<Weekday>; readonly from: number; readonly to: number };

/** true or false where the words are plain ("24/7", "Mon-Fri 09:00-17:00; Sat 10-14"); null where they are not, or are missing. */
export function isOpenAt(hours: string | undefined, moment: Moment): boolean | null {
  if (hours === undefined) return null;
  const text = hours.trim();
  if (/^24\/7$|^24 ?h(?:ours)?$/i.test(text)) return true;
  const spans: Span[] = [];
  for (const part of text.split(';')) {
    const span = spanOf(part.trim());
    if (span === null) return null;
    spans.push(span);
  }
  return spans.some((span) => isIn(span, moment));
}

const spanPattern =
  /^(daily|every day|7 days|weekdays|[a-z]{3}(?:[-,][a-z]{3})*) (24h|(\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?)(?: [A-Z]{3,4})?$/i;

function spanOf(part: string): Span | null {
  const found = spanPattern.exec(part);
  if (found === null) return null;
  const days = daysOf((found[1] ?? '').toLowerCase());
  if (days === null) return null;
  if (found[2]?.toLowerCase() === '24h') return { days, from: 0, to: 1440 };
  const from = Number(found[3]) * 60 + Number(found[4] ?? 0);
  const to = Number(found[5]) * 60 + Number(found[6] ?? 0);
  return from > 1440 || to > 1440 ? null : { days, from, to };
}

function daysOf(text: string): ReadonlySet<Weekday> | null {
  if (['daily', 'every day', '7 days'].includes(text)) return new Set(weekdays);
  if (text === 'weekdays') return new Set(weekdays.slice(0, 5));
  const days = new Set<Weekday>();
  for (const range of text.split(',')) {
    const [first, last] = range.split('-').map((name) => weekdays.findIndex((day) => day === name));
    if (first === undefined || first < 0 || (last !== undefined && last < 0)) return null;
    const length = (((last ?? first) - first + 7) % 7) + 1;
    for (let step = 0; step < length; step += 1) {
      const day = weekdays[(first + step) % 7];
      if (day !== undefined) days.add(day);
    }
  }
  return days;
}

function isIn({ days, from, to }: Span, { weekday, minuteOfDay }: Moment): boolean {
  if (from < to) return days.has(weekday) && minuteOfDay >= from && minuteOfDay < to;
  // Past midnight: the night belongs to the day it began on.
  const yesterday = weekdays[(weekdays.indexOf(weekday) + 6) % 7] ?? weekday;
  return (days.has(weekday) && minuteOfDay >= from) || (days.has(yesterday) && minuteOfDay < to);
}
