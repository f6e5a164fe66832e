// Who may sign country packs. Compiled in: a key is taken away or added by a new version of the extension alone.
export type TrustedKey = {
  /** As signatures name it. */
  readonly id: string;
  /** Ed25519, 32 bytes in base64url. */
  readonly publicKey: string;
  /** '*': any country. A country's own key signs for that country and no other. */
  readonly countries: '*' | readonly string[];
  /** Days, YYYY-MM-DD, both included, on which a pack may have been issued under this key. */
  readonly from: string;
  readonly until: string;
};

export const trustedKeys: readonly TrustedKey[] = [
  {
    id: 'saathi-2026',
    publicKey: 'zAsVx4v202WXdhDn3fHVpzL6Iv4CjuVLjInfgpNaYCA',
    countries: '*',
    from: '2026-11-01',
    until: '2028-12-31',
  },
];
