import fc from 'fast-check';
import { expect, test } from 'vitest';

import { marked, withoutDenials } from '@/rules/lookalike/scam-sentences.ts';

import { anyText } from '../../support/any-text.ts';

const words = (text: string): string => marked(text).replaceAll(/\s+/g, ' ').trim();

test.each([
  ['Pay $250 now', 'Pay amt now'],
  ['Rs 6,000 a day', 'amt a day'],
  ['روزانہ 5000 روپے', 'روزانہ amt'],
  ['50 ہزار لگائیں', 'amt لگائیں'],
  ['от 3000 рублей', 'от amt'],
  ['日入三百', '日入 amt'],
  ['within 24 hours', 'within 9 hours'],
  ['ten friends', '9 friends'],
  ['دس دوستوں', '9 دوستوں'],
  ['-70% today', '- 9 percent today'],
  ['a PS5', 'a PS5'],
  ['One. Two? 三。四', 'One ǁ 9 ǁ 三 ǁ 四'],
])('"%s" is read as "%s"', (raw, plain) => {
  expect(words(raw)).toBe(plain);
});

test('the price of nothing is told from other prices', () => {
  expect(words('PS5 for 1 €')).toContain('tiny');
  expect(words('PS5 for 11 €')).not.toContain('tiny');
  expect(words('PS5 for € 1,499')).not.toContain('tiny');
});

test.each([
  'We never ask for your PIN.',
  'Never share your OTP with anyone.',
  'Do not send your card details by e-mail.',
  'We charge candidates nothing.',
  'Kisi ko apna PIN ya OTP na batayein.',
  'Bank kabhi code nahi poochta.',
  'کسی کو اپنا پن نہ بتائیں۔',
  'بینک کبھی آپ کا کوڈ نہیں پوچھتا۔',
  'El banco nunca pide sus claves.',
  'Nous ne demandons jamais votre code.',
  'Никому не сообщайте коды.',
  'لا تشارك رمز التحقق مع أي شخص.',
  '银行不会要求您提供验证码。',
  'Report anybody who wants a deposit for a job.',
  'Beware of pages that want your password for coins.',
  'احذر المواقع التي تطلب كلمة المرور مقابل جواهر.',
  'Aise groups se bachein.',
  '要求交押金的都不是真的,请举报。',
])('what is said not to be asked is left out: %s', (denial) => {
  expect(withoutDenials(`${denial} Thank you.`)).not.toContain(denial.slice(0, 12));
  expect(withoutDenials(`${denial} Thank you.`)).toContain('Thank you');
});

test.each([
  'Do not tell your parents.',
  'You can not see the flat before you pay.',
  'گھر والوں کو مت بتائیں۔',
  'کسی کو نہ بتائیں۔',
  'Kisi ko na batayein.',
  "N'en parlez à personne.",
  'No se lo digas a nadie.',
  'Никому не рассказывайте.',
  'Никому не сообщайте об операции, даже родным.',
  'لا تخبر أحدا.',
  '不得告诉家人。',
])('secrecy is no denial: %s', (hush) => {
  expect(withoutDenials(hush)).toContain(hush.slice(0, 5));
});

test('any text is read', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(typeof marked(withoutDenials(text))).toBe('string');
    }),
  );
});
