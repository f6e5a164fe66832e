// The few kinds of value that a feed is made of. Plain data: nothing here can be run, matched or drawn as markup.
import * as z from 'zod/mini';

import { fromBase64url } from './base64url.ts';

// Controls, unassigned and private characters, and marks that turn the direction of a line; joiners are part of Urdu.
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/u;

/** One line that a person reads, without any markup. */
export const plainText = (max: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(max),
    z.refine(
      (text) => text === text.trim() && !/[<>]/.test(text) && !unprintable.test(text),
      'one line of plain text, without < or >',
    ),
  );

const encoded = (bytes: number) =>
  z.string().check(
    z.maxLength(Math.ceil((bytes * 4) / 3)),
    z.refine((text) => fromBase64url(text)?.length === bytes, `${bytes} bytes in base64url`),
  );

/** An Ed25519 public key; it is its own id. */
export const publicKey = encoded(32);
export const signatureBytes = encoded(64);
/** SHA-256 of a root, as a policy names it. */
export const rootHash = encoded(32);

/** SHA-256 of a chunk as sha256sum prints it; a chunk is named after it. */
export const chunkHash = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in 64 hexadecimal digits'));

/** 2^53 and beyond are no whole numbers that every program reads alike. */
export const version = z.int().check(z.minimum(1));

export const count = (max: number) => z.int().check(z.minimum(0), z.maximum(max));

/** In UTC to the second: 2026-11-22T06:00:00Z. */
export const time = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a time such as 2026-11-22T06:00:00Z'),
  z.refine((text) => timeOf(instantOf(text)) === text, 'a time that exists'),
);

/** NaN for a time that does not exist. */
export const instantOf = (text: string): number => Date.parse(text);

/** '' for what is no instant. */
export function timeOf(instant: number): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return `${date.toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`;
}

export const listId = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a short id of a-z, 0-9 and -'));

const webPage = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:\/[A-Za-z0-9\-._~%/]*)?$/;
const mailbox = /^mailto:[A-Za-z0-9._+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

export const pageAddress = z
  .string()
  .check(z.maxLength(200), z.regex(webPage, 'an https address without a query'));

/** Where a mistake in the list can be told. */
export const correctionsAddress = z.string().check(
  z.maxLength(200),
  z.refine(
    (text) => webPage.test(text) || mailbox.test(text),
    'mailto: and one mailbox, or an https address without a query',
  ),
);
