// docs/intake-protocol.md: what goes over the line between Saathi and a desk, and how large it may be.
import * as z from 'zod/mini';

import { additionSchema, reportSchema } from '../schema.ts';

export const protocol = 'saathi-intake/1';

export const intakeLimits = {
  /** Of a letter as canonical JSON in UTF-8, before it is sealed. */
  letterBytes: 16_384,
  /** Of any request. */
  requestBytes: 24_576,
  /** Of one message, in characters (UTF-16 units). */
  messageLength: 2000,
  messages: 50,
  /** New versions of one report, the first included. */
  versions: 20,
  /** Leading zero bits that a desk may ask for. */
  workBits: 18,
} as const;

export const intakeErrors = [
  'malformed',
  'not-sealed',
  'cannot-open',
  'not-a-letter',
  'work-needed',
  'not-found',
  'conflict',
  'already-read',
  'withdrawn',
  'method-not-allowed',
  'too-large',
  'not-json',
  'too-many',
  'closed',
] as const;
export type IntakeError = (typeof intakeErrors)[number];

const text = (max: number) => z.string().check(z.maxLength(max));
/** 32 random bytes in base64url. */
const tokenSchema = z.string().check(z.regex(/^[\w-]{43}$/));
const idSchema = z.string().check(z.regex(/^[\w-]{8,64}$/));
const hashSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const receiptSchema = z.string().check(z.regex(/^[A-Z0-9][A-Z0-9-]{5,39}$/));
const compactSchema = z.string().check(z.regex(/^[\w-]+(?:\.[\w-]*){2,4}$/), z.maxLength(24_000));
const versionSchema = z.int().check(z.minimum(1), z.maximum(100));

/** What is sealed: the letter, and the secret that opens its answers. */
export const contentsSchema = z.strictObject({
  letter: z.discriminatedUnion('schema', [reportSchema, additionSchema]),
  token: tokenSchema,
});
export type Contents = z.infer<typeof contentsSchema>;

/** Of work that was asked for: SHA-256 of "challenge.reportId.nonce" begins with so many zero bits. */
export const workSchema = z.strictObject({ challenge: text(400), nonce: text(40) });
export type Work = z.infer<typeof workSchema>;

/** `open` instead of `sealed` only at a desk that has no key to seal to. */
export const submitSchema = z.strictObject({
  protocol: z.literal(protocol),
  reportId: idSchema,
  version: versionSchema,
  sealed: z.optional(compactSchema),
  open: z.optional(z.unknown()),
  work: z.optional(workSchema),
});

export const messageContentsSchema = z.strictObject({
  messageId: idSchema,
  receipt: receiptSchema,
  /** ISO 8601. */
  writtenAt: text(40),
  text: z.string().check(z.minLength(1), z.maxLength(intakeLimits.messageLength)),
});
export type MessageContents = z.infer<typeof messageContentsSchema>;

export const messageSchema = z.strictObject({
  protocol: z.literal(protocol),
  messageId: idSchema,
  sealed: z.optional(compactSchema),
  open: z.optional(z.unknown()),
});

/** What a desk vouches for; with a receipt key, the payload of a JWS. */
const receiptFields = {
  protocol: z.literal(protocol),
  receipt: receiptSchema,
  reportId: idSchema,
  version: versionSchema,
  /** The letter's own `integrity.hash`. */
  hash: hashSchema,
  /** ISO 8601, by the desk's clock, of this version. */
  receivedAt: text(40),
} as const;
export const signedReceiptSchema = z.strictObject(receiptFields);
export type SignedReceipt = z.infer<typeof signedReceiptSchema>;

// Replies may grow: what a later version of a desk adds is not read, and breaks nothing.
export const submittedSchema = z.object({ ...receiptFields, signed: z.optional(compactSchema) });

/** Of what needs no more than a yes. */
export const doneSchema = z.object({ protocol: z.literal(protocol) });

export const statusSchema = z.object({
  protocol: z.literal(protocol),
  receipt: receiptSchema,
  progress: z.enum(['received', 'read', 'done']),
  withdrawable: z.boolean(),
  messages: z
    .array(z.object({ id: idSchema, at: text(40), text: text(intakeLimits.messageLength) }))
    .check(z.maxLength(100)),
});

export const challengeSchema = z.object({
  protocol: z.literal(protocol),
  challenge: text(400),
  bits: z.int().check(z.minimum(0), z.maximum(64)),
  expiresAt: text(40),
});

export const configSchema = z.object({
  protocol: z.literal(protocol),
  name: text(80),
  languages: z.array(text(20)),
  categories: z.array(text(40)),
  hours: z.nullable(text(200)),
  letterBytes: z.int(),
  messageLength: z.int(),
  /** Public keys as the pack names them; whoever reads them here and nowhere else trusts whoever answers. */
  sealKey: z.nullable(text(100)),
  receiptKey: z.nullable(text(100)),
  /** Bits of work that a new report needs at the moment. */
  workBits: z.int(),
});

export const errorSchema = z.object({
  protocol: z.literal(protocol),
  error: z.enum(intakeErrors),
});

const base = (endpoint: string): string => `${endpoint.replace(/\/+$/, '')}/v1`;

/** Where things are, below a desk's endpoint. */
export const intakeAddresses = (endpoint: string) => ({
  reports: `${base(endpoint)}/reports`,
  report: (receipt: string) => `${base(endpoint)}/reports/${encodeURIComponent(receipt)}`,
  messages: (receipt: string) =>
    `${base(endpoint)}/reports/${encodeURIComponent(receipt)}/messages`,
  config: `${base(endpoint)}/config`,
  challenge: `${base(endpoint)}/challenge`,
});
