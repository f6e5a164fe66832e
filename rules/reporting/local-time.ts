// The time of a report as forms and desks write it: wall time with its offset.
import type { Instant } from '../policy/verdict.ts';
import { momentAt } from '../time/moment.ts';

/** ISO 8601 with offset to the second, and the zone that was used (UTC where the browser does not know the named one). */
export function localTime(instant: Instant, timeZone: string): { text: string; zone: string } {
  const { instant: usable, zone } = momentAt(instant, timeZone);
  const text = Temporal.Instant.fromEpochMilliseconds(usable)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return { text, zone };
}
