// The shipped packs, read from the package's folder; and packs signed by keys of the tests.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { emptyPack, type Mechanism, type Pack } from '@/rules/packs/pack.ts';
import { messageOf, readSignedPack, type SignedPack } from '@/rules/packs/signed.ts';
import type { TrustedKey } from '@/rules/packs/trusted-keys.ts';

const folder = join(process.cwd(), 'public/packs');

export const shippedText = (country: string): string =>
  readFileSync(join(folder, `${country}.json`), 'utf8');

export function shippedPack(country: string): Pack {
  const file = readSignedPack(shippedText(country));
  if (!file.ok) throw new Error(`${country}: ${file.failure.problem}: ${file.failure.detail}`);
  return file.value.pack;
}

export const shippedPacks = (): Pack[] =>
  readdirSync(folder)
    .filter((name) => /^[A-Z]{2}\.json$/.test(name))
    .map((name) => shippedPack(name.slice(0, 2)));

export type TestPackKey = TrustedKey & { readonly secret: KeyObject };

export function aPackKey(changed: Partial<TrustedKey> = {}): TestPackKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    id: 'test-key',
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    countries: '*',
    from: '2026-01-01',
    until: '2027-12-31',
    secret: privateKey,
    ...changed,
  };
}

export const aPack = (changed: Partial<Pack> = {}): Pack => ({
  ...emptyPack('PK'),
  version: 2,
  issued: '2026-11-20',
  expires: '2027-11-20',
  ...changed,
});

export const aMechanism = (changed: Partial<Mechanism> = {}): Mechanism => ({
  id: 'pk-one',
  country: 'PK',
  operator: 'One',
  type: 'helpline',
  handles: ['other'],
  confidence: 'high',
  source: 'test',
  checkedOn: '2026-10-01',
  ...changed,
});

export const aSignedPack = (pack: Pack, ...keys: readonly TestPackKey[]): SignedPack => ({
  schema: 'saathi-signed-pack/1',
  pack,
  signatures: keys.map(({ id, secret }) => ({
    key: id,
    signature: sign(null, Buffer.from(messageOf(pack)), secret).toString('base64url'),
  })),
});
