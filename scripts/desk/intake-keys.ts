// A desk's two key pairs: letters are sealed to one, receipts are signed with the other.
import { readFile, writeFile } from 'node:fs/promises';

import { compactDecrypt, CompactSign } from 'jose';

export type DeskKeys = {
  /** As a pack names them. */
  readonly sealKey: string;
  readonly receiptKey: string;
  /** What was sealed; null: to another key, or it was changed on its way. */
  readonly open: (sealed: string) => Promise<string | null>;
  readonly sign: (payload: string) => Promise<string>;
};

type Stored = { readonly seal: JsonWebKey; readonly receipt: JsonWebKey };

const sealing = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** `file`: where they are kept from one start to the next, readable by their owner only; none: for once. */
export async function deskKeys(file?: string): Promise<DeskKeys> {
  const stored = file === undefined ? null : await storedIn(file);
  if (stored !== null) return keysOf(stored);
  const made = await newKeys();
  if (file !== undefined) await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return keysOf(made);
}

async function storedIn(file: string): Promise<Stored | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Stored;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw problem;
  }
}

async function newKeys(): Promise<Stored> {
  const [seal, receipt] = await Promise.all([
    crypto.subtle.generateKey(sealing, true, ['deriveBits']),
    crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']),
  ]);
  return {
    seal: await crypto.subtle.exportKey('jwk', seal.privateKey),
    receipt: await crypto.subtle.exportKey('jwk', receipt.privateKey),
  };
}

async function keysOf({ seal, receipt }: Stored): Promise<DeskKeys> {
  const opener = await crypto.subtle.importKey('jwk', seal, sealing, false, ['deriveBits']);
  const signer = await crypto.subtle.importKey('jwk', receipt, 'Ed25519', false, ['sign']);
  const point = [seal.x, seal.y].map((part) => Buffer.from(part ?? '', 'base64url'));
  return {
    sealKey: Buffer.concat([Uint8Array.of(4), ...point]).toString('base64url'),
    receiptKey: receipt.x ?? '',
    async open(sealed) {
      try {
        const { plaintext } = await compactDecrypt(sealed, opener, {
          keyManagementAlgorithms: ['ECDH-ES'],
          contentEncryptionAlgorithms: ['A256GCM'],
        });
        return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
      } catch {
        // Another key, another algorithm, or changed on its way: the same answer to each.
        return null;
      }
    },
    sign: (payload) =>
      new CompactSign(new TextEncoder().encode(payload))
        .setProtectedHeader({ alg: 'EdDSA', typ: 'saathi-receipt' })
        .sign(signer),
  };
}
