// What a guardian's answer to a request gives: an override that ends, a lasting rule, or nothing.
import { everyQuietTime } from '../growing/take-step.ts';
import type { Answer } from '../messages/contract.ts';
import type { ChildProfile, Filter } from '../policy/schema.ts';
import { isTimeReason, type Reason } from '../policy/verdict.ts';
import { type Moment, startOfNextDay } from '../time/moment.ts';
import type { Covers, Override } from './override.ts';
import { isAskable } from './request.ts';

/** A lasting answer: the host goes on the allowlist, and the exact blocklist entry that closed it goes. */
export type AllowAlways = { readonly host: string; readonly unblock: string | null };

export type Given =
  | { readonly kind: 'override'; readonly override: Override }
  | { readonly kind: 'always'; readonly allow: AllowAlways }
  | { readonly kind: 'nothing' };

/** The answers a guardian can give. Time is never given for one page or for ever. */
export function answersFor(reason: Reason): readonly Answer[] {
  if (!isAskable(reason)) return ['not-now'];
  return isTimeReason(reason)
    ? ['minutes-15', 'minutes-30', 'minutes-60', 'today', 'not-now']
    : ['page', 'minutes-15', 'minutes-30', 'minutes-60', 'today', 'always', 'not-now'];
}

/** The part of browsing that a quiet time closes: what opens that part opens no bedtime. */
export function quietScope(
  { children }: { readonly children: readonly ChildProfile[] },
  { childId, reason }: { readonly childId: string; readonly reason: Reason },
): string {
  if (reason.kind !== 'quiet-time') return 'all';
  const child = children.find(({ id }) => id === childId);
  const rules = child === undefined ? [] : everyQuietTime(child);
  return rules.find(({ id }) => id === reason.quietTimeId)?.scope ?? 'all';
}

/** `overrideId` is used if an override is given. An answer that the reason does not offer gives nothing. */
export function overrideFromAnswer(
  answer: Answer,
  request: {
    readonly id: string;
    readonly childId: string;
    readonly host: string;
    readonly url: string;
    readonly reason: Reason;
    /** Of the quiet time; without it all browsing. */
    readonly quietScope?: string;
  },
  moment: Moment,
  overrideId: string,
): Given {
  if (answer === 'not-now' || !answersFor(request.reason).includes(answer)) {
    return { kind: 'nothing' };
  }
  if (answer === 'always') return { kind: 'always', allow: lastingFor(request) };
  return {
    kind: 'override',
    override: {
      id: overrideId,
      childId: request.childId,
      covers: coveredBy(answer, request),
      grantedAt: moment.instant,
      expiresAt: endOf(answer, moment),
      requestId: request.id,
    },
  };
}

/** The filter with a lasting answer in it. */
export function withAllowed(filter: Filter, { host, unblock }: AllowAlways): Filter {
  return {
    ...filter,
    allowlist: filter.allowlist.includes(host) ? filter.allowlist : [...filter.allowlist, host],
    blocklist: filter.blocklist.filter((pattern) => pattern !== unblock),
  };
}

function coveredBy(
  answer: Answer,
  {
    host,
    url,
    reason,
    quietScope: part = 'all',
  }: {
    readonly host: string;
    readonly url: string;
    readonly reason: Reason;
    readonly quietScope?: string;
  },
): Covers {
  if (reason.kind === 'quiet-time') {
    return { kind: 'time', scope: part === 'all' ? 'quiet-time' : `quiet-time:${part}` };
  }
  if (reason.kind === 'quota') return { kind: 'time', scope: reason.scope };
  return answer === 'page' ? { kind: 'page', href: url } : { kind: 'host', host };
}

function endOf(answer: Answer, moment: Moment): number {
  if (answer === 'minutes-15') return moment.instant + 15 * 60_000;
  if (answer === 'minutes-30') return moment.instant + 30 * 60_000;
  if (answer === 'minutes-60') return moment.instant + 60 * 60_000;
  return startOfNextDay(moment);
}

// An allowlist entry beats a wider blocklist pattern, but never one as exact as itself: that one has to go.
function lastingFor({
  host,
  reason,
}: {
  readonly host: string;
  readonly reason: Reason;
}): AllowAlways {
  const isExact = reason.kind === 'blocklist' && reason.pattern.split(/[/?#:]/)[0] === host;
  return { host, unblock: isExact && reason.kind === 'blocklist' ? reason.pattern : null };
}
