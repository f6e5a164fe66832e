import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { findPrivate, privateKinds } from '@/rules/typed/privacy.ts';

const found = (text: string): readonly string[] => findPrivate(text);

describe('an address', () => {
  test.each([
    'I live at 221B Baker Street',
    '12 Old Mill Road, come over',
    'house no 12, street 5, sector F-8',
    'makan number 45 gali 3 mohalla Islampura',
    'میرا گھر: مکان نمبر 12، گلی نمبر 4، محلہ اسلام پورہ',
    'گلی نمبر 7 بلاک سی',
    'vivo en la calle Mayor 15',
    "j'habite 12 rue de la Paix",
    'أسكن في شارع الملك فهد عمارة 12',
    'я живу на ул. Ленина, д. 12',
    '我家在南京东路100号',
  ])('is found in %s', (text) => {
    expect(found(text)).toContain('address');
  });
});

describe('a school by its name', () => {
  test.each([
    'I go to Greenfield High School',
    'i study at greenfield school',
    'main beaconhouse mein parhta hoon',
    'main divisional public school mein parhta hun',
    'میں گورنمنٹ ماڈل سکول میں پڑھتا ہوں',
    'میرے سکول کا نام روشن پبلک سکول ہے',
    'voy al colegio San Martín',
    'je vais au collège Jean Moulin',
    'أدرس في مدرسة النور',
    'я учусь в школе № 1234',
    '我在北京第四中学上学',
  ])('is found in %s', (text) => {
    expect(found(text)).toContain('school');
  });
});

describe('where somebody is now', () => {
  test.each([
    'I am at the central park now',
    "i'm outside the mall right now",
    "I'm home alone",
    '31.5204, 74.3587',
    'https://maps.app.goo.gl/abc123',
    'main abhi liberty market mein hun',
    'میں اس وقت لبرٹی مارکیٹ میں ہوں',
    'میں گھر پر اکیلی ہوں',
    'ahora estoy en el parque',
    'je suis seule à la maison',
    'أنا الآن في المول',
    'я сейчас в парке',
    '我一个人在家',
  ])('is found in %s', (text) => {
    expect(found(text)).toContain('location');
  });
});

describe('an e-mail address, a password, a code', () => {
  test.each([
    ['email', 'write me: ayesha.khan09@gmail.com'],
    ['email', 'ali.k at gmail dot com'],
    ['email', 'аня@почта.рф'],
    ['code', 'the otp is 482910'],
    ['code', 'whatsapp code 482-910'],
    ['code', 'the code they sent me is 482910'],
    ['code', '482910 is my verification code'],
    ['code', 'G-482910'],
    ['code', 'تصدیقی کوڈ ۴۸۲۹۱۰ ہے'],
    ['code', 'رمز التحقق 482910'],
    ['code', 'my password is Tiger1234'],
    ['code', 'мой пароль tigr2010'],
  ])('%s in %s', (kind, text) => {
    expect(found(text)).toContain(kind);
  });
});

describe('nothing private is told by', () => {
  test.each([
    'I live in Lahore',
    'I live on the second floor',
    'go down this road for 5 minutes',
    'walk 2 blocks down the street',
    '5 people on the road',
    'he came 3rd, we came 5th',
    'I go to school every day',
    'i go to a new school now',
    'I go to high school',
    'we go to the same school',
    'my school is very boring',
    'میں سکول میں پڑھتا ہوں',
    'میرا سکول بہت اچھا ہے',
    'main school me hun',
    'je vais au collège demain',
    'я хожу в школу',
    '我在学校',
    'I am at home now',
    'I am in bed now',
    'I am so happy now',
    'we watched Home Alone',
    'میں اس وقت بہت خوش ہوں',
    'write to support@example.com',
    'the code is in the book',
    'my code does not work',
    'my password is wrong',
    'my password is not working',
    'mera password bhool gaya',
    'dress code 1234567',
    'see you @7 at gate 4',
    'chapter 12 page 240',
    'calle 13 es mi grupo',
    'ok',
    '',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('the gravest kind comes first, each once', () => {
  const text = 'a@gmail.com b@gmail.com, 0300-1234567 and 4539 5787 6362 1486';
  expect(found(text)).toEqual(['card', 'phone', 'email']);
});

test('invisible marks and other digits hide nothing', () => {
  expect(found('0300\u200b-12\u200d34567')).toEqual(['phone']);
  expect(found('０３００１２３４５６７')).toEqual(['phone']);
});

test('says kinds and nothing else, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(found(text).every((kind) => (privateKinds as readonly string[]).includes(kind))).toBe(
        true,
      );
    }),
  );
});

test('reads no more of a text than a message has', () => {
  expect(found(`${'a '.repeat(5000)} 0300-1234567`)).toEqual([]);
});
