// Keys and cards that two browsers of one family show each other, as text that survives a chat or a mail.
import * as z from 'zod/mini';

import { canonicalJson } from '../canonical.ts';
import { readJson } from '../json.ts';
import { fromBase64url, toBase64url } from '../lists/feed/base64url.ts';
import { parseWith } from '../parse.ts';
import type { GrantKey } from '../policy/schema.ts';

const keyBytes = 32;

/** The public key of a guardian's browser out of what was pasted; null if it is none. */
export function readPublicKey(pasted: string): string | null {
  const bare = pasted.slice(0, 500).replaceAll(/[\s\p{Cf}]/gu, '');
  return fromBase64url(bare)?.length === keyBytes ? bare : null;
}

/** An accepted key, for the policy. Its id is drawn here, so that a grant fits this one browser and child only. */
export const grantKeyFrom = (
  about: Pick<GrantKey, 'name' | 'childId' | 'publicKey'>,
  random: Uint8Array,
): GrantKey => ({
  id: Array.from(random.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  ...about,
});

const cardSchema = z.strictObject({
  keyId: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  childId: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  nickname: z.string().check(z.minLength(1), z.maxLength(40)),
  publicKey: z.string().check(z.refine((text) => readPublicKey(text) === text)),
});
/** What the child's browser hands back to the guardian's: for which child and browser to sign, and with which key. */
export type ChildCard = z.infer<typeof cardSchema>;

const start = 'saathi-child-1.';

/** One line of letters that no program rewrites. */
export const writeChildCard = ({ id, childId, publicKey }: GrantKey, nickname: string): string =>
  start +
  toBase64url(new TextEncoder().encode(canonicalJson({ keyId: id, childId, nickname, publicKey })));

/** Null if it is no card, or not all of one. */
export function readChildCard(pasted: string): ChildCard | null {
  const bare = pasted.slice(0, 2000).replaceAll(/[\s\p{Cf}]/gu, '');
  const bytes = bare.startsWith(start) ? fromBase64url(bare.slice(start.length)) : null;
  if (bytes === null) return null;
  const card = parseWith(cardSchema, readJson(new TextDecoder().decode(bytes)));
  return card.ok ? card.value : null;
}
