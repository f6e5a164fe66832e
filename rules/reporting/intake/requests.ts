// What is asked of a desk. What is sealed is made here; the sealing itself is the background's.
import { canonicalJson, type Json } from '../../canonical.ts';
import type { Letter } from '../schema.ts';
import {
  type Contents,
  intakeAddresses,
  type MessageContents,
  protocol,
  type Work,
} from './protocol.ts';

export type IntakeRequest = {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for what has none. */
  readonly body: string;
};
/** A compact JWE, or the contents as they are for a desk without a key to seal to. */
export type Enclosed = { readonly sealed: string } | { readonly open: Json };

const json = { Accept: 'application/json', 'Content-Type': 'application/json' } as const;
const asOwner = (token: string) => ({ Authorization: `Bearer ${token}` }) as const;

/** In canonical JSON. */
export const letterContents = (letter: Letter, token: string): string =>
  canonicalJson({ letter, token } satisfies Contents);
export const messageContents = (contents: MessageContents): string => canonicalJson(contents);

export const submitRequest = (
  endpoint: string,
  letter: Pick<Letter, 'reportId' | 'version'>,
  enclosed: Enclosed,
  work: Work | null,
): IntakeRequest => ({
  url: intakeAddresses(endpoint).reports,
  method: 'POST',
  headers: json,
  body: canonicalJson({
    protocol,
    reportId: letter.reportId,
    version: letter.version,
    ...enclosed,
    ...(work === null ? {} : { work }),
  }),
});

/** What tells one report from all others at its desk, to its owner. */
export type Claim = {
  readonly endpoint: string;
  readonly receipt: string;
  readonly token: string;
};

export const statusRequest = ({ endpoint, receipt, token }: Claim): IntakeRequest => ({
  url: intakeAddresses(endpoint).report(receipt),
  method: 'GET',
  headers: { Accept: 'application/json', ...asOwner(token) },
  body: '',
});

export const withdrawRequest = (claim: Claim): IntakeRequest => ({
  ...statusRequest(claim),
  method: 'DELETE',
});

export const messageRequest = (
  { endpoint, receipt, token }: Claim,
  messageId: string,
  enclosed: Enclosed,
): IntakeRequest => ({
  url: intakeAddresses(endpoint).messages(receipt),
  method: 'POST',
  headers: { ...json, ...asOwner(token) },
  body: canonicalJson({ protocol, messageId, ...enclosed }),
});

export const challengeRequest = (endpoint: string): IntakeRequest => ({
  url: intakeAddresses(endpoint).challenge,
  method: 'GET',
  headers: { Accept: 'application/json' },
  body: '',
});

/** What the SHA-256 is taken over. */
export const workText = (challenge: string, reportId: string, nonce: string): string =>
  `${challenge}.${reportId}.${nonce}`;

export function leadingZeroBits(digest: Uint8Array): number {
  const at = digest.findIndex((byte) => byte !== 0);
  return at < 0 ? digest.length * 8 : at * 8 + Math.clz32(digest[at] ?? 0) - 24;
}
