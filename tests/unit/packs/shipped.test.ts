import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { isExpired } from '@/rules/packs/expiry.ts';
import { trustedKeys } from '@/rules/packs/trusted-keys.ts';
import { parseWith } from '@/rules/parse.ts';

import { lintFolder } from '../../../scripts/packs/build.ts';
import { contentOf, sourceSchema } from '../../../scripts/packs/convert.ts';
import { promised } from '../../../scripts/packs/lint.ts';
import { checkText } from '../../../scripts/packs/verify.ts';
import { shippedPacks, shippedText } from '../../support/packs.ts';

const packs = shippedPacks();
const issued = Math.max(...packs.map((pack) => Date.parse(pack.issued)));

test('every country and territory of the list has a pack, and so has every one that was promised', () => {
  expect(packs).toHaveLength(158);
  const countries = packs.map(({ country }) => country);
  expect(promised.filter((country) => !countries.includes(country))).toEqual([]);
});

test('every shipped pack is signed by a trusted key and sound, and the indexes fit them', () => {
  expect(lintFolder('public/packs', issued)).toEqual([]);
});

test('a family’s browser would take each of them as a newer edition', () => {
  for (const { country } of packs) {
    const checked = checkText(shippedText(country), { wanted: [country], seen: 0, now: issued });
    expect(checked.ok, country).toBe(true);
  }
});

test('the packs say what the committed facts say', () => {
  const facts: unknown = JSON.parse(readFileSync('scripts/packs/mechanisms.json', 'utf8'));
  const source = parseWith(sourceSchema, facts);
  if (!source.ok) throw new Error(JSON.stringify(source.failure));
  const byCountry = Map.groupBy(source.value, ({ country }) => country);
  for (const { version: _, issued: __, expires: ___, ...pack } of packs) {
    expect(pack).toEqual(contentOf(pack.country, byCountry.get(pack.country) ?? []));
  }
});

test('none of them is at its end, and none was issued under a key that had ended', () => {
  expect(packs.filter((pack) => isExpired(pack, issued))).toEqual([]);
  for (const key of trustedKeys) expect(key.from <= key.until).toBe(true);
});

test('Pakistan’s pack names the CERT, the police, the regulator, the hotline, the helplines and the number for danger', () => {
  const pakistan = packs.find(({ country }) => country === 'PK');
  expect(pakistan?.emergency).toEqual({ phone: '15', phoneFormat: 'short' });
  expect(pakistan?.desk).toBeUndefined();
  const operators = pakistan?.mechanisms.map(({ operator }) => operator).join('\n');
  for (const name of ['PKCERT', 'NCCIA', 'PTA', 'Digital Rights Foundation', 'IWF', 'Madadgaar']) {
    expect(operators).toContain(name);
  }
  const forms = pakistan?.mechanisms.filter(({ webForm }) => webForm !== undefined) ?? [];
  expect(forms.filter(({ form }) => form === undefined)).toEqual([]);
  // Its portal has a bot check and asks for the identity card.
  const agency = forms.find(({ operator }) => operator.includes('NCCIA'));
  expect(agency?.form).toMatchObject({ fill: false, adult: true });
});
