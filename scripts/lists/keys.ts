// Keys of a feed: root keys say who may sign, index keys sign each edition. One file each, readable by its owner alone.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Signature } from '../../rules/lists/feed/schema.ts';

export type KeyRole = 'root' | 'index';
export type SigningKey = {
  /** Ed25519, 32 bytes in base64url: how root.json names it. */
  readonly publicKey: string;
  readonly path: string;
  readonly secret: KeyObject;
};

/** Keys of a role in these folders; those of a root with several keepers may come on several sticks. */
export function readKeys(folders: readonly string[], role: KeyRole): SigningKey[] {
  return folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => new RegExp(`^${role}-\\d+\\.pem$`).test(name))
      .map((name) => readKey(join(folder, name))),
  );
}

/** Makes a key under the next free number; an old one is never written over. */
export function makeKey(folder: string, role: KeyRole): SigningKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const taken = [...namesIn(folder), ...namesIn(join(folder, 'retired'))].flatMap((name) => {
    const number = new RegExp(`^${role}-(\\d+)\\.pem$`).exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  const path = join(folder, `${role}-${Math.max(0, ...taken) + 1}.pem`);
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
  });
  return readKey(path);
}

/** Out of use, but kept: whoever finds out later what it signed may want to know. */
export function retireKey({ path }: SigningKey): void {
  const folder = join(path, '..', 'retired');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  renameSync(path, join(folder, basename(path)));
}

export const signWith = (keys: readonly SigningKey[], message: string): Signature[] =>
  keys.map(({ publicKey, secret }) => ({
    key: publicKey,
    signature: sign(null, Buffer.from(message), secret).toString('base64url'),
  }));

function readKey(path: string): SigningKey {
  const secret = createPrivateKey(readFileSync(path, 'utf8'));
  const { x } = createPublicKey(secret).export({ format: 'jwk' });
  if (secret.asymmetricKeyType !== 'ed25519' || x === undefined) {
    throw new Error(`${path} is no Ed25519 key`);
  }
  return { publicKey: x, path, secret };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // No such folder yet: no keys in it.
    return [];
  }
}
