import { describe, expect, test } from 'vitest';

import { luhn, verhoeff } from '@/rules/typed/checksums.ts';
import { findPrivate } from '@/rules/typed/privacy.ts';

const isId = (text: string): boolean => findPrivate(text).includes('national-id');

// Made-up numbers; each is right by its own rule, and its neighbour differs in the last sign only.
describe('a number of identity is known by its check digit', () => {
  test.each([
    ['PK, written with dashes', '35202-1234567-1', '95202-1234567-1'],
    ['IN, Aadhaar', '2345 6789 0124', '2345 6789 0125'],
    ['US, social security', '123-45-6788', '666-45-6788'],
    ['ES, DNI', '12345678Z', '12345678A'],
    ['ES, NIE', 'X1234567L', 'X1234567M'],
    ['FR, NIR', '1 84 12 76 451 089 46', '1 84 12 76 451 089 47'],
    ['FR, NIR of Corsica', '2 84 05 2A 451 089 65', '2 84 05 2A 451 089 66'],
    ['IT, codice fiscale', 'RSSMRA85T10A562S', 'RSSMRA85T10A562T'],
    ['RU, SNILS', '112-233-445 95', '112-233-445 96'],
    ['CN, resident', '11010519491231002X', '110105194912310021'],
    ['AE, Emirates', '784-1980-1234567-8', '784-1980-1234567-1'],
    ['BR, CPF', '529.982.247-25', '529.982.247-26'],
    ['EG', '29001010112345', '29013010112345'],
    ['IR, in groups', '001-234567-9', '001-234567-1'],
  ])('%s', (_, right, wrong) => {
    expect(isId(`here it is: ${right}`)).toBe(true);
    expect(isId(`here it is: ${wrong}`)).toBe(false);
  });

  test.each([
    ['a Saudi id', 'رقم الهوية 1034567899', 'رقم الهوية 1034567895'],
    ['a Turkish id', 'tc kimlik no 10000000146', 'tc kimlik no 10000000147'],
    ['an Iranian id', 'کد ملی 0012345679', 'کد ملی 0012345671'],
    ['a bare SNILS', 'СНИЛС 11223344595', 'СНИЛС 11223344596'],
  ])('%s, when a word says what it is', (_, right, wrong) => {
    expect(isId(right)).toBe(true);
    expect(isId(wrong)).toBe(false);
    expect(isId(right.replaceAll(/\D+/g, ' '))).toBe(false);
  });
});

describe('a CNIC', () => {
  test.each([
    'my cnic is 3520212345671',
    'cnic 35202 1234567 1',
    'شناختی کارڈ نمبر ۳۵۲۰۲-۱۲۳۴۵۶۷-۱',
    'mera shanakhti card 61101-7654321-9',
    'here: 4210112345673',
  ])('is found in %s', (text) => {
    expect(isId(text)).toBe(true);
  });

  test.each([
    ['a time in milliseconds', 'it said 1732276800000'],
    ['a bar code', 'barcode 4006381333931'],
    ['a bar code without its name', '4006381333931'],
    ['an order', 'order no 3520212345671'],
    ['a province that is none', '0520212345671'],
    ['one digit again and again', '11111-1111111-1'],
    ['a piece of something longer', '9135202-1234567-1'],
  ])('is not seen in %s', (_, text) => {
    expect(isId(text)).toBe(false);
  });
});

test('Luhn and Verhoeff find one wrong digit and two that changed places', () => {
  expect(luhn('4539578763621486')).toBe(true);
  expect(luhn('4539578763621485')).toBe(false);
  expect(luhn('4539578763612486')).toBe(false);
  expect(luhn('')).toBe(false);
  expect(verhoeff('2363')).toBe(true);
  expect(verhoeff('2364')).toBe(false);
  expect(verhoeff('2633')).toBe(false);
});
