import { expect, test } from 'vitest';

import { deskOf, isStale, mailDeskOf, mechanismsFor, packsOf } from '@/rules/packs/choose.ts';
import { emptyPack, type Mechanism, type Need, type Pack } from '@/rules/packs/pack.ts';
import { routesFor } from '@/rules/packs/routes.ts';
import { ageBands } from '@/rules/policy/schema.ts';
import { reportTopics } from '@/rules/reporting/topics.ts';

import { aMechanism, shippedPacks } from '../../support/packs.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const packCache = new Map(shippedPacks().map((pack) => [pack.country, pack]));
const packs = (country: string) =>
  packsOf(country, packCache.get(country) ?? null, packCache.get('ZZ') ?? null);

const noDesk = { machine: null, mail: null };
const packWith = (country: string, ...mechanisms: Mechanism[]): Pack => ({
  ...emptyPack(country),
  version: 1,
  mechanisms,
});

test('in no country does a child of any age see an entry of low confidence', () => {
  for (const country of packCache.keys()) {
    for (const band of ageBands) {
      const low = mechanismsFor(packs(country), null, band, now).filter(
        ({ confidence }) => confidence === 'low',
      );
      expect(low).toEqual([]);
    }
  }
});

test('in every country, for every need and without one, there is a form to open', () => {
  for (const country of [...packCache.keys(), 'XX']) {
    for (const topic of [null, ...reportTopics]) {
      const { form } = routesFor(topic, packs(country), noDesk, now).byHand;
      expect(URL.canParse(form.url)).toBe(true);
    }
  }
});

test('a short code is offered in its own country only', () => {
  const stray = packsOf(
    'NP',
    packWith('NP', aMechanism({ id: 'stray', country: 'PK', phone: '1098', phoneFormat: 'short' })),
    packWith(
      'ZZ',
      aMechanism({ id: 'short', country: 'ZZ', phone: '116', phoneFormat: 'short' }),
      aMechanism({ id: 'long', country: 'ZZ', phone: '+442012345678', phoneFormat: 'e164' }),
    ),
  );
  expect(mechanismsFor(stray, null, null, now).map(({ id }) => id)).toEqual(['long']);
});

test('what was checked more than a year ago is marked, and so is what has no date', () => {
  expect(isStale({ checkedOn: '2026-01-01' }, now)).toBe(false);
  expect(isStale({ checkedOn: '2025-11-01' }, now)).toBe(true);
  expect(isStale({ checkedOn: 'some day' }, now)).toBe(true);
});

test('in Pakistan each topic goes to those who can act on it', () => {
  const operator = (topic: Need | null) =>
    routesFor(topic, packs('PK'), noDesk, now).byHand.form.url;
  expect(operator('csam')).toBe('https://report.iwf.org.uk/pk');
  expect(operator('phishing')).toBe('https://pkcert.gov.pk/report-incident/');
  expect(operator('grooming')).toBe('https://complaint.nccia.gov.pk/');
  expect(operator(null)).toBe('https://complaint.nccia.gov.pk/');
});

const desk = {
  kind: 'rt-rest2',
  name: 'Desk',
  endpoint: 'https://desk.example',
  queue: 'Q',
  user: 'u',
  password: 'p',
} as const;

test('the desk of the policy comes before the desk of the pack', () => {
  const pack = { ...packWith('PK'), desk: { ...desk, name: 'Pack desk' } };
  expect(deskOf({ desk }, pack)).toBe(desk);
  expect(deskOf({}, pack)?.name).toBe('Pack desk');
  expect(deskOf({}, packWith('PK'))).toBeNull();
  expect(deskOf({}, null)).toBeNull();
});

test('a desk that would get reports in clear text is none', () => {
  expect(deskOf({ desk: { ...desk, endpoint: 'http://desk.example' } }, null)).toBeNull();
});

test('with a desk the report goes there, and the form is kept for the day the desk is silent', () => {
  expect(routesFor('csam', packs('PK'), { machine: desk, mail: null }, now)).toMatchObject({
    desk: { kind: 'desk', name: 'Desk' },
    byHand: { form: { url: 'https://report.iwf.org.uk/pk' } },
  });
});

test('a mechanism that takes mail gives its address beside the form', () => {
  const pack = packWith(
    'PK',
    aMechanism({ type: 'police', webForm: 'https://police.example/', email: 'a@police.example' }),
  );
  expect(routesFor(null, packsOf('PK', pack, null), noDesk, now).byHand.email).toBe(
    'a@police.example',
  );
});

test('a desk that takes mail is no desk for a machine; its address stands beside whatever form there is', () => {
  const mail = { kind: 'mail', name: 'Mail desk', address: 'intake@desk.example' } as const;
  expect(deskOf({ desk: mail }, null)).toBeNull();
  expect(mailDeskOf({ desk: mail }, null)).toBe(mail);
  expect(mailDeskOf({}, { ...packWith('PK'), desk: mail })).toBe(mail);
  expect(mailDeskOf({ desk }, { ...packWith('PK'), desk: mail })).toBeNull();
  const routes = routesFor('csam', packs('PK'), { machine: null, mail }, now);
  expect(routes.desk).toBeNull();
  expect(routes.byHand).toMatchObject({
    email: 'intake@desk.example',
    form: { url: 'https://report.iwf.org.uk/pk' },
  });
});

test('the form that is opened is that of the first door with one, and no service opens by itself', () => {
  for (const country of packCache.keys()) {
    for (const topic of [null, ...reportTopics]) {
      const { mechanismId } = routesFor(topic, packs(country), noDesk, now).byHand.form;
      expect(mechanismId).not.toMatch(/^platform-/);
    }
  }
});
