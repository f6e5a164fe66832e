import { expect, test } from 'vitest';

import { packsOf } from '@/rules/packs/choose.ts';
import { doorsFor, doorWithId, type Wish } from '@/rules/packs/doors.ts';
import { emptyPack, type Mechanism, needs, type Pack } from '@/rules/packs/pack.ts';
import { routesFor } from '@/rules/packs/routes.ts';
import { ageBands } from '@/rules/policy/schema.ts';

import { shippedPacks as allPacks } from '../../support/packs.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const packCache = new Map(allPacks().map((pack) => [pack.country, pack]));
const shippedCountries = () => [...packCache.keys()].filter((country) => country !== 'ZZ');
const shippedPacks = (country: string) =>
  packsOf(country, packCache.get(country) ?? null, packCache.get('ZZ') ?? null);
const wish = (changed: Partial<Wish> = {}): Wish => ({
  need: null,
  band: '13-15',
  now,
  who: 'me',
  platform: null,
  ...changed,
});
const mechanism = (changed: Partial<Mechanism>): Mechanism => ({
  id: 'one',
  country: 'PK',
  operator: 'One',
  type: 'helpline',
  handles: [...needs],
  phone: '1121',
  phoneFormat: 'short',
  confidence: 'high',
  source: 'test',
  checkedOn: '2026-10-01',
  ...changed,
});
const packWith = (country: string, changed: Partial<Pack>): Pack => ({
  ...emptyPack(country),
  ...changed,
});
const ids = (packs: ReturnType<typeof packsOf>, changed: Partial<Wish>) =>
  doorsFor(packs, wish(changed)).doors.map((door) => door.mechanism.id);
const kinds = (country: string, changed: Partial<Wish>) =>
  doorsFor(shippedPacks(country), wish(changed)).doors.map(({ kind }) => kind);

test('sexual images of a child go to a hotline first, with the address only, in every country', () => {
  for (const country of shippedCountries()) {
    for (const band of ['9-12', '13-15', '16-17', null] as const) {
      const { doors } = doorsFor(shippedPacks(country), wish({ need: 'csam', band }));
      expect([country, doors[0]?.kind]).toEqual([country, 'hotline']);
      expect(doors.every(({ addressOnly }) => addressOnly)).toBe(true);
    }
  }
});

test('only sexual images of a child are told by the address alone', () => {
  const alone = needs.filter((need) =>
    doorsFor(shippedPacks('PK'), wish({ need })).doors.some(({ addressOnly }) => addressOnly),
  );
  expect(alone).toEqual(['csam']);
});

test('what is not clear goes to somebody who listens', () => {
  expect(kinds('PK', { need: null })[0]).toBe('helpline');
  expect(kinds('PK', { need: 'other' })[0]).toBe('helpline');
  expect(kinds('GB', { need: null })[0]).toBe('helpline');
});

test('every need in every country has at least one door, and one who listens among them', () => {
  for (const country of [...shippedCountries(), 'XX']) {
    for (const need of [null, ...needs]) {
      const found = kinds(country, { need });
      expect([country, need, found.includes('helpline')]).toEqual([country, need, true]);
    }
  }
});

test('the service itself comes after the people who help, and never alone', () => {
  const found = doorsFor(shippedPacks('PK'), wish({ need: 'cyberbullying', platform: 'YouTube' }));
  expect(found.doors.at(-1)).toMatchObject({
    kind: 'platform',
    country: 'ZZ',
    mechanism: { id: 'platform-youtube', operator: 'YouTube' },
  });
  expect(found.doors.filter(({ kind }) => kind === 'platform')).toHaveLength(1);
  const nobody = packsOf('XX', null, null);
  expect(ids(nobody, { platform: 'YouTube' })).toEqual([]);
  expect(kinds('PK', { platform: 'Some site of its own' })).not.toContain('platform');
});

test('the smallest get no form and no service, only who can be called', () => {
  for (const country of shippedCountries()) {
    for (const need of [null, ...needs]) {
      const { doors } = doorsFor(
        shippedPacks(country),
        wish({ band: '5-8', need, platform: 'YouTube' }),
      );
      expect(
        doors.every(({ kind, mechanism: { phone } }) => kind === 'helpline' && phone !== undefined),
      ).toBe(true);
    }
  }
});

test('danger gives the number of the country, and no number of another one', () => {
  const lines = [mechanism({ id: 'pk-police-emergency', type: 'police', phone: '15' })];
  const own = packsOf('PK', packWith('PK', { mechanisms: lines }), null);
  expect(doorsFor(own, wish()).danger).toMatchObject({ id: 'pk-police-emergency', phone: '15' });
  expect(ids(own, { need: 'violence' })).toEqual([]);
  const named = packWith('PK', {
    mechanisms: lines,
    emergency: { phone: '1122', phoneFormat: 'short' },
    issued: '2026-11-01',
  });
  expect(doorsFor(packsOf('PK', named, null), wish()).danger).toMatchObject({
    country: 'PK',
    phone: '1122',
    stale: false,
  });
  const abroad = packWith('ZZ', { emergency: { phone: '112', phoneFormat: 'short' } });
  expect(doorsFor(packsOf('XX', null, abroad), wish()).danger).toBeNull();
});

test('a number for danger that nobody is sure of is not shown to a child', () => {
  const unsure = [mechanism({ id: 'pk-police-emergency', type: 'police', confidence: 'low' })];
  const packs = packsOf('PK', packWith('PK', { mechanisms: unsure }), null);
  expect(doorsFor(packs, wish()).danger).toBeNull();
  expect(doorsFor(packs, wish({ band: null })).danger).not.toBeNull();
});

test('in no country does a child see a door of low confidence, or a short code of elsewhere', () => {
  for (const country of shippedCountries()) {
    for (const band of ageBands) {
      for (const who of ['me', 'friend'] as const) {
        const { danger, doors } = doorsFor(shippedPacks(country), wish({ band, who }));
        const all = [...(danger === null ? [] : [danger]), ...doors.map((door) => door.mechanism)];
        expect(all.filter(({ confidence }) => confidence === 'low')).toEqual([]);
        expect(all.filter((one) => one.phoneFormat === 'short' && one.country !== country)).toEqual(
          [],
        );
      }
    }
  }
});

test('who tells of a friend is sent to somebody who listens first, and never to hand in a picture', () => {
  const me = doorsFor(shippedPacks('PK'), wish({ need: 'sextortion' })).doors;
  const friend = doorsFor(shippedPacks('PK'), wish({ need: 'sextortion', who: 'friend' })).doors;
  const takesPicture = (door: { mechanism: { id: string } }) =>
    door.mechanism.id === 'zz-ncmec-take-it-down';
  expect(me.some(takesPicture)).toBe(true);
  expect(friend.some(takesPicture)).toBe(false);
  expect(friend[0]?.kind).toBe('helpline');
  expect(kinds('PK', { need: 'csam', who: 'friend' })[0]).toBe('hotline');
});

test('who reads it is said by where they are: a portal of one country is often read in another', () => {
  const door = (country: string, need: Wish['need'], id: string) =>
    doorsFor(shippedPacks(country), wish({ need })).doors.find(
      (found) => found.mechanism.id === id,
    );
  expect(door('PK', 'csam', 'pk-iwf-reporting-portal-for-pakistan-partne')).toMatchObject({
    country: 'GB',
    nameNeeded: false,
  });
  expect(door('PK', 'phishing', 'pk-national-cert-of-pakistan-pkcert')).toMatchObject({
    country: 'PK',
    nameNeeded: true,
  });
});

test('a form that wants an account or an identity number wants a name, whatever else is said', () => {
  const form = { asks: [], fill: false, adult: true };
  const packs = packsOf('PK', packWith('PK', { mechanisms: [mechanism({ form })] }), null);
  expect(doorsFor(packs, wish()).doors[0]?.nameNeeded).toBe(true);
  const unknown = packsOf('PK', packWith('PK', { mechanisms: [mechanism({})] }), null);
  expect(doorsFor(unknown, wish()).doors[0]?.nameNeeded).toBeNull();
});

test("what the country has itself takes the place of anyone's, and two ways to one form are one", () => {
  const form = 'https://portal.example/';
  const own = packWith('PK', {
    mechanisms: [mechanism({ id: 'own', type: 'hotline', confidence: 'medium' })],
  });
  const world = packWith('ZZ', {
    mechanisms: [
      mechanism({ id: 'a', country: 'ZZ', type: 'hotline', phoneFormat: 'e164', webForm: form }),
      mechanism({ id: 'b', country: 'ZZ', type: 'hotline', phoneFormat: 'e164', webForm: form }),
    ],
  });
  expect(ids(packsOf('PK', own, world), { need: 'csam' })).toEqual(['own', 'a']);
  const withForm = packWith('PK', {
    mechanisms: own.mechanisms.map((one) => ({ ...one, webForm: 'https://own.example/' })),
  });
  expect(ids(packsOf('PK', withForm, world), { need: 'csam' })).toEqual(['own']);
  expect(ids(packsOf('PK', null, world), { need: 'csam' })).toEqual(['a']);
});

test('where it is not clear what it is, a line for one thing stands behind a line for all', () => {
  const own = packWith('PK', {
    mechanisms: [
      mechanism({ id: 'one-thing', handles: ['self-harm'], confidence: 'high' }),
      mechanism({ id: 'all-things', confidence: 'medium' }),
    ],
  });
  expect(ids(packsOf('PK', own, null), {})).toEqual(['all-things', 'one-thing']);
});

test('a list of lines elsewhere stands behind a number that answers here', () => {
  const own = packWith('PK', { mechanisms: [mechanism({ id: 'here', type: 'police' })] });
  const directory = mechanism({
    id: 'list',
    country: 'ZZ',
    website: 'https://childhelplineinternational.org/helplines/',
    phone: undefined,
    phoneFormat: undefined,
  });
  const packs = packsOf('PK', own, packWith('ZZ', { mechanisms: [directory] }));
  expect(ids(packs, {})).toEqual(['here', 'list']);
});

test('nobody is offered who can not be reached', () => {
  const mute = mechanism({ id: 'mute', phone: undefined, phoneFormat: undefined });
  expect(ids(packsOf('PK', packWith('PK', { mechanisms: [mute] }), null), {})).toEqual([]);
});

test('a door is found again by its id, those of the services too', () => {
  const packs = shippedPacks('PK');
  expect(doorWithId(packs, 'pk-national-cert-of-pakistan-pkcert', now)?.webForm).toBe(
    'https://pkcert.gov.pk/report-incident/',
  );
  expect(doorWithId(packs, 'platform-youtube', now)?.operator).toBe('YouTube');
  expect(doorWithId(packs, 'nobody', now)).toBeNull();
});

test('in every country the form for sexual images of a child is that of a hotline', () => {
  const none = { machine: null, mail: null };
  for (const country of [...shippedCountries(), 'XX']) {
    const packs = shippedPacks(country);
    const { mechanismId } = routesFor('csam', packs, none, now).byHand.form;
    expect([country, doorWithId(packs, mechanismId, now)?.type ?? 'hotline']).toEqual([
      country,
      'hotline',
    ]);
  }
});
