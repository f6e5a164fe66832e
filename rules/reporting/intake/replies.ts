// What a desk answered, read without trust: anything that is not of the protocol counts as no answer.
import { readJson } from '../../json.ts';
import type { DeskMessage, ReportProgress } from '../../messages/report-replies.ts';
import { parseWith } from '../../parse.ts';
import type { Instant } from '../../policy/verdict.ts';
import { fail, ok, type Result } from '../../result.ts';
import { retryAfterMs, type Problem } from '../back-off.ts';
import { cleanText } from '../clean.ts';
import { type DeskAnswer, type Failed, jsonFrom } from '../desk-answer.ts';
import {
  challengeSchema,
  doneSchema,
  errorSchema,
  type IntakeError,
  intakeLimits,
  signedReceiptSchema,
  type SignedReceipt,
  statusSchema,
  submittedSchema,
} from './protocol.ts';

/** What was sent: a receipt for anything else is none. */
export type Expected = {
  readonly reportId: string;
  readonly version: number;
  readonly hash: string;
};
/** `signed`: the receipt as a JWS, which is still to be checked against the desk's key; null: it signs none. */
export type Submitted = { readonly receipt: SignedReceipt; readonly signed: string | null };
export type IntakeFailed = Failed & { readonly error: IntakeError | null };

export function readSubmitted(
  answer: DeskAnswer,
  endpoint: string,
  now: Instant,
): Result<Submitted, IntakeFailed> {
  const isGood = answer.status === 201 || answer.status === 200;
  const reply = isGood ? parseWith(submittedSchema, jsonFrom(answer, endpoint)) : null;
  if (reply === null || !reply.ok) return fail(failureOf(answer, endpoint, now));
  const { signed, protocol, receipt, reportId, version, hash, receivedAt } = reply.value;
  return ok({
    receipt: { protocol, receipt, reportId, version, hash, receivedAt },
    signed: signed ?? null,
  });
}

/** The payload of a receipt whose signature has been checked; null: it vouches for something else. */
export function readSignedReceipt(payload: string): SignedReceipt | null {
  const read = parseWith(signedReceiptSchema, readJson(payload));
  return read.ok ? read.value : null;
}

export const isReceiptFor = (receipt: SignedReceipt, expected: Expected): boolean =>
  receipt.reportId === expected.reportId &&
  receipt.version === expected.version &&
  receipt.hash === expected.hash;

export type Status = {
  readonly progress: ReportProgress;
  readonly mayWithdraw: boolean;
  readonly messages: readonly DeskMessage[];
};

export function readStatus(
  answer: DeskAnswer,
  desk: { readonly endpoint: string; readonly receipt: string },
  now: Instant,
): Result<Status, IntakeFailed> {
  const reply =
    answer.status === 200 ? parseWith(statusSchema, jsonFrom(answer, desk.endpoint)) : null;
  if (reply === null || !reply.ok || reply.value.receipt !== desk.receipt) {
    return fail(failureOf(answer, desk.endpoint, now));
  }
  const { progress, withdrawable, messages } = reply.value;
  return ok({
    progress,
    mayWithdraw: withdrawable,
    messages: messages.map(({ id, at, text }) => ({
      id,
      at: instantOf(at, now),
      from: 'desk',
      text: cleanText(text, intakeLimits.messageLength),
    })),
  });
}

/** Of what needs no more than a yes: a message taken, a report given back. */
export function readDone(
  answer: DeskAnswer,
  endpoint: string,
  now: Instant,
): Result<null, IntakeFailed> {
  const isGood = answer.status === 200 || answer.status === 201;
  return isGood && parseWith(doneSchema, jsonFrom(answer, endpoint)).ok
    ? ok(null)
    : fail(failureOf(answer, endpoint, now));
}

/** null: no challenge, or one that nobody should have to solve. */
export function readChallenge(
  answer: DeskAnswer,
  endpoint: string,
): { readonly challenge: string; readonly bits: number } | null {
  const reply =
    answer.status === 200 ? parseWith(challengeSchema, jsonFrom(answer, endpoint)) : null;
  return reply?.ok === true && reply.value.bits <= intakeLimits.workBits ? reply.value : null;
}

const instantOf = (iso: string, now: Instant): Instant => {
  const at = Date.parse(iso);
  // The desk's clock may be wrong; nothing comes from the future.
  return Number.isNaN(at) ? now : Math.min(at, now);
};

function failureOf(answer: DeskAnswer, endpoint: string, now: Instant): IntakeFailed {
  const read = parseWith(errorSchema, jsonFrom(answer, endpoint));
  const error = read.ok ? read.value.error : null;
  return {
    problem: problemOf(answer.status, error),
    retryAfterMs: retryAfterMs(answer.retryAfter, now),
    error,
  };
}

/** Refused is only what the desk itself refuses: a page of a proxy with the same status proves nothing. */
function problemOf(status: number, error: IntakeError | null): Problem {
  if (status === 429 || status === 503) return 'busy';
  return error !== null && [400, 409, 410, 413, 415, 422].includes(status) ? 'refused' : 'broken';
}
