import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cleanTitle } from '@/rules/reporting/title.ts';

import { someReport } from './builders.ts';

test.each([
  ['(12) Chat with stranger9', 'Chat with stranger9'],
  ['• stranger9 wrote to you', 'stranger9 wrote to you'],
  ['Inbox (3) - sara.khan@mail.example - Mail', 'Inbox (3) - [e-mail] - Mail'],
  ['Sign in https://a.example/in?token=abc&lang=ur', 'Sign in https://a.example/in?lang=ur'],
  ['+92 300 1234567 | Messenger', '+92 300 1234567 | Messenger'],
  ['اجنبی کے ساتھ گفتگو', 'اجنبی کے ساتھ گفتگو'],
  ['two\nlines\u202Egpj', 'two linesgpj'],
])('of the title %j goes %j', (title, cleaned) => {
  expect(cleanTitle(title)).toBe(cleaned);
});

test('a title of nothing is none', () => {
  expect(cleanTitle('  (3) ')).toBeNull();
  expect(cleanTitle('')).toBeNull();
});

test('BYP-219 whatever a page calls itself, one short clean line is left, without an e-mail address', () => {
  const title = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2000 }),
    fc.tuple(fc.string(), fc.emailAddress(), fc.string()).map((parts) => parts.join(' ')),
    fc.constant('a@'.repeat(50_000)),
  );
  fc.assert(
    fc.property(title, (untrusted) => {
      const cleaned = cleanTitle(untrusted) ?? '';
      expect(cleaned.length).toBeLessThanOrEqual(300);
      expect(cleaned).not.toMatch(/[\n\r\u202A-\u202E\u2066-\u2069]/);
      expect(cleaned.isWellFormed()).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      expect(cleanTitle(`Inbox - ${address} - Mail`)).not.toContain(address);
    }),
  );
});

test('a report carries the cleaned title', () => {
  expect(someReport({ title: '(2) Room of a@b.example' }).where.pageTitle).toBe('Room of [e-mail]');
});
