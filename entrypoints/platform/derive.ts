/** Argon2id, 32 bytes, base64. `params` as in a PHC string: "m=19456,t=2,p=1"; `salt` in base64. */
export async function derive(secret: string, salt: string, params: string): Promise<string> {
  const { argon2id } = await import('hash-wasm');
  const cost = new Map(params.split(',').map((pair) => pair.split('=') as [string, string]));
  const hash = await argon2id({
    password: secret,
    salt: fromBase64(salt),
    memorySize: Number(cost.get('m')),
    iterations: Number(cost.get('t')),
    parallelism: Number(cost.get('p')),
    hashLength: 32,
    outputType: 'binary',
  });
  return toBase64(hash);
}

export async function sha256(bytes: Uint8Array): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))));
}

export function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
