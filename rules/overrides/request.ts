// A child's question to a guardian, and its life: open, then allowed, refused, or ended unanswered.
import * as z from 'zod/mini';

import { answers, askReasons, refusals, wishes } from '../messages/contract.ts';
import type { Answer, AskReason, Refusal, Wish } from '../messages/contract.ts';
import type { RequestView } from '../messages/replies.ts';
import { reasonSchema } from '../policy/reason.ts';
import { type Instant, isTimeReason, keptReason, type Reason } from '../policy/verdict.ts';
import { cleanLine, cleanText } from '../reporting/clean.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Moment } from '../time/moment.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

export const requestSchema = z.strictObject({
  id: text(64),
  childId: text(64),
  askedAt: z.number(),
  /** Local date of asking: a question about today's time is moot tomorrow. */
  askedOn: text(10),
  host: text(260),
  url: text(65_536),
  reason: reasonSchema,
  why: z.enum(askReasons),
  words: text(140),
  /** Questions from before it could be chosen have none: wishOf() knows what fits. */
  wanted: z.optional(z.enum(wishes)),
  title: z.optional(text(200)),
  state: z.enum(['open', 'allowed', 'refused', 'ended']),
  answeredAt: z.nullable(z.number()),
  answer: z.nullable(z.enum(answers)),
  refusal: z.nullable(z.enum(refusals)),
  expiresAt: z.nullable(z.number()),
});
export type ChildRequest = z.infer<typeof requestSchema>;

export const openCap = 20;
const pauseMs = 2 * 3_600_000;
const openForMs = 7 * 86_400_000;

export type AskFailure = 'already-open' | 'too-soon' | 'too-many' | 'nothing-to-ask';

/** Whether a child may ask about a host now: one open question each, and two hours between one and the next. */
export function canAsk(
  requests: readonly ChildRequest[],
  about: { readonly childId: string; readonly host: string; readonly reason: Reason },
  at: Instant,
): Result<true, AskFailure> {
  if (!isAskable(about.reason)) return fail('nothing-to-ask');
  const own = requests.filter(({ childId }) => childId === about.childId);
  const same = own.filter((request) => subjectOf(request) === subjectOf(about));
  if (same.some(({ state }) => state === 'open')) return fail('already-open');
  if (same.some((request) => isPausing(request, at))) return fail('too-soon');
  return own.filter(({ state }) => state === 'open').length >= openCap
    ? fail('too-many')
    : ok(true);
}

/** When the child may ask about it again; null: now, or once the open question is answered. */
export function askAgainAt(
  requests: readonly ChildRequest[],
  about: { readonly childId: string; readonly host: string; readonly reason: Reason },
  at: Instant,
): Instant | null {
  const ends = requests
    .filter((request) => request.childId === about.childId && isPausing(request, at))
    .filter((request) => subjectOf(request) === subjectOf(about))
    .map(pauseEndOf);
  return ends.length === 0 ? null : Math.max(...ends);
}

export function openRequest(
  asked: {
    readonly id: string;
    readonly childId: string;
    readonly host: string;
    readonly url: string;
    readonly reason: Reason;
    readonly why: AskReason;
    readonly words: string;
    readonly wanted?: Wish | undefined;
    readonly title?: string;
  },
  moment: Moment,
): ChildRequest {
  return {
    ...asked,
    reason: keptReason(asked.reason),
    words: cleanText(asked.words, 140),
    wanted: wishOf(asked),
    // The page's own word.
    title: cleanLine(asked.title ?? '', 200),
    askedAt: moment.instant,
    askedOn: moment.date,
    state: 'open',
    answeredAt: null,
    answer: null,
    refusal: null,
    expiresAt: null,
  };
}

/** The answered request. Only an open one can be answered: a second answer is refused. */
export function answerRequest(
  request: ChildRequest,
  answered: {
    readonly answer: Answer;
    readonly refusal: Refusal | null;
    /** When the override given for it ends; null for "always" and "not now". */
    readonly expiresAt: Instant | null;
  },
  at: Instant,
): Result<ChildRequest, 'already-answered'> {
  if (request.state !== 'open') return fail('already-answered');
  const isRefused = answered.answer === 'not-now';
  return ok({
    ...request,
    state: isRefused ? 'refused' : 'allowed',
    answeredAt: at,
    answer: answered.answer,
    refusal: isRefused ? answered.refusal : null,
    expiresAt: isRefused ? null : answered.expiresAt,
  });
}

/** Requests with those ended that time has overtaken: a question about time at midnight, any other after a week. */
export const endStale = (requests: readonly ChildRequest[], moment: Moment): ChildRequest[] =>
  requests.map((request) =>
    request.state === 'open' && isStale(request, moment) ? { ...request, state: 'ended' } : request,
  );

/** What a page may know of a request; null once it has ended. */
export function viewOfRequest(request: ChildRequest): RequestView | null {
  const { askedOn: _askedOn, answeredAt: _answeredAt, state, ...rest } = request;
  return state === 'ended'
    ? null
    : { ...rest, state, wanted: wishOf(request), title: request.title ?? '' };
}

/** What was asked for, as far as the rule can give it: time is never given for one page. */
export function wishOf({
  wanted,
  reason,
}: {
  readonly wanted?: Wish | undefined;
  readonly reason: Reason;
}): Wish {
  if (isTimeReason(reason))
    return wanted === undefined || wanted === 'page' ? 'minutes-15' : wanted;
  return wanted ?? 'minutes-60';
}

/**
 * Reasons a guardian can answer: all that close a page, but for an address nobody can read, and for a rest that the
 * guardian called a moment ago.
 */
export const isAskable = ({ kind }: Reason): boolean =>
  [
    'quiet-time',
    'quota',
    'blocklist',
    'word',
    'carries',
    'category',
    'unknown',
    'age-label',
    'lookalike',
    'risk',
  ].includes(kind);

/** What a question is about: bedtime and a quota are one question each, from whichever page it is asked; else the site. */
export function subjectOf({
  host,
  reason,
}: {
  readonly host: string;
  readonly reason: Reason;
}): string {
  if (reason.kind === 'quiet-time') return 'time quiet-time';
  return reason.kind === 'quota' ? `time ${reason.scope}` : host;
}

const isPausing = (request: ChildRequest, at: Instant): boolean =>
  (request.state === 'refused' || request.state === 'allowed') && at < pauseEndOf(request);

/** After a "not this time" it is counted from the answer, else from the question: what was given has helped meanwhile. */
const pauseEndOf = ({ state, answeredAt, askedAt }: ChildRequest): Instant =>
  (state === 'refused' ? (answeredAt ?? askedAt) : askedAt) + pauseMs;

const isStale = (request: ChildRequest, moment: Moment): boolean =>
  isTimeReason(request.reason)
    ? request.askedOn !== moment.date
    : moment.instant - request.askedAt >= openForMs;
