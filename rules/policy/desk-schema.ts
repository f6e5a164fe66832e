// Where reports go: a desk that a policy or a country's pack names.
import * as z from 'zod/mini';

// Nothing that a verdict waits for reads a desk: PURE lets the worker's bundle leave these schemas out.
/** Shown to the child: "It goes to NAME". */
const deskName = /* @__PURE__ */ z.string().check(z.minLength(1), z.maxLength(80));
/** https, or http on this machine. */
const deskEndpoint = /* @__PURE__ */ z
  .string()
  .check(z.maxLength(300), z.regex(/^https?:\/\//, 'an http(s) address'));
const deskWords = /* @__PURE__ */ z.string().check(z.minLength(1), z.maxLength(80));
const deskPassword = /* @__PURE__ */ z.string().check(z.minLength(1), z.maxLength(200));
/** A public key as base64url of its raw bytes. */
const publicKey = /* @__PURE__ */ z
  .string()
  .check(z.regex(/^[\w-]{43,88}$/, 'a public key in base64url'));
const mailbox = /* @__PURE__ */ z
  .string()
  .check(z.maxLength(200), z.regex(/^[^\s@?&#%<>"]+@[^\s@?&#%<>"]+$/));

/** Where reports go, if not to the desk named in the country's pack. See docs/desk.md. */
export const deskSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rt-rest2'),
    name: deskName,
    /** Base address of Request Tracker, https or loopback, without /REST/2.0. */
    endpoint: deskEndpoint,
    queue: deskWords,
    /** A write-only intake user: may create tickets and read nothing. */
    user: deskWords,
    password: deskPassword,
  }),
  /** A desk that speaks docs/intake-protocol.md. */
  z.strictObject({
    kind: z.literal('intake'),
    name: deskName,
    /** Base address, without /v1. */
    endpoint: deskEndpoint,
    /** Reports are sealed to this key: an uncompressed point on P-256. */
    sealKey: z.optional(publicKey),
    /** Receipts are signed with this one: Ed25519. */
    receiptKey: z.optional(publicKey),
  }),
  /** A mail gateway of a ticket system. The family's own mail program sends; nothing leaves by itself. */
  z.strictObject({
    kind: z.literal('mail'),
    name: deskName,
    address: mailbox,
  }),
]);

export type Desk = z.infer<typeof deskSchema>;
export type RtDesk = Extract<Desk, { kind: 'rt-rest2' }>;
export type IntakeDesk = Extract<Desk, { kind: 'intake' }>;
export type MailDesk = Extract<Desk, { kind: 'mail' }>;
/** Takes a report without a person's hand. */
export type MachineDesk = RtDesk | IntakeDesk;
