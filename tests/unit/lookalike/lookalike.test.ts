import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseAddress, toHost } from '@/rules/hosts/address.ts';
import { registrableDomain } from '@/rules/hosts/registrable-domain.ts';
import { parseStarter } from '@/rules/lists/starter.ts';
import { brandIndexOf } from '@/rules/lookalike/brand-index.ts';
import { readBrands } from '@/rules/lookalike/brands.ts';
import { judgeAddress } from '@/rules/lookalike/lookalike.ts';
import { isOneSlip, isWithinSlips } from '@/rules/lookalike/looks.ts';
import { judgePage } from '@/rules/risk/risk.ts';

import { anyText } from '../../support/any-text.ts';

const starter = parseStarter(JSON.parse(readFileSync('public/lists/starter.json', 'utf8')));
if (!starter.ok) throw new Error('starter list');
const index = brandIndexOf(starter.value);

const judged = (untrusted: string): string | null => {
  const imitation = judgeAddress(toHost(untrusted) ?? 'unreadable', index);
  return imitation === null ? null : `${imitation.imitated} ${imitation.signs.join(' ')}`;
};

test.each([
  ['BYP-016', 'y\u043Eutube.com', 'youtube.com lookalikeLetters'],
  ['BYP-016', 'xn--yutube-wqf.com', 'youtube.com lookalikeLetters'],
  ['letters', '\u0440\u0430\u0443\u0440\u0430l.com', 'paypal.com lookalikeLetters'],
  ['letters', 'paypa1.com', 'paypal.com lookalikeLetters'],
  ['letters', 'paypai.com', 'paypal.com lookalikeLetters'],
  ['letters', 'g00gle.com', 'google.com lookalikeLetters'],
  ['letters', 'rnicrosoft.com', 'microsoft.com lookalikeLetters'],
  ['letters', 'tvvitter.com', 'twitter.com lookalikeLetters'],
  ['letters', 'r0bl0x.com', 'roblox.com lookalikeLetters'],
  ['letters', 'h\u0431l.com.pk', null],
  ['letters', 'hb\u04CF.com.pk', 'hbl.com lookalikeLetters'],
  ['letters', 'dem0bank.test', 'demobank.test lookalikeLetters'],
  ['letters', '\u0101pple.com', 'apple.com lookalikeLetters'],
  ['typo', 'robloxx.com', 'roblox.com lookalikeTypo'],
  ['typo', 'facebok.com', 'facebook.com lookalikeTypo'],
  ['typo', 'instagarm.com', 'instagram.com lookalikeTypo'],
  ['typo', 'easypasa.com', 'easypaisa.com.pk lookalikeTypo'],
  ['typo', 'steamcomunnity.com', 'steamcommunity.com lookalikeTypo'],
  ['sub-domain', 'paypal.com.evil.test', 'paypal.com lookalikeSubdomain'],
  ['sub-domain', 'www-paypal-com.evil.test', 'paypal.com lookalikeSubdomain'],
  ['sub-domain', 'demobank.test.evil.test', 'demobank.test lookalikeSubdomain'],
  ['sub-domain', 'usps.com-parcel.top', 'usps.com lookalikeSubdomain'],
  ['sub-domain', 'roblox.free-account.xyz', 'roblox.com lookalikeSubdomain'],
  ['word', 'demobank-login.test', 'demobank.test lookalikeWord'],
  ['word', 'www.demobank-login.test', 'demobank.test lookalikeWord'],
  ['word', 'hbl-login.com', 'hbl.com lookalikeWord'],
  ['word', 'meezan-verify.xyz', 'meezanbank.com lookalikeWord'],
  ['word', 'jazzcash-bonus.top', 'jazzcash.com.pk lookalikeWord'],
  ['word', 'bisp-update.com', 'bisp.gov.pk lookalikeWord'],
  ['word', 'robux-free.xyz', 'roblox.com lookalikeWord'],
  ['word', 'freerobux.xyz', 'roblox.com lookalikeWord'],
  ['word', 'r0blox-gift.xyz', 'roblox.com lookalikeWord'],
  ['word', 'paypal-support.github.io', 'paypal.com lookalikeWord'],
  ['word', 'roblox.com.mu', 'roblox.com lookalikeWord'],
  ['word', 'nadra-verify.online', 'nadra.gov.pk lookalikeWord'],
  ['word', 'sngpl-bill-update.site', 'sngpl.com.pk lookalikeWord'],
  ['word', 'netflix-cuenta-suspendida.com', 'netflix.com lookalikeWord'],
  ['word', 'tcs-redeem.top', 'tcsexpress.com lookalikeWord'],
  ['typo', 'pakwheel.com', 'pakwheels.com lookalikeTypo'],
  ['same name', 'standardchartered.co.in', null],
])('%s: %s gives %s', (_, host, outcome) => {
  expect(judged(host)).toBe(outcome);
});

const { brands, hosts: brandHosts } = readBrands(starter.value.brands);

test('no real host of a brand, nor a sub-domain of it, is an imitation', () => {
  for (const host of brandHosts) {
    expect(toHost(host), host).toBe(host);
    for (const name of [host, `www.${host}`, `secure-login.account.${host}`]) {
      expect(judged(name), name).toBeNull();
    }
  }
});

test('brands are many, and each has a host of its own', () => {
  expect(new Set(brands.map(({ host }) => host)).size).toBeGreaterThan(110);
  for (const { host, word } of brands) {
    expect(registrableDomain(host), word).not.toBeNull();
    expect(word).toMatch(/^[a-z0-9]{3,}$/);
  }
});

test.each(
  `wikimedia.org commons.wikimedia.org cloud.com pcloud.com qcloud.com telegraf.rs telegraf.com.ua interest.co.nz finance.gov.pk
  arena.net gardena.com lithub.com feddit.org paypay.ne.jp amazon.de amazon.co.jp google.com.pk google.de ebay.fr yahoo.co.uk
  9minecraft.net minecraft-server-list.com minecraftforum.net steamdb.info steamunlocked.net apple.news applebees.com pineapple.org
  chase.org purchase.com discovery.com discover.com target.com marget.de wise.org zoom-zoom.org zongheng.com jazzonline.de
  secure-hotel-booking.com login.gov id.me account.gov.uk update.com gift.com verify.org hsbcworldevents.org citizens.com citi.io
  www.paypal.com.edgekey.net microsoft.com.akadns.net www-google-com.translate.goog facebook-com.cdn.ampproject.org
  onlinesbm.com idfcbank.com bankislam.biz redditp.com revolt.tv ubuntu.com ubs.com mcb.mu ucb.com hblr.org
  scratched.gse.harvard.edu amongus.wiki temu.org telenord.it gmall.com.cn booking.gov.uk
  dunya.com.pk urdupoint.com hec.gov.pk nust.edu.pk fbise.edu.pk tcs.com.pk pakwheels.com zameen.com`
    .split(/\s+/)
    .filter((host) => host !== ''),
)('%s is an ordinary address', (host) => {
  expect(judged(host)).toBeNull();
});

test('no listed site of the starter list is an imitation, save scams and ways round, which are on purpose', () => {
  const onPurpose = ['scam', 'bypass'];
  const { known, categories } = starter.value;
  const ordinary = [
    ...known,
    ...Object.entries(categories).flatMap(([name, hosts]) =>
      onPurpose.includes(name) ? [] : hosts,
    ),
  ];
  expect(ordinary.filter((host) => judged(host) !== null)).toEqual([]);
});

test('numbers, bare suffixes and single names are no imitations', () => {
  for (const host of ['203.0.113.7', '[::1]', 'com', 'co.uk', 'localhost', '']) {
    expect(judgeAddress(host, index)).toBeNull();
  }
});

test('one slip is one letter more, less, other, or two neighbours swapped', () => {
  expect(isOneSlip('roblox', 'robloxx')).toBe(true);
  expect(isOneSlip('roblox', 'rblox')).toBe(true);
  expect(isOneSlip('roblox', 'roblex')).toBe(true);
  expect(isOneSlip('roblox', 'rolbox')).toBe(true);
  expect(isOneSlip('roblox', 'roblox')).toBe(false);
  expect(isOneSlip('roblox', 'rebles')).toBe(false);
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(name, name, (left, right) => {
      expect(isOneSlip(left, right)).toBe(isOneSlip(right, left));
      if (isOneSlip(left, right)) expect(isWithinSlips(left, right, 2)).toBe(true);
      if (left !== right && isWithinSlips(left, right, 1))
        expect(isOneSlip(left, right)).toBe(true);
    }),
  );
});

test('no host makes judging throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), anyText), (text) => {
      const host = parseAddress(`http://${text}/`)?.host ?? '';
      const signs = judgeAddress(host, index)?.signs ?? [];
      expect(signs.length).toBeLessThan(3);
    }),
  );
});

test('a page can give both signals, an ordinary page gives none', () => {
  expect(judgePage(index, { host: 'school.test', ageLabel: null })).toEqual([]);
  expect(judgePage(index, { host: 'dem0bank.test', ageLabel: 'adult' })).toEqual([
    { kind: 'age-label', label: 'adult' },
    { kind: 'lookalike', imitated: 'demobank.test', signs: ['lookalikeLetters'] },
  ]);
});
