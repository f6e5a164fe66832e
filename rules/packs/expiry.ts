// What is left of an edition after its last day.
import type { Instant } from '../policy/verdict.ts';
import type { Pack } from './pack.ts';

const dayMs = 24 * 3_600_000;
/** A clock that is wrong by a day, and the far ends of the world's time zones. */
export const clockSlackMs = 2 * dayMs;

/** Its last day counts, wherever on earth it is that day. */
export const isExpired = ({ expires }: Pick<Pack, 'expires'>, now: Instant): boolean =>
  !(now < instantOfDay(expires) + clockSlackMs);

/** What of a pack is used on this day: after its last one no desk, and no line that passes for freshly checked. */
export function packOnDay(pack: Pack, now: Instant): Pack {
  if (!isExpired(pack, now)) return pack;
  const { desk: _, ...kept } = pack;
  return {
    ...kept,
    // No day at all counts as long ago.
    mechanisms: kept.mechanisms.map((mechanism) => ({ ...mechanism, checkedOn: '' })),
  };
}

/** NaN for a day that does not exist. */
export function instantOfDay(day: string): Instant {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? NaN : at;
}
