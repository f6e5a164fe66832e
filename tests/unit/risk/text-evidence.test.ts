import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isKnownLanguage } from '@/rules/risk/languages.ts';
import { textEvidence } from '@/rules/risk/text-evidence.ts';
import type { TextFinding } from '@/rules/text/judge.ts';

const clear: TextFinding = { of: 'adult', level: 'clear', probability: 0.99 };
const likely: TextFinding = { of: 'adult', level: 'likely', probability: 0.9 };
const plain = 'some words and some other words that are written in the page for you';
const weight = (
  finding: TextFinding,
  text = plain,
  more: { language?: string; host?: string } = {},
) =>
  textEvidence({ host: 'new.test', language: 'en', ...more, text, findings: [finding] })[0]
    ?.weight ?? 0;

describe('a text finding', () => {
  test('is three when clear, two when likely', () => {
    expect([weight(clear), weight(likely)]).toEqual([3, 2]);
  });

  test('counts less in a language that the model does not know', () => {
    expect(
      weight(clear, 'Das ist ein Satz, der hier steht, und noch einer', { language: 'de' }),
    ).toBe(2);
    expect(weight(clear, 'ეს არის ქართული ტექსტი', { language: '' })).toBe(2);
    expect(weight(clear, plain, { language: 'de' })).toBe(3);
  });

  test.each([
    'Our helpline is open. A doctor or a nurse explains symptoms and treatment; your school teacher can help too.',
    'Le médecin explique le traitement et les symptômes, la prévention, et à qui parler en cas de maladie',
    'El médico explica el tratamiento, los síntomas y la prevención, y la línea de ayuda',
    'Врач рассказывает про лечение и симптомы, профилактика и помощь: телефон доверия',
    'يشرح الطبيب العلاج والأعراض: الوقاية و العلاج و خط المساعدة في المستشفى',
    'ڈاکٹر علاج اور علامات بتاتے ہیں، صحت اور تعلیم کے لیے مدد لیں',
    'Doctor ilaj aur alamat batate hain, sehat aur taleem ke liye madad lein',
    '医生讲解症状和治疗方法,预防知识,学生可以拨打热线求助',
  ])('counts less among words of care: %s', (text) => {
    expect(weight(clear, text)).toBe(2);
  });

  test('counts less where a school or a ministry speaks', () => {
    expect(weight(clear, plain, { host: 'health.gov.pk' })).toBe(2);
    expect(weight(clear, plain, { host: 'gov.casino.test' })).toBe(3);
  });

  test('of a kind of message says nothing of a page', () => {
    expect(weight({ ...clear, of: 'insult' })).toBe(0);
    expect(weight({ ...clear, of: 'hate' })).toBe(0);
  });

  test('never counts more for words of care, whatever else is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const calmer = `${text} helpline doctor teacher hospital`;
        expect(weight(clear, `${plain} ${calmer}`)).toBeLessThanOrEqual(3);
        expect(weight(clear, `helpline doctor teacher hospital ${plain}`)).toBeLessThanOrEqual(
          weight(clear),
        );
      }),
    );
  });
});

test.each([
  ['en-GB', 'Hello there', true],
  ['', 'Hello there', true],
  ['ur', 'یہ ایک صفحہ ہے', true],
  ['x', 'Hello there', true],
  ['hi', 'यह एक पन्ना है', false],
  ['en', 'यह एक पन्ना है', false],
  ['hi', 'ye page hai aur is mein kuch bhi nahi hai', true],
  ['', '', false],
])('a page in "%s" that begins "%s": known is %s', (tag, text, isKnown) => {
  expect(isKnownLanguage(tag, text)).toBe(isKnown);
});
