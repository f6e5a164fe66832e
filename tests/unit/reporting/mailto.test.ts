import fc from 'fast-check';
import { expect, test } from 'vitest';

import { mailtoFor } from '@/rules/reporting/mailto.ts';

import { someReport } from './builders.ts';

const read = (mailto: string | null) => {
  const url = new URL(mailto ?? 'about:blank');
  const value = (name: string) =>
    decodeURIComponent(new RegExp(`[?&]${name}=([^&]*)`).exec(url.search)?.[1] ?? '');
  return { to: url.pathname, subject: value('subject'), body: value('body') };
};

test('the mail says what, where and when, in lines a person and a machine can read', () => {
  const report = someReport({ topic: 'grooming', words: 'He asked & said = no?' });
  const { to, subject, body } = read(mailtoFor(report, { email: 'desk@police.example' }));
  expect(to).toBe('desk@police.example');
  expect(subject).toBe('[child-safety][grooming] chat.example 2026-11-20T18:05:00+05:00');
  expect(body).toContain('Address: https://chat.example/u/stranger9?lang=ur\r\n');
  expect(body).toContain('In their own words: He asked & said = no?');
  expect(body).toContain('\r\nhttps://chat.example/u/stranger9?lang=ur;;reported by a child');
});

test('the line for machines has three fields, also when the address holds a semicolon', () => {
  const report = someReport({ address: 'https://chat.example/a;b;c?d=1;e=2' });
  const { body } = read(mailtoFor(report, { email: 'desk@police.example' }));
  expect(body).toContain('Address: https://chat.example/a;b;c?d=1;e=2\r\n');
  const line = body.split('\r\n').find((one) => one.includes(';;')) ?? '';
  expect(line.split(';').slice(0, 2)).toEqual(['https://chat.example/a%3Bb%3Bc?d=1%3Be=2', '']);
  expect(line.split(';')).toHaveLength(3);
});

test('whatever the report, the mail stays under 1,800 characters and keeps its id', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 500 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.nat(3000),
      (words, title, length) => {
        const address = `https://chat.example/${'%D8%A7'.repeat(length)}`;
        const report = someReport({ words, title, address });
        const mail = mailtoFor(report, { email: 'desk@police.example' }) ?? '';
        expect(mail.length).toBeLessThan(1800);
        expect(decodeURIComponent(mail)).toContain(report.reportId);
      },
    ),
  );
});

test('a mechanism without a mail address, or with one that would inject headers, gives none', () => {
  expect(mailtoFor(someReport(), {})).toBeNull();
  expect(mailtoFor(someReport(), { email: 'a@b.example?cc=c@d.example' })).toBeNull();
});
