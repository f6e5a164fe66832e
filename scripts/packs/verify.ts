// Checks packs as the extension does, with Node's cryptography instead of the browser's.
import { createPublicKey, verify } from 'node:crypto';

import { judgePack, type Judging, signersOf } from '../../rules/packs/edition.ts';
import type { Pack } from '../../rules/packs/pack.ts';
import {
  messageOf,
  type PackRefusal,
  readSignedPack,
  type SignedPack,
} from '../../rules/packs/signed.ts';
import { type TrustedKey, trustedKeys } from '../../rules/packs/trusted-keys.ts';
import { fail, ok, type Result } from '../../rules/result.ts';

/** Ids of the trusted signers whose signatures fit. */
export function fittingOf(
  file: SignedPack,
  keys: readonly TrustedKey[] = trustedKeys,
): ReadonlySet<string> {
  const message = Buffer.from(messageOf(file.pack));
  const fitting = signersOf(file, keys).filter(({ key, signature }) =>
    verify(
      null,
      message,
      createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.publicKey }, format: 'jwk' }),
      Buffer.from(signature.signature, 'base64url'),
    ),
  );
  return new Set(fitting.map(({ key }) => key.id));
}

/** The whole check of one file's text, as a family's browser makes it when the file is imported. */
export function checkText(
  text: string,
  how: Omit<Judging, 'fitting'>,
): Result<{ readonly pack: Pack; readonly file: SignedPack }, PackRefusal> {
  const file = readSignedPack(text);
  if (!file.ok) return file;
  const judged = judgePack(file.value, { ...how, fitting: fittingOf(file.value, how.keys) });
  return judged.ok ? ok({ pack: judged.value, file: file.value }) : fail(judged.failure);
}
