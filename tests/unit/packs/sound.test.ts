import { expect, test } from 'vitest';

import { isExpired, packOnDay } from '@/rules/packs/expiry.ts';
import type { Pack } from '@/rules/packs/pack.ts';
import { problemsOf } from '@/rules/packs/sound.ts';

import { missingOf, shownLow } from '../../../scripts/packs/lint.ts';
import { aMechanism, aPack, shippedPacks } from '../../support/packs.ts';

const now = Date.parse('2026-11-22T10:00:00Z');

test.each([
  [{ phone: '116 111', phoneFormat: 'short' }, 'the number 116 111 is not short'],
  [{ phone: '43123456789', phoneFormat: 'e164' }, 'the number 43123456789 is not e164'],
  [{ phone: '116111' }, 'the number 116111 is not of a named format'],
  [{ whatsapp: '0912' }, 'WhatsApp number'],
  [{ sms: '12;13' }, 'SMS number'],
  [{ email: 'nobody' }, 'mail address'],
  [{ email: 'a@b.example?bcc=c@d.example' }, 'mail address'],
  [{ website: 'www.one.example' }, 'the address www.one.example is not one of the web'],
  [{ webForm: 'javascript:alert(1)' }, 'the address javascript:alert(1) is not one of the web'],
  [{ chat: 'data:text/html,hello' }, 'the address data:text/html,hello is not one of the web'],
  [{ country: 'IN' }, 'belongs to IN'],
  [{ checkedOn: '2026-13-01' }, 'checkedOn is no date'],
  [{ checkedOn: '2026-02-30' }, 'checkedOn is no date'],
  [{ id: 'One' }, 'its id is not of a-z, 0-9 and -'],
  [{ operator: 'One\u202Eeno' }, 'words with characters that do not print'],
] as const)('a pack with %j is refused', (changed, problem) => {
  const mechanism = aMechanism(changed);
  expect(problemsOf(aPack({ mechanisms: [mechanism] }))).toEqual([`${mechanism.id}: ${problem}`]);
});

test('Urdu with its joiners, and a plain line, are sound', () => {
  const localName = 'نیشنل سائبر\u200Cکرائم ایجنسی';
  expect(problemsOf(aPack({ mechanisms: [aMechanism({ localName })] }))).toEqual([]);
});

test('a short code, or a number that is dialled inside one country only, is never for any country', () => {
  const anywhere = (changed: Parameters<typeof aMechanism>[0]) =>
    problemsOf(
      aPack({
        country: 'ZZ',
        mechanisms: [aMechanism({ country: 'ZZ', id: 'zz-one', ...changed })],
      }),
    );
  const refused = ['zz-one: a number for any country must be international'];
  expect(anywhere({ phone: '1098', phoneFormat: 'short' })).toEqual(refused);
  expect(anywhere({ phone: '080039393', phoneFormat: 'national' })).toEqual(refused);
  expect(anywhere({ sms: '1098' })).toEqual([
    'zz-one: an SMS number for any country must be international',
  ]);
  expect(anywhere({ phone: '+442012345678', phoneFormat: 'e164' })).toEqual([]);
});

test('the number for danger is one of a line of high confidence, in its own country', () => {
  const danger = (changed: Partial<Pack>) =>
    problemsOf(aPack({ emergency: { phone: '15', phoneFormat: 'short' }, ...changed }));
  const police = aMechanism({ id: 'pk-police-emergency', phone: '15', phoneFormat: 'short' });
  expect(danger({ mechanisms: [police] })).toEqual([]);
  expect(danger({ mechanisms: [] })).toEqual([
    'the emergency number 15 is of no line of high confidence',
  ]);
  expect(danger({ mechanisms: [{ ...police, confidence: 'medium' }] })).toHaveLength(2);
  expect(danger({ country: 'ZZ', mechanisms: [] })).toEqual([
    'an emergency number for any country must be international',
  ]);
});

test('a desk in clear text or on somebody’s own machine, and updates over plain http, are refused', () => {
  const desk = (endpoint: string) =>
    problemsOf(aPack({ desk: { kind: 'intake', name: 'Desk', endpoint } }));
  const refused = ['the desk is not an https address without user, query and fragment'];
  expect(desk('http://desk.example')).toEqual(refused);
  expect(desk('http://127.0.0.1:8008')).toEqual(refused);
  expect(desk('https://user@desk.example')).toEqual(refused);
  expect(desk('https://desk.example')).toEqual([]);
  const updates = (address: string) => problemsOf(aPack({ updates: address }));
  expect(updates('http://packs.example/PK.json')).toEqual(['the address of updates is not https']);
  expect(updates('https://packs.example/PK.json')).toEqual([]);
});

test('a desk whose name turns the line around it is refused', () => {
  const named = (name: string) =>
    problemsOf(aPack({ desk: { kind: 'mail', name, address: 'desk@cert.example' } }));
  expect(named('Police \u2069\u202Eksed')).toEqual([
    'the name of the desk has characters that do not print',
  ]);
  expect(named('نیشنل سرٹ')).toEqual([]);
});

test('a mapping that no desk could read is refused', () => {
  const mapped = (rsit: string, xarf: string | null) =>
    problemsOf(aPack({ mapping: { hate: { rsit, xarf } } }));
  expect(mapped('rsit:abusive-content="violence"', 'content/csem')).toEqual([]);
  expect(mapped('rsit:abusive-content="violence"', null)).toEqual([]);
  expect(mapped('violence', 'csem')).toEqual([
    'hate: violence is no tag of RSIT',
    'hate: csem is no type of XARF',
  ]);
});

test('an id that is used twice is refused', () => {
  expect(problemsOf(aPack({ mechanisms: [aMechanism(), aMechanism()] }))).toEqual([
    'an id is used twice',
  ]);
});

test('after its last day a pack has no desk, and every line of it says that it may have changed', () => {
  const pack = aPack({
    updates: 'https://packs.example/PK.json',
    mechanisms: [aMechanism()],
    desk: { kind: 'intake', name: 'Desk', endpoint: 'https://desk.example' },
  });
  expect(packOnDay(pack, now)).toBe(pack);
  const later = packOnDay(pack, Date.parse('2027-12-01T00:00:00Z'));
  expect(later).not.toHaveProperty('desk');
  expect(later.updates).toBe(pack.updates);
  expect(later.mechanisms).toEqual([{ ...aMechanism(), checkedOn: '' }]);
  expect(isExpired({ expires: 'never' }, now)).toBe(true);
});

test('the lint finds a line of low confidence that a list for a child would show', () => {
  const low = aMechanism({ confidence: 'low', phone: '1098', phoneFormat: 'short' });
  expect(shownLow(aPack({ mechanisms: [low] }), now)).toEqual([]);
  expect(shippedPacks().flatMap((pack) => shownLow(pack, now))).toEqual([]);
});

test('the lint says which promised country is missing, or has nobody who is sure enough', () => {
  const packs = shippedPacks();
  expect(missingOf(packs, now)).toEqual([]);
  expect(
    missingOf(
      packs.filter(({ country }) => country !== 'GM'),
      now,
    ),
  ).toEqual(['GM: promised, and there is no pack']);
  const unsure = packs.map((pack) =>
    pack.country === 'OM'
      ? { ...pack, mechanisms: [aMechanism({ country: 'OM', confidence: 'low' })] }
      : pack,
  );
  expect(missingOf(unsure, now)).toEqual([
    'OM: promised, and nobody there is sure enough for a child',
  ]);
});
