import fc from 'fast-check';
import { getDomain, getPublicSuffix } from 'tldts';
import { expect, test } from 'vitest';

import {
  isPublicSuffix,
  isSharedHosting,
  isTopLevelDomain,
  publicSuffixOf,
  registrableDomain,
  sameRegistrableDomain,
} from '@/rules/hosts/registrable-domain.ts';
import { icannSuffixes, sharedSuffixes } from '@/rules/hosts/suffix-data.ts';
import { hasHash, packHashes, suffixHash, unpackHashes } from '@/rules/hosts/suffix-set.ts';
import { suffixNames } from '@/rules/lists/suffix-names.ts';
import { readSuffixRules } from '@/scripts/suffix-rules.ts';

const { rules } = await readSuffixRules();

test('the packed list is the list of the pinned package', () => {
  const pack = (icann: boolean) =>
    packHashes(rules.filter((rule) => rule.icann === icann).map(({ name }) => suffixHash(name)));
  expect(pack(true)).toEqual(icannSuffixes);
  expect(pack(false)).toEqual(sharedSuffixes);
  expect(rules.map(({ name }) => name)).toEqual(suffixNames.split(' '));
});

test('the packed list stays small enough for the worker', () => {
  expect(icannSuffixes.text.length + sharedSuffixes.text.length).toBeLessThan(34_000);
});

const names = rules.map(({ name }) => name.replace(/^!|^\*\./, ''));
const withPrivate = { allowPrivateDomains: true };

test('every rule of the list, bare and with one to three names before it, gives what tldts gives', () => {
  const wrong = names
    .flatMap((name) => [name, `a.${name}`, `b-1.a.${name}`, `www.b-1.a.${name}`])
    .filter(
      (host) =>
        publicSuffixOf(host) !== getPublicSuffix(host, withPrivate) ||
        isPublicSuffix(host) !== (getPublicSuffix(host, withPrivate) === host) ||
        publicSuffixOf(host, 'icann') !== getPublicSuffix(host) ||
        registrableDomain(host) !== getDomain(host, withPrivate),
    );
  expect(wrong).toEqual([]);
});

test('random hosts give what tldts gives', () => {
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const host = fc
    .tuple(fc.array(label, { minLength: 1, maxLength: 4 }), fc.constantFrom(...names))
    .map(([labels, suffix]) => `${labels.join('.')}.${suffix}`);
  fc.assert(
    fc.property(host, (name) => {
      expect(registrableDomain(name)).toBe(getDomain(name, withPrivate));
      expect(registrableDomain(name, 'icann')).toBe(getDomain(name));
    }),
    { numRuns: 5000, seed: 20_261_121 },
  );
});

test('suffixes are told from hosts, registries from shared hosting', () => {
  expect(isPublicSuffix('co.uk')).toBe(true);
  expect(isPublicSuffix('bbc.co.uk')).toBe(false);
  expect(isPublicSuffix('127.0.0.1')).toBe(false);
  expect(isPublicSuffix('')).toBe(false);
  expect(isSharedHosting('github.io')).toBe(true);
  expect(isSharedHosting('co.uk')).toBe(false);
  expect(isTopLevelDomain('com')).toBe(true);
  expect(isTopLevelDomain('ck')).toBe(true);
  expect(isTopLevelDomain('intranet')).toBe(false);
});

test('BYP-059 hosts of one owner belong together, strangers on shared hosting do not', () => {
  expect(sameRegistrableDomain('a.school.test', 'b.school.test')).toBe(true);
  expect(sameRegistrableDomain('one.github.io', 'two.github.io')).toBe(false);
  expect(sameRegistrableDomain('a.co.uk', 'b.co.uk')).toBe(false);
  expect(sameRegistrableDomain('10.0.0.1', '10.0.0.1')).toBe(true);
  expect(sameRegistrableDomain('10.0.0.1', '11.0.0.1')).toBe(false);
  expect(sameRegistrableDomain('', '')).toBe(false);
});

test('the packed form needs no escape in a script', () => {
  expect(icannSuffixes.text + sharedSuffixes.text).toMatch(/^[!#-[\]-~]+$/);
});

test('whatever hashes are packed come out again, in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(0xffffffff), { maxLength: 300 }), (hashes) => {
      const sorted = unpackHashes(packHashes(hashes));
      expect([...sorted]).toEqual([...hashes].sort((left, right) => left - right));
      for (const hash of hashes) expect(hasHash(sorted, hash)).toBe(true);
    }),
  );
});
