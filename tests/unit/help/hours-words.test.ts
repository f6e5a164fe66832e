import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { hoursIn } from '@/rules/help/hours-words.ts';

test.each([
  ['Mon-Sun 09:00-17:00 PKT', 'روزانہ 09:00 تا 17:00 پاکستان کے وقت کے مطابق'],
  ['Mon-Fri 08-18; Sat 12-18', 'پیر تا جمعہ 08 تا 18؛ ہفتہ 12 تا 18'],
  ['Mon,Wed,Fri 14-18', 'پیر، بدھ، جمعہ 14 تا 18'],
  ['Mon-Sat from 08:00', 'پیر تا ہفتہ 08:00 سے'],
])('%s is said in Urdu', (hours, said) => {
  expect(hoursIn('ur', hours)).toBe(said);
});

test('what is not wholly understood stays as it was published', () => {
  for (const hours of ['weekdays 08:30-16:00 Central', '24/7; chat 12-20', 'by appointment']) {
    expect(hoursIn('ur', hours)).toBe(hours);
  }
});

test('English keeps the published words, and no words mix two alphabets in Urdu', () => {
  fc.assert(fc.property(fc.string(), (hours) => hoursIn('en', hours) === hours));
  fc.assert(
    fc.property(fc.string(), (hours) => {
      const said = hoursIn('ur', hours);
      return said === hours || !/[a-z]/i.test(said);
    }),
  );
});

test('the hours of every line of Pakistan are said in Urdu', () => {
  const file: unknown = JSON.parse(readFileSync('public/packs/PK.json', 'utf8'));
  const lines = (file as { pack: { mechanisms: { hours?: string }[] } }).pack.mechanisms;
  const hours = lines.flatMap((line) => (line.hours === undefined ? [] : [line.hours]));
  expect(hours.length).toBeGreaterThan(2);
  for (const one of hours) expect(hoursIn('ur', one)).not.toMatch(/[a-z]/i);
});
