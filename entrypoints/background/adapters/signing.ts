// Ed25519, as the browser has it. A private key that is made here can never be read.
type Bytes = Uint8Array<ArrayBuffer>;
export type SigningKeys = { readonly privateKey: CryptoKey; readonly publicKey: Bytes };

export async function makeSigningKeys(): Promise<SigningKeys> {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const publicKey = await crypto.subtle.exportKey('raw', pair.publicKey);
  return { privateKey: pair.privateKey, publicKey: new Uint8Array(publicKey) };
}

export const signText = async (key: CryptoKey, text: string): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(text)));

export async function isSignedBy(
  publicKey: Bytes,
  signature: Bytes,
  text: string,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signature, new TextEncoder().encode(text));
  } catch {
    // Thirty-two bytes that are no key, or a browser without Ed25519: nothing fits then.
    return false;
  }
}
