// When a child is no longer one. The day of birth is the guardian's to give; without it nobody ever comes of age.
import type { ChildProfile } from '../policy/schema.ts';
import { addDays, tidyDate } from '../time/dates.ts';
import type { Moment } from '../time/moment.ts';

const ageOfMajority = 18;

/** Whether the 18th birthday has come, by the pinned zone. Born on 29 February: on 1 March where the year has no 29th. */
export const isOfAge = (
  { born }: Pick<ChildProfile, 'born'>,
  { date }: Pick<Moment, 'date'>,
): boolean => born !== undefined && date >= birthdayAt18(born);

/** The first date on which a child is of age. */
export function comesOfAgeOn(born: string): string {
  const birthday = birthdayAt18(born);
  const real = tidyDate(birthday);
  return real === birthday ? birthday : addDays(real, 1);
}

// Of 29 February it may be no day of the calendar; it compares all the same.
const birthdayAt18 = (born: string): string =>
  `${String(Number(born.slice(0, 4)) + ageOfMajority).padStart(4, '0')}${born.slice(4)}`;

/**
 * The child as the rules see it: without a day of birth while its 18th birthday has not been believed yet. A clock that is
 * set ahead says 18 too soon, and what it ended would not come back by itself.
 */
export const withBelievedAge = (
  child: ChildProfile,
  moment: Pick<Moment, 'date'>,
  believed: readonly string[],
): ChildProfile => {
  if (!isOfAge(child, moment) || believed.includes(ageMark(child))) return child;
  const { born: _born, ...younger } = child;
  return younger;
};

/** Another day of birth has to be believed anew. */
export const ageMark = ({ id, born = '' }: Pick<ChildProfile, 'id' | 'born'>): string =>
  `${id} ${born}`;
