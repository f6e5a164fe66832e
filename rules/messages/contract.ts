// Every message of the product: who may send it, whether the guardian must be unlocked, and its shape.
// Pages and content scripts import only the types of this file; the background parses with it.
import * as z from 'zod/mini';

import { policySchema } from '../policy/schema.ts';
import type { reportTopics } from '../reporting/topics.ts';
import { codesContract } from './codes-contract.ts';
import { define } from './define.ts';
import { growingContract } from './growing-contract.ts';
import { helpContract } from './help-contract.ts';
import { historyContract } from './history-contract.ts';
import { pageContract } from './page-contract.ts';
import { picturesContract } from './pictures-contract.ts';
import type * as Reply from './replies.ts';
import { reportContract } from './report-contract.ts';
import type { PageReport } from './report-replies.ts';
import { timeContract } from './time-contract.ts';

export type { Surface } from './define.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const id = z.string().check(z.minLength(1), z.maxLength(64));
const address = text(65_536);
const token = z.optional(text(64));
const nothing = z.strictObject({});

/** Where the derived key is made: guardian/secret.ts. The background never sees the PIN itself. */
const secretSchema = z.strictObject({
  params: text(120),
  salt: text(64),
  verifier: text(64),
});

export const answers = [
  'page',
  'minutes-15',
  'minutes-30',
  'minutes-60',
  'today',
  'always',
  'not-now',
] as const;
/** What a child may ask for. A code read over the phone gives exactly this, so it is never "always". */
export const wishes = ['page', 'minutes-15', 'minutes-30', 'minutes-60', 'today'] as const;
/** "mistake": the child thinks that a list is wrong about the site. */
export const askReasons = ['school', 'friend', 'game', 'video', 'other', 'mistake'] as const;
export const refusals = ['too-old', 'talk-first', 'not-safe', 'enough-today'] as const;
const everyPage = ['popup', 'options', 'blocked', 'report', 'mine'] as const;

export const contract = {
  ...pageContract,
  ...timeContract,
  ...codesContract,
  ...historyContract,
  ...growingContract,
  ...reportContract,
  ...helpContract,
  ...picturesContract,
  'warning.leave': define<Reply.Done>()({ from: ['page'], body: nothing }),
  'warning.continue': define<Reply.Done>()({ from: ['page'], body: nothing }),
  'warning.tampered': define<Reply.Done>()({ from: ['page'], body: nothing }),
  'warning.report': define<PageReport>()({ from: ['page'], body: nothing }),
  /** Takes back a report filed from this very page, while it can be taken back. */
  'warning.undo': define<PageReport>()({
    from: ['page'],
    body: z.strictObject({ reportId: id }),
  }),

  // Any of our pages.
  'state.read': define<Reply.State>()({ from: everyPage, body: nothing }),
  'visit.explain': define<Reply.Explanation>()({
    /** Of a report: whether a service's own form would end at a block page. */
    from: ['blocked', 'popup', 'options', 'report'],
    body: z.strictObject({ url: address }),
  }),

  // Set-up and the guardian.
  'setup.finish': define<Reply.PolicySaved>()({
    from: ['options'],
    body: z.strictObject({
      policy: policySchema,
      secret: secretSchema,
      /** SHA-256 of the recovery code, base64. */
      recoveryVerifier: text(64),
    }),
  }),
  /** Whether a PIN may be tried now. Costs no try, as it tells nothing to try with. */
  'guardian.wait': define<Reply.GuardianWait>()({ from: everyPage, body: nothing }),
  'guardian.challenge': define<Reply.Challenge>()({ from: everyPage, body: nothing }),
  'guardian.unlock': define<Reply.Unlocked>()({
    from: everyPage,
    body: z.strictObject({ challengeId: id, key: text(64) }),
  }),
  'guardian.lock': define<Reply.Done>()({ from: everyPage, body: nothing }),
  'guardian.recover': define<Reply.Done>()({
    from: ['options'],
    body: z.strictObject({
      recoveryCode: text(64),
      secret: secretSchema,
      recoveryVerifier: text(64),
    }),
  }),
  /** Another PIN or passphrase; with a recovery verifier also another printed code. */
  'guardian.change': define<Reply.Done>()({
    from: ['options'],
    body: z.strictObject({
      secret: secretSchema,
      recoveryVerifier: z.optional(text(64)),
      token,
    }),
  }),
  /** The child was shown what this does and what a parent sees: written to the journal. */
  'handover.seen': define<Reply.Done>()({
    from: ['options'],
    body: z.strictObject({ childId: id }),
  }),
  /** Saves a changed policy. Tightening is free; weakening needs the token of an unlocked guardian. */
  'policy.save': define<Reply.PolicySaved>()({
    from: ['options'],
    body: z.strictObject({ policy: z.unknown(), baseRevision: z.int(), token }),
  }),
  'policy.read': define<Reply.PolicyRead>()({ from: ['options', 'mine'], body: nothing }),
  'lists.read': define<Reply.Lists>()({ from: ['options'], body: nothing }),
  /** Looks for a newer edition of one list or feed now, instead of when it is due. */
  'lists.refresh': define<Reply.Done>()({ from: ['options'], body: z.strictObject({ id }) }),
  'journal.read': define<Reply.Journal>()({ from: ['options', 'mine'], body: nothing }),
  'day.read': define<Reply.Day>()({ from: ['options', 'mine', 'popup'], body: nothing }),

  // Asking.
  'request.ask': define<Reply.RequestAsked>()({
    from: ['blocked'],
    body: z.strictObject({
      url: address,
      why: z.enum(askReasons),
      words: text(140),
      /** Without it: what fits the rule that closed the page. */
      wanted: z.optional(z.enum(wishes)),
      /** A guardian who is there does not have to wait two hours for the next question. */
      token,
    }),
  }),
  'request.answer': define<Reply.RequestAnswered>()({
    from: ['blocked', 'options'],
    body: z.strictObject({
      requestId: id,
      answer: z.enum(answers),
      refusal: z.optional(z.enum(refusals)),
      token,
    }),
  }),
  'requests.read': define<Reply.Requests>()({
    from: ['options', 'blocked', 'mine'],
    body: nothing,
  }),
  /** The words of the page that was asked for, fetched when the guardian presses: no pictures, nothing is kept. */
  'preview.read': define<Reply.Preview>()({
    from: ['options', 'blocked'],
    body: z.strictObject({ requestId: id, token }),
  }),
  'override.end': define<Reply.Done>()({
    from: ['options', 'mine'],
    /** A rest ("dinner") is the guardian's to end early: that needs the token. */
    body: z.strictObject({ overrideId: id, token }),
  }),
} as const;

export type MessageName = keyof typeof contract;
export type Body<Name extends MessageName> = z.infer<(typeof contract)[Name]['body']>;
export type ReplyTo<Name extends MessageName> = NonNullable<(typeof contract)[Name]['reply']>;

/** What travels back: the reply, or why there is none. */
export type Answered<Name extends MessageName> =
  | { readonly ok: true; readonly value: ReplyTo<Name> }
  | { readonly ok: false; readonly failure: Refused };
export type Refused =
  | 'not-allowed'
  | 'malformed'
  | 'needs-guardian'
  | 'wait'
  | 'wrong-secret'
  | 'not-found'
  | 'already-set-up'
  | 'managed'
  | 'changed-elsewhere'
  | 'private-window'
  | 'storage-full'
  | 'broken';
export type ReportTopic = (typeof reportTopics)[number];
export type Answer = (typeof answers)[number];
export type Wish = (typeof wishes)[number];
export type AskReason = (typeof askReasons)[number];
export type Refusal = (typeof refusals)[number];
