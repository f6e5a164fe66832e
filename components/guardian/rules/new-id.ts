/** A short id the policy's schema accepts, unlike any other in this document for all practical purposes. */
export function newId(kind: string, random: (bytes: number) => Uint8Array): string {
  const letters = Array.from(random(8), (byte) => (byte % 36).toString(36)).join('');
  return `${kind}-${letters}`;
}
