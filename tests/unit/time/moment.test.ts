import fc from 'fast-check';
import { expect, test } from 'vitest';

import { addDays, weekdayOf } from '@/rules/time/dates.ts';
import {
  instantAt,
  isKnownZone,
  momentAt,
  startOfDay,
  startOfNextDay,
} from '@/rules/time/moment.ts';

const utc = (text: string): number => Date.parse(text);
const hour = 3_600_000;

test('an instant is read in the pinned zone', () => {
  expect(momentAt(utc('2026-11-21T22:15:00Z'), 'Asia/Karachi')).toStrictEqual({
    instant: utc('2026-11-21T22:15:00Z'),
    zone: 'Asia/Karachi',
    date: '2026-11-22',
    weekday: 'sun',
    minuteOfDay: 195,
  });
});

test('an unknown or missing zone is read as UTC and never throws', () => {
  for (const zone of ['Mars/Olympus', '', 'x'.repeat(64), '../etc', 'not a zone']) {
    expect(momentAt(utc('2026-01-01T10:00:00Z'), zone)).toMatchObject({
      zone: 'UTC',
      minuteOfDay: 600,
    });
    expect(isKnownZone(zone)).toBe(false);
  }
  expect(isKnownZone('Asia/Karachi')).toBe(true);
});

test('no instant and no zone makes a moment throw, and its date is always comparable as a string', () => {
  fc.assert(
    fc.property(fc.double(), fc.string(), (instant, zone) => {
      const moment = momentAt(instant, zone);
      expect(moment.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(startOfNextDay(moment)).toBeGreaterThan(moment.instant);
    }),
  );
});

test('a broken date or time is read as 1970 or midnight instead of throwing', () => {
  expect(instantAt('2026-13-99', '10:00', 'UTC')).toBe(10 * hour);
  expect(instantAt('1970-01-01', 'soon', 'UTC')).toBe(0);
  expect(instantAt('2026-02-31', '00:00', 'UTC')).toBe(utc('2026-02-28T00:00:00Z'));
});

test('24:00 is the midnight that ends the day', () => {
  expect(instantAt('2026-11-21', '24:00', 'Asia/Karachi')).toBe(
    instantAt('2026-11-22', '00:00', 'Asia/Karachi'),
  );
});

test('BYP-139 a time the clocks skip comes later, a time they repeat is the first one', () => {
  expect(instantAt('2026-03-29', '02:30', 'Europe/Paris')).toBe(utc('2026-03-29T01:30:00Z'));
  expect(instantAt('2026-10-25', '02:30', 'Europe/Paris')).toBe(utc('2026-10-25T00:30:00Z'));
});

test('BYP-139 a day has 23 or 25 hours where the clocks change, and starts at 01:00 where there is no midnight', () => {
  const lengthOf = (date: string, zone: string): number => {
    const start = instantAt(date, '00:00', zone);
    return (startOfNextDay(momentAt(start, zone)) - start) / hour;
  };
  expect(lengthOf('2026-03-29', 'Europe/Paris')).toBe(23);
  expect(lengthOf('2026-10-25', 'Europe/Paris')).toBe(25);
  expect(lengthOf('2026-04-24', 'Africa/Cairo')).toBe(23);
  const cairo = momentAt(instantAt('2026-04-24', '00:00', 'Africa/Cairo'), 'Africa/Cairo');
  expect(cairo).toMatchObject({ date: '2026-04-24', minuteOfDay: 60 });
  const santiago = momentAt(
    instantAt('2026-09-06', '00:00', 'America/Santiago'),
    'America/Santiago',
  );
  expect(santiago).toMatchObject({ date: '2026-09-06', minuteOfDay: 60 });
});

test('BYP-140 dates roll over months, years and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(weekdayOf('2026-11-22')).toBe('sun');
  expect(weekdayOf('2026-11-23')).toBe('mon');
});

test('the day of a moment starts at or before it and ends after it, in every zone', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Asia/Karachi',
    'Africa/Cairo',
    'America/Santiago',
    'Pacific/Apia',
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), zone, (instant, name) => {
      const moment = momentAt(instant, name);
      expect(startOfDay(moment)).toBeLessThanOrEqual(instant);
      expect(startOfNextDay(moment)).toBeGreaterThan(instant);
      expect(momentAt(startOfNextDay(moment), name).date > moment.date).toBe(true);
    }),
  );
});

test('the short way through an even day gives what Temporal gives, on days of change as on any other', () => {
  const zone = fc.constantFrom(
    'Asia/Karachi',
    'Europe/Paris',
    'Africa/Cairo',
    'America/Santiago',
    'America/Havana',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Asia/Kathmandu',
  );
  const instants = fc.integer({ min: Date.parse('2011-12-01'), max: Date.parse('2027-12-31') });
  fc.assert(
    fc.property(instants, zone, fc.integer({ min: 0, max: 1439 }), (instant, name, minutes) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
      for (const moment of [momentAt(instant, name), momentAt(instant, name)]) {
        expect(moment.date).toBe(zoned.toPlainDate().toString());
        expect(moment.minuteOfDay).toBe(zoned.hour * 60 + zoned.minute);
        expect(weekdayOf(moment.date)).toBe(
          ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][zoned.dayOfWeek - 1],
        );
      }
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      const wall = zoned.toPlainDate().toZonedDateTime({ timeZone: name, plainTime: time });
      expect(instantAt(zoned.toPlainDate().toString(), time, name)).toBe(wall.epochMilliseconds);
    }),
    { numRuns: 500 },
  );
});

test('dates are counted like the calendar counts them, to its ends', () => {
  const dates = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  );
  fc.assert(
    fc.property(dates, fc.integer({ min: -800, max: 800 }), ([year, month, day], days) => {
      const plain = Temporal.PlainDate.from({ year, month, day });
      const moved = plain.add({ days });
      const expected =
        moved.year < 1 ? '0001-01-01' : moved.year > 9999 ? '9999-12-31' : moved.toString();
      expect(addDays(plain.toString(), days)).toBe(expected);
    }),
  );
});
