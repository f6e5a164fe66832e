import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isOpenAt } from '@/rules/help/hours.ts';
import { momentAt } from '@/rules/time/moment.ts';

/** A Friday. */
const at = (time: string, date = '2026-11-20') =>
  momentAt(Date.parse(`${date}T${time}:00Z`), 'UTC');

test.each([
  ['24/7', '03:00', true],
  ['Mon-Fri 09:00-17:00', '09:00', true],
  ['Mon-Fri 09:00-17:00', '17:00', false],
  ['Mon-Thu 08-17; Fri 08-13', '14:00', false],
  ['Mon,Tue,Thu,Fri 16-22; Wed,Sat 14-22', '16:00', true],
  ['Sun-Thu 09-18', '10:00', false],
  ['Mon-Sat 24h', '03:00', true],
  ['daily 09:00-21:00 PKT', '20:59', true],
  ['Every day 17-21', '16:59', false],
  ['7 days 09-23', '22:00', true],
  ['Mon-Fri 07-02; Sat-Sun 11-24', '01:00', true],
  ['Mon-Fri 07-02; Sat-Sun 11-24', '03:00', false],
])('"%s" on a Friday at %s is open: %s', (hours, time, open) => {
  expect(isOpenAt(hours, at(time))).toBe(open);
});

test('a night belongs to the day it began on', () => {
  expect(isOpenAt('Fri 20-02', at('01:00', '2026-11-21'))).toBe(true);
  expect(isOpenAt('Fri 20-02', at('01:00', '2026-11-20'))).toBe(false);
});

test.each([
  undefined,
  '',
  'weekdays 08:30-16:00 Central',
  'Mon-Sun from 08',
  'Mon-Fri 9-99',
  'ask',
])('hours that can not be read are not guessed: %s', (hours) => {
  expect(isOpenAt(hours, at('10:00'))).toBeNull();
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (hours) => {
      expect([true, false, null]).toContain(isOpenAt(hours, at('10:00')));
    }),
  );
});
