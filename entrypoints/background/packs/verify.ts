// Checks a pack's signatures with the browser's own Ed25519.
import { fromBase64url } from '@/rules/lists/feed/base64url.ts';
import { signersOf } from '@/rules/packs/edition.ts';
import { messageOf, type SignedPack } from '@/rules/packs/signed.ts';

import { isSignedBy } from '../adapters/signing.ts';

/** Ids of the trusted signers whose signatures fit. */
export async function fittingOf(file: SignedPack): Promise<ReadonlySet<string>> {
  const message = messageOf(file.pack);
  const checked = await Promise.all(
    signersOf(file).map(async ({ key, signature }) => {
      const publicKey = fromBase64url(key.publicKey);
      const bytes = fromBase64url(signature.signature);
      const fits =
        publicKey !== null && bytes !== null && (await isSignedBy(publicKey, bytes, message));
      return fits ? [key.id] : [];
    }),
  );
  return new Set(checked.flat());
}
