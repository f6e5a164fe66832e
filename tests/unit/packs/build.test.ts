import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { TrustedKey } from '@/rules/packs/trusted-keys.ts';

import { buildPacks, lintFolder, readPacks } from '../../../scripts/packs/build.ts';
import type { SourceMechanism } from '../../../scripts/packs/convert.ts';
import { makePackKey, type PackKey, readPackKeys } from '../../../scripts/packs/keys.ts';

const trusted = vi.hoisted((): { keys: TrustedKey[] } => ({ keys: [] }));
vi.mock('@/rules/packs/trusted-keys.ts', () => ({
  get trustedKeys() {
    return trusted.keys;
  },
}));

const now = Date.parse('2026-11-22T10:00:00Z');
const day = 24 * 3_600_000;
const trusting = ({ id, publicKey }: PackKey, changed: Partial<TrustedKey> = {}): TrustedKey => ({
  id,
  publicKey,
  countries: '*',
  from: '2026-01-01',
  until: '2028-12-31',
  ...changed,
});
const source = (changed: Partial<SourceMechanism>): SourceMechanism => ({
  id: 'pk-one',
  country: 'PK',
  operator: 'One',
  type: 'helpline',
  handles: ['other'],
  website: 'https://one.example/',
  confidence: 'high',
  source: 'test',
  sourceSeen: 'archived copy, 2026-10-01',
  memberOf: [],
  ...changed,
});
const both = [source({}), source({ id: 'ae-one', country: 'AE', website: 'https://two.example/' })];

let base: string;
let key: PackKey;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'packs-'));
  key = makePackKey(join(base, 'keys'), 'test-2026');
  trusted.keys = [trusting(key)];
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const folder = () => join(base, 'packs');
const build = (
  mechanisms: readonly SourceMechanism[],
  changed: Partial<Parameters<typeof buildPacks>[0]> = {},
) =>
  buildPacks({
    source: mechanisms,
    agreed: {},
    folder: folder(),
    keys: [key],
    now,
    all: false,
    ...changed,
  });
const textOf = (country: string) => readFileSync(join(folder(), `${country}.json`), 'utf8');
const versions = () => readPacks(folder()).map(({ pack }) => `${pack.country} ${pack.version}`);

describe('building packs', () => {
  test('signs each, makes the indexes, and says what it did', () => {
    expect(build(both)).toEqual({ written: ['PK', 'AE'], kept: 0, unsigned: [] });
    expect(readdirSync(folder()).sort()).toEqual([
      'AE.json',
      'PK.json',
      'help-hosts.json',
      'index.json',
    ]);
    const hosts = JSON.parse(readFileSync(join(folder(), 'help-hosts.json'), 'utf8')) as object;
    expect(hosts).toMatchObject({ PK: expect.arrayContaining(['one.example']) });
    const problems = lintFolder(folder(), now);
    expect(problems.filter((problem) => !problem.includes('promised'))).toEqual([]);
  });

  test('leaves alone, byte for byte, what has not changed, and raises the number of what has', () => {
    build(both);
    const before = textOf('AE');
    const changed = [source({ phone: '1098', phoneFormat: 'short' }), ...both.slice(1)];
    expect(build(changed, { now: now + day })).toMatchObject({ written: ['PK'], kept: 1 });
    expect(textOf('AE')).toBe(before);
    expect(versions()).toEqual(['AE 1', 'PK 2']);
  });

  test('gives a new edition to one that is near its end, whose signature does not fit, or when asked for all', () => {
    build(both);
    expect(build(both, { now: now + 350 * day }).written).toEqual(['PK', 'AE']);
    writeFileSync(join(folder(), 'PK.json'), textOf('PK').replace('"One"', '"Two"'));
    expect(build(both, { now: now + 350 * day }).written).toEqual(['PK']);
    expect(build(both, { now: now + 350 * day, all: true }).written).toEqual(['PK', 'AE']);
  });

  test('without a key it leaves what it can not sign, and names it', () => {
    build(both);
    const before = textOf('PK');
    const changed = [source({ operator: 'Other' }), ...both.slice(1)];
    expect(build(changed, { keys: [] })).toEqual({ written: [], kept: 1, unsigned: ['PK'] });
    expect(textOf('PK')).toBe(before);
  });

  test('a country’s own key signs its own pack alone', () => {
    trusted.keys = [trusting(key, { countries: ['PK'] })];
    expect(build(both)).toEqual({ written: ['PK'], kept: 0, unsigned: ['AE'] });
  });

  test('two keys sign side by side, and a key that is not trusted signs nothing', () => {
    const next = makePackKey(join(base, 'keys'), 'next-2027');
    const stranger = makePackKey(join(base, 'keys'), 'stranger');
    trusted.keys = [trusting(key), trusting(next)];
    build(both, { keys: [key, next, stranger] });
    const [first] = readPacks(folder());
    expect(first?.signatures.map((signature) => signature.key)).toEqual(['test-2026', 'next-2027']);
  });

  test('a country that left the facts leaves the folder', () => {
    build(both);
    build(both.slice(0, 1));
    expect(versions()).toEqual(['PK 1']);
  });

  test('facts that do not fit say where', () => {
    const wrong = [{ ...source({}), colour: 'red' }];
    expect(() => build(wrong)).toThrow(/mechanisms\.json: 0/);
    expect(() => build(both, { agreed: { Pakistan: {} } })).toThrow(/agreed\.json/);
  });

  test('the check finds what was changed by hand, and an index that does not fit', () => {
    build(both);
    writeFileSync(join(folder(), 'PK.json'), textOf('PK').replace('"One"', '"Two"'));
    writeFileSync(join(folder(), 'index.json'), '{}');
    const problems = lintFolder(folder(), now);
    expect(problems).toContain('PK.json: wrong-signature: test-2026');
    expect(problems).toContain('index.json does not fit the packs: build them');
    expect(problems.some((problem) => problem.startsWith('CM: promised'))).toBe(true);
  });
});

describe('keys of packs', () => {
  test('are made once, for their owner’s eyes alone, and found again', () => {
    const path = join(base, 'keys', 'test-2026.pem');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readPackKeys(join(base, 'keys')).map(({ id }) => id)).toEqual(['test-2026']);
    expect(() => makePackKey(join(base, 'keys'), 'test-2026')).toThrow('There is a key of this id');
    expect(() => makePackKey(join(base, 'keys'), '../x')).toThrow('no id for a key');
    expect(readPackKeys(join(base, 'nowhere'))).toEqual([]);
  });

  test('that others can read are refused', () => {
    chmodSync(join(base, 'keys', 'test-2026.pem'), 0o644);
    expect(() => readPackKeys(join(base, 'keys'))).toThrow('can be read by others');
  });
});
