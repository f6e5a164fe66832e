import { describe, expect, test } from 'vitest';

import { findPrivate } from '@/rules/typed/privacy.ts';

const kinds = (text: string): readonly string[] => findPrivate(text);

describe('a phone number is found', () => {
  test.each([
    '0300-1234567',
    '0312 3456789',
    '03451234567',
    '+92 300 1234567',
    '+923001234567',
    '0092 300 1234567',
    '۰۳۰۰-۱۲۳۴۵۶۷',
    '٠٥٠١٢٣٤٥٦٧',
    'call me 300 1234567',
    'mera number 3001234567 hai',
    'میرا نمبر 3001234567 ہے',
    '(212) 555-0123',
    '212-555-0123',
    '+1 212 555 0123',
    '+44 7911 123456',
    '07911 123456',
    '06 12 34 56 78',
    '+33 6 12 34 56 78',
    'llámame 612 345 678',
    '+34 612 345 678',
    '8 (912) 345-67-89',
    '+7 912 345-67-89',
    '13812345678',
    '我的手机号 138 1234 5678',
    '+971 50 123 4567',
    '+966501234567',
    'رقمي 0501234567',
    '+91 98765 43210',
    'text me on 98765 43210',
  ])('%s', (text) => {
    expect(kinds(text)).toContain('phone');
  });
});

describe('nothing private is seen in', () => {
  test.each([
    'order 03001234567 arrived',
    'order number: 8812345678',
    'tracking 00340434161094021501',
    'I paid 12 000 000 for it lol',
    'score 1234567890',
    'high score: 9,876,543',
    'we have 1.000.000.000 views',
    'meet on 2026-11-22 at 10:30',
    'born 22.11.2010',
    '22/11/2026 18:00',
    'ping 192.168.1.100',
    'version 10.15.7.3012',
    'pi = 3.14159265358979',
    'uid 618273645',
    'my friend code is SW-1234-5678-9012',
    'friend code 1234 5678 9012',
    'discord id 812345678901234567',
    'https://example.test/watch?v=12345678901',
    '#4815162342',
    'room code 482910',
    'the game code is 123456',
    'discount code SAVE2020',
    'Rs 15000000',
    'population 241499431',
    '2147483647',
    'isbn 978-3-16-148410-0',
    '1111111111',
    '0000000000',
    'چھ سو 600 روپے',
    'قیمت 1234567890',
    'заказ 89123456789',
    'le prix 0612345678',
    'flight PK 301 at 10 am',
    'class 10 section B roll 112',
    '5 + 5 = 10, 2 * 1234567890',
  ])('%s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe('a bank card or account', () => {
  test.each([
    ['Visa', '4539 5787 6362 1486', '4539 5787 6362 1487'],
    ['Mastercard', '5555555555554444', '5555555555554445'],
    ['Mastercard of the new series', '2223003122003222', '2223003122003223'],
    ['American Express', '3782 822463 10005', '3782 822463 10006'],
    ['UnionPay', '6200000000000005', '6200000000000006'],
    ['IBAN of Pakistan', 'PK36 SCBL 0000 0011 2345 6702', 'PK37 SCBL 0000 0011 2345 6702'],
    ['IBAN of Germany', 'DE89370400440532013000', 'DE89370400440532013001'],
    [
      'IBAN with words after it',
      'GB82 WEST 1234 5698 7654 32 is mine',
      'GB83 WEST 1234 5698 7654 32 is mine',
    ],
    ['digits of another script', '٤٥٣٩ ٥٧٨٧ ٦٣٦٢ ١٤٨٦', '٤٥٣٩ ٥٧٨٧ ٦٣٦٢ ١٤٨٧'],
  ])('%s', (_, right, wrong) => {
    expect(kinds(right)).toContain('card');
    expect(kinds(wrong)).not.toContain('card');
  });

  test('is not a phone as well', () => {
    expect(kinds('4539 5787 6362 1486')).toEqual(['card']);
  });

  test('is not seen in an order of the same shape', () => {
    expect(kinds('order 4539578763621486')).toEqual([]);
  });
});
