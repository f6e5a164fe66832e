// Private keys of country packs: one file each, named after the key's id, readable by its owner alone.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Pack } from '../../rules/packs/pack.ts';
import { messageOf, type PackSignature } from '../../rules/packs/signed.ts';

export type PackKey = {
  readonly id: string;
  /** Ed25519, 32 bytes in base64url: how trusted-keys.ts has it. */
  readonly publicKey: string;
  readonly secret: KeyObject;
};

const isId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,39}$/.test(text);

/** Every key in the folder; none if there is no folder. Throws for a file that others can read. */
export function readPackKeys(folder: string): PackKey[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pem') && isId(name.slice(0, -'.pem'.length)))
    .sort()
    .map((name) => readKey(folder, name));
}

/** Makes a key; one of this id is never written over. */
export function makePackKey(folder: string, id: string): PackKey {
  if (!isId(id)) throw new Error(`"${id}" is no id for a key: a-z, 0-9 and - only`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${id}.pem`);
  if (existsSync(path)) throw new Error(`There is a key of this id: ${path}`);
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
  });
  return readKey(folder, `${id}.pem`);
}

export const signPack = (pack: Pack, keys: readonly PackKey[]): PackSignature[] =>
  keys.map(({ id, secret }) => ({
    key: id,
    signature: sign(null, Buffer.from(messageOf(pack)), secret).toString('base64url'),
  }));

function readKey(folder: string, name: string): PackKey {
  const path = join(folder, name);
  // Windows has no such bits.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new Error(`${path} can be read by others: chmod 600 it`);
  }
  const secret = createPrivateKey(readFileSync(path, 'utf8'));
  const { x } = createPublicKey(secret).export({ format: 'jwk' });
  if (secret.asymmetricKeyType !== 'ed25519' || x === undefined) {
    throw new Error(`${path} is no Ed25519 key`);
  }
  return { id: name.slice(0, -'.pem'.length), publicKey: x, secret };
}
