import { expect, test } from 'vitest';

import { helpFor } from '@/rules/help/choose.ts';
import { helpHosts } from '@/rules/help/resources.ts';
import { type Packs, packsOf } from '@/rules/packs/choose.ts';
import { doorsFor } from '@/rules/packs/doors.ts';
import { emptyPack, type Need, type Pack } from '@/rules/packs/pack.ts';
import type { AgeBand, Language } from '@/rules/policy/schema.ts';
import { momentAt } from '@/rules/time/moment.ts';

import { aMechanism, shippedPack, shippedPacks } from '../../support/packs.ts';

const read = shippedPack;
const world = read('ZZ');
const help = (
  country: string,
  time: string,
  { band = '9-12', language = 'en' }: { band?: AgeBand | null; language?: Language } = {},
) =>
  helpFor(packsOf(country, read(country), world), {
    band,
    language,
    moment: momentAt(Date.parse(`2026-11-20T${time}:00+05:00`), 'Asia/Karachi'),
  });

test('the child helpline of the country comes first, then lines that answer now', () => {
  const { lines, emergency } = help('PK', '11:00');
  expect(lines[0]).toMatchObject({
    id: 'pk-madadgaar-national-helpline',
    phone: { href: 'tel:1098', text: '1098' },
    openNow: true,
    free: true,
    worldwide: false,
  });
  expect(lines[1]).toMatchObject({
    id: 'pk-digital-rights-foundation-cyber-harassme',
    phone: { href: 'tel:080039393' },
    openNow: true,
  });
  expect(emergency?.phone).toEqual({ href: 'tel:15', text: '15' });
});

test('where it is known what help is for, only lines for that are shown, if the country has one', () => {
  const about = (country: string, need: Need) =>
    helpFor(packsOf(country, read(country), world), {
      band: '13-15',
      language: 'en',
      moment: momentAt(Date.parse('2026-11-20T11:00:00+05:00'), 'Asia/Karachi'),
      need,
    }).lines.map(({ id }) => id);
  const sad = about('PK', 'self-harm');
  expect(sad[0]).toBe('pk-madadgaar-national-helpline');
  expect(sad).not.toContain('pk-digital-rights-foundation-cyber-harassme');
  expect(about('PK', 'sextortion')).toContain('pk-digital-rights-foundation-cyber-harassme');
  expect(about('PK', 'phishing')).toStrictEqual(help('PK', '11:00').lines.map(({ id }) => id));
});

test('by night a line that is closed makes room for those that are not', () => {
  const lines = help('PK', '02:00').lines;
  const at = (id: string) => lines.findIndex((line) => line.id.startsWith(id));
  expect(at('pk-madadgaar')).toBe(0);
  expect(at('pk-child-protection-and-welfare')).toBe(1);
  expect(lines[at('pk-digital-rights')]?.openNow).toBe(false);
  expect(at('pk-digital-rights')).toBeGreaterThan(at('pk-ministry-of-human-rights'));
});

test('what is of low confidence is kept from a child and shown to an adult last', () => {
  const ids = (band: AgeBand | null) => help('PK', '11:00', { band }).lines.map(({ id }) => id);
  expect(ids('16-17')).not.toContain('pk-rozan-counselling');
  expect(ids(null)).toContain('pk-rozan-counselling');
});

test('a country without a helpline of its own gets the ways to find one, after nothing else', () => {
  const { lines } = help('MX', '11:00');
  expect(lines.map(({ id }) => id)).toEqual(['zz-child-helpline-international-find-a-help']);
  expect(lines[0]?.worldwide).toBe(true);
  expect(lines[0]?.website?.text).toBe('childhelplineinternational.org');
});

test('a country without a pack still has help', () => {
  const moment = momentAt(0, 'UTC');
  const { lines, emergency } = helpFor(packsOf('XX', null, world), {
    band: '5-8',
    language: 'ur',
    moment,
  });
  expect(lines).toHaveLength(1);
  expect(emergency).toBeNull();
});

test('every link is one a person can press', () => {
  for (const country of ['PK', 'GB', 'US', 'IN', 'DE', 'KE', 'TR', 'BR']) {
    const { lines, emergency } = help(country, '11:00');
    for (const line of [...lines, ...(emergency === null ? [] : [emergency])]) {
      const links = [line.phone, line.sms, line.whatsapp, line.website].filter(
        (link) => link !== null,
      );
      expect(links.length).toBeGreaterThan(0);
      for (const { href, text } of links) {
        expect(href).toMatch(/^(?:tel:\+?\d+|sms:\+?\d+|https?:\/\/.+)$/);
        expect(text).not.toBe('');
      }
    }
  }
});

test('BYP-211 helplines, hotlines, forms, police and CERT of the country and of the world are never blocked', () => {
  const hosts = helpHosts([read('PK'), world]) as readonly string[];
  for (const host of [
    'report.iwf.org.uk',
    'complaint.nccia.gov.pk',
    'complaint.pta.gov.pk',
    'pkcert.gov.pk',
    'digitalrightsfoundation.pk',
    'madadgaar.com',
    'takeitdown.ncmec.org',
    'childhelplineinternational.org',
    'childline.org.uk',
    'befrienders.org',
  ]) {
    expect(hosts).toContain(host);
  }
});

test('BYP-210 help frees no whole registry and no site that is shared by everyone', () => {
  const pack: Pack = {
    ...emptyPack('PK'),
    mechanisms: [
      'https://com/',
      'https://www.facebook.com/helpline',
      'https://github.io/',
      'nonsense',
    ].map((website, at) => ({
      id: `m-${at}`,
      country: 'PK',
      operator: 'M',
      type: 'helpline',
      handles: ['other'],
      website,
      confidence: 'high',
      source: 'test',
      checkedOn: '2026-11-01',
    })),
  };
  const hosts = helpHosts([pack]) as readonly string[];
  for (const host of ['com', 'facebook.com', 'github.io', '']) expect(hosts).not.toContain(host);
});

test('help and reports name the same number for danger, whatever the id of its line', () => {
  const moment = momentAt(Date.parse('2026-11-20T12:00:00Z'), 'Asia/Karachi');
  const numbers = (packs: Packs) => [
    helpFor(packs, { band: '9-12', language: 'en', moment }).emergency?.phone?.text,
    doorsFor(packs, {
      need: null,
      band: '9-12',
      now: moment.instant,
      who: 'me',
      platform: null,
    }).danger?.phone,
  ];
  for (const own of shippedPacks()) {
    const [inHelp, inReport] = numbers(packsOf(own.country, own, null));
    expect(inHelp, own.country).toBe(inReport);
  }
  const line = { type: 'police', phoneFormat: 'short' } as const;
  const own: Pack = {
    ...emptyPack('PK'),
    emergency: { phone: '15', phoneFormat: 'short' },
    mechanisms: [
      aMechanism({ ...line, id: 'pk-emergency-rescue', phone: '1122' }),
      aMechanism({ ...line, id: 'pk-police', phone: '15' }),
    ],
  };
  expect(numbers(packsOf('PK', own, null))).toEqual(['15', '15']);
});
