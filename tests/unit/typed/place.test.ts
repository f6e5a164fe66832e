import { describe, expect, test } from 'vitest';

import { isOutOfPlace, placeOf, type Where } from '@/rules/typed/place.ts';
import { privateKinds } from '@/rules/typed/privacy.ts';

const where = (more: Partial<Where>): Where => ({
  place: 'chat',
  standing: 'known',
  hint: '',
  ...more,
});

describe('what a field is', () => {
  test.each([
    ['unknown', 'Write a message', 'chat'],
    ['unknown', 'پیغام لکھیں', 'chat'],
    ['unknown', 'Ecrire un commentaire', 'comment'],
    ['form', 'text q Search', 'search'],
    ['form', 'تلاش کریں', 'search'],
    ['form', 'text displayName Display name', 'profile'],
    ['unknown', 'textarea bio About me', 'profile'],
    ['unknown', '说点什么', 'comment'],
    ['form', 'tel phone', 'form'],
    ['unknown', '', 'unknown'],
    ['chat', 'Search', 'chat'],
    ['password', 'comment', 'password'],
  ] as const)('%s with "%s" is %s', (structure, hint, place) => {
    expect(placeOf(structure, hint)).toBe(place);
  });
});

describe('a field may ask', () => {
  test.each([
    ['phone', 'tel mobile number'],
    ['phone', 'موبائل نمبر'],
    ['email', 'email'],
    ['card', 'text cc-number card number'],
    ['national-id', 'cnic'],
    ['national-id', 'شناختی کارڈ نمبر'],
    ['code', 'one-time-code'],
    ['address', 'street-address'],
    ['school', 'School name'],
  ] as const)('for a %s on a known site', (kind, hint) => {
    expect(isOutOfPlace(kind, where({ place: 'form', hint }))).toBe(false);
    expect(isOutOfPlace(kind, where({ place: 'form', hint, standing: 'unknown' }))).toBe(true);
    expect(isOutOfPlace(kind, where({ place: 'form', hint, standing: 'imitates' }))).toBe(true);
  });

  test('for no card, identity or code that it does not name', () => {
    for (const kind of ['card', 'national-id', 'code'] as const)
      expect(isOutOfPlace(kind, where({ place: 'form', hint: 'text nickname' }))).toBe(true);
  });
});

test('in front of others every kind is out of place, in a search none', () => {
  for (const kind of privateKinds) {
    expect(isOutOfPlace(kind, where({ place: 'chat' }))).toBe(true);
    expect(isOutOfPlace(kind, where({ place: 'comment' }))).toBe(true);
    expect(isOutOfPlace(kind, where({ place: 'profile' }))).toBe(true);
    expect(isOutOfPlace(kind, where({ place: 'search', standing: 'imitates' }))).toBe(false);
  }
});
