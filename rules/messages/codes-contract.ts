// Answers without a server: one-time codes, vouchers, signed grants.
import * as z from 'zod/mini';

import type * as Reply from './codes-replies.ts';
import { define } from './define.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const id = z.string().check(z.minLength(1), z.maxLength(64));
const token = z.optional(text(64));
const nothing = z.strictObject({});
/** Longer than any code, so that a slip gets a sentence; what it says is judged in rules/codes. */
const typed = text(64);
const name = z.string().check(z.minLength(1), z.maxLength(40));

export const voucherMinutes = [15, 30] as const;
/** What a signed grant gives: a site, more time of a quota, or a while of a closed time. */
export const grantKinds = ['host', 'minutes', 'quiet-time'] as const;

/** What a grant gives, as the guardian's browser asks for it. */
export const givesSchema = z.strictObject({
  kind: z.enum(grantKinds),
  /** "host": the site, with all below it. */
  host: z.optional(z.string().check(z.minLength(1), z.maxLength(260))),
  /** "minutes": the quota's scope; without it the day's own ("all"). */
  scope: z.optional(z.string().check(z.minLength(1), z.maxLength(280))),
  minutes: z.int().check(z.minimum(1), z.maximum(600)),
});

export const codesContract = {
  /** For the closed page: which ways there are here, and whether somebody has to wait. */
  'codes.state': define<Reply.CodesState>()({
    from: ['blocked', 'mine', 'options'],
    body: nothing,
  }),
  /** For the guardian: phones, sheets of cards. */
  'codes.read': define<Reply.GuardianCodes>()({
    from: ['options'],
    body: z.strictObject({ token }),
  }),
  /** The page draws the secret (rules/codes/otpauth.ts), shows it, and proves here that the phone has it. */
  'phone.pair': define<Reply.PhonePaired>()({
    from: ['options'],
    body: z.strictObject({ name, secret: text(64), code: typed, token }),
  }),
  'phone.remove': define<Reply.Done>()({
    from: ['options'],
    body: z.strictObject({ phoneId: id, token }),
  }),
  /** Six digits read out by the guardian: they answer this one request, with what it asked for. */
  'code.redeem': define<Reply.CodeRedeemed>()({
    from: ['blocked', 'mine'],
    body: z.strictObject({ requestId: id, code: typed }),
  }),
  /** Printable cards for one child. The codes are in this reply and nowhere else afterwards. */
  'vouchers.make': define<Reply.VouchersMade>()({
    from: ['options'],
    body: z.strictObject({
      childId: id,
      minutes: z.literal([...voucherMinutes]),
      count: z.int().check(z.minimum(1), z.maximum(24)),
      token,
    }),
  }),
  /** Cards of this sheet that were not used are worth nothing from now on. */
  'vouchers.withdraw': define<Reply.Done>()({
    from: ['options'],
    body: z.strictObject({ sheetId: id, token }),
  }),
  /** Ten digits of a card: more minutes for what closed this address, if a spent quota did. */
  'voucher.redeem': define<Reply.VoucherRedeemed>()({
    from: ['blocked'],
    body: z.strictObject({ url: text(65_536), code: typed }),
  }),

  // The guardian's own browser: it holds a key and signs. The token is asked for where a PIN is set.
  'signer.read': define<Reply.Signer>()({ from: ['options'], body: z.strictObject({ token }) }),
  /** Makes the key pair, once: its private half never leaves this browser. */
  'signer.make': define<Reply.Signer>()({ from: ['options'], body: z.strictObject({ token }) }),
  /** The card that a child's browser showed when it accepted this key (rules/codes/child-card.ts). */
  'signer.add': define<Reply.SignerAdded>()({
    from: ['options'],
    body: z.strictObject({ card: text(2000), token }),
  }),
  'signer.remove': define<Reply.Signer>()({
    from: ['options'],
    body: z.strictObject({ keyId: id, token }),
  }),
  'grant.sign': define<Reply.GrantSigned>()({
    from: ['options'],
    body: z.strictObject({ keyId: id, gives: givesSchema, token }),
  }),
  /** A file from the guardian's browser. Anyone may bring it: the signature speaks. */
  'grant.take': define<Reply.GrantTaken>()({
    from: ['blocked', 'mine', 'options'],
    body: z.strictObject({ file: text(65_536) }),
  }),
} as const;
export type Gives = z.infer<typeof givesSchema>;
