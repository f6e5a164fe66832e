import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseAddress } from '@/rules/hosts/address.ts';
import { addressFeatures, featureBits } from '@/rules/lookalike/address-features.ts';
import {
  type AddressModel,
  modelBytes,
  readAddressModel,
  writeAddressModel,
} from '@/rules/lookalike/address-model.ts';
import { createAddressJudge } from '@/rules/lookalike/address-score.ts';
import { freeHostOf } from '@/rules/lookalike/free-hosts.ts';

import { anyText } from '../../support/any-text.ts';
import { addressJudge, packagedBrands } from '../../support/lookalike.ts';

const brands = packagedBrands();
const judge = addressJudge();

const scoreOf = (url: string) => {
  const address = parseAddress(url);
  if (address === null) throw new Error(url);
  return judge(address);
};

test.each([
  'http://facebook-securitycheck.000webhostapp.com/checkpoint/login.html',
  'http://www.bakery-of-nowhere.com/wp-includes/paypal/webscr/login.php?cmd=_login-run&dispatch=5885d80a13c0db1f8e263663d3faee8d',
  'http://netflix.account-billing.update-info.top/signin/',
  'https://metamask-restore-wallet.pages.dev/import',
])('%s has the address of a scam', (url) => {
  expect(scoreOf(url).level).not.toBe('ordinary');
});

test.each([
  'https://www.greenhill-school.edu.pk/admissions/2027/apply.html',
  'https://dawn-of-news.pk/news/1876543/city-gets-new-park',
  'https://www.potteryclub.org/members/login',
  'https://shop.pedalsandmore.co.uk/account/register?return=/basket',
  'https://maryams-recipes.blogspot.com/2024/05/chicken-karahi.html',
  'https://www.kunstmuseum-nord.de/de/ausstellungen',
  'https://accounts.google.com/o/oauth2/auth?client_id=1&redirect_uri=https%3A%2F%2Fexample.com',
])('%s is ordinary', (url) => {
  expect(scoreOf(url).level).toBe('ordinary');
});

test('where a brand has its own pages nothing is scored, but what strangers put there is', () => {
  expect(scoreOf('https://www.paypal.com/signin').score).toBe(-Infinity);
  expect(scoreOf('https://docs.google.com/forms/d/e/abc/viewform').score).toBeGreaterThan(
    -Infinity,
  );
});

test('how long a path is, how deep, and whether it is encrypted says nothing by itself', () => {
  const features = (url: string) => {
    const address = parseAddress(url);
    return address === null ? [] : addressFeatures(address, brands).toSorted((a, b) => a - b);
  };
  expect(features('http://potteryclub.org/a/b')).toEqual(features('https://potteryclub.org/a/b'));
  expect(features('https://potteryclub.org/a/a/a/a')).toEqual(
    features('https://potteryclub.org/a/a/a/a/a/a/a'),
  );
});

test('no address makes scoring throw, and its places lie in the table', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), anyText), (text) => {
      const address = parseAddress(text) ?? parseAddress(`http://scam.test/${text}?${text}`);
      if (address === null) return;
      expect(Number.isNaN(judge(address).score)).toBe(false);
      for (const place of addressFeatures(address, brands)) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThan(2 ** featureBits);
      }
    }),
  );
});

test('the longest of addresses has a bounded number of features', () => {
  const address = parseAddress(
    `https://${'a.'.repeat(120)}scam.test/${'login/'.repeat(50_000)}?${'a=b&'.repeat(50_000)}`,
  );
  if (address === null) throw new Error('address');
  expect(addressFeatures(address, brands).length).toBeLessThan(500);
});

test('a model written is the model read', () => {
  const model: AddressModel = {
    weights: Int8Array.from({ length: 2 ** featureBits }, (_, index) => (index % 255) - 127),
    scale: 0.5,
    bias: -1.25,
    likely: { bare: 1, deep: 2 },
    clear: { bare: 3, deep: 4 },
  };
  const bytes = writeAddressModel(model);
  expect(bytes.length).toBe(modelBytes);
  expect(readAddressModel(bytes.buffer as ArrayBuffer)).toEqual(model);
});

test.each([
  ['shorter', (bytes: Uint8Array) => bytes.slice(1)],
  ['of another version', (bytes: Uint8Array) => bytes.with(0, 7)],
  ['with a threshold that is no number', (bytes: Uint8Array) => bytes.fill(255, 12, 16)],
])('a file that is %s is no model', (_, change) => {
  const bytes = new Uint8Array(readFileSync('public/models/addresses.bin'));
  expect(readAddressModel(change(bytes).buffer as ArrayBuffer)).toBeNull();
});

test('the packed model fits its budget of 200 kB', () => {
  expect(readFileSync('public/models/addresses.bin').length).toBeLessThanOrEqual(200_000);
});

test('one point more in the table is one step more in the score', () => {
  const weights = new Int8Array(2 ** featureBits).fill(1);
  const flat = createAddressJudge(
    {
      weights,
      scale: 2,
      bias: 1,
      likely: { bare: 3, deep: 1e6 },
      clear: { bare: 1e6, deep: 1e6 },
    },
    brands,
  );
  const address = parseAddress('https://potteryclub.org/');
  if (address === null) throw new Error('address');
  const { score, level } = flat(address);
  expect(score).toBe(1 + 2 * addressFeatures(address, brands).length);
  expect(level).toBe('likely');
});

test.each([
  ['sara.weebly.com', 'weebly.com'],
  ['a.b.pages.dev', 'pages.dev'],
  ['www.weebly.com', null],
  ['weebly.com', null],
  ['notweebly.com', null],
  ['docs.google.com', 'docs.google.com'],
  ['google.com', null],
])('%s stands on the free host %s', (host, free) => {
  expect(freeHostOf(host)).toBe(free);
});
