import { expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';

import {
  answerRequest,
  askAgainAt,
  canAsk,
  type ChildRequest,
  endStale,
  openCap,
  openRequest,
  requestSchema,
  viewOfRequest,
} from '@/rules/overrides/request.ts';
import { parseWith } from '@/rules/parse.ts';
import type { reasonSchema } from '@/rules/policy/reason.ts';
import type { Reason } from '@/rules/policy/verdict.ts';
import { momentAt } from '@/rules/time/moment.ts';

const moment = momentAt(Date.parse('2026-11-23T10:00:00Z'), 'Asia/Karachi');
const hour = 3_600_000;
const unknown: Reason = { kind: 'unknown' };
const bedtime: Reason = { kind: 'quiet-time', quietTimeId: 'night' };
const asked = (parts: Partial<Parameters<typeof openRequest>[0]> = {}): ChildRequest =>
  openRequest(
    {
      id: 'r-1',
      childId: 'zara',
      host: 'wiki.test',
      url: 'https://wiki.test/',
      reason: unknown,
      why: 'school',
      words: 'For homework',
      ...parts,
    },
    moment,
  );
const about = (host: string, reason: Reason = unknown, childId = 'zara') => ({
  host,
  reason,
  childId,
});
const refused = (request: ChildRequest): ChildRequest => {
  const answered = answerRequest(
    request,
    { answer: 'not-now', refusal: 'talk-first', expiresAt: null },
    moment.instant,
  );
  return answered.ok ? answered.value : request;
};

test('a new request is open and fits its schema', () => {
  const request = asked({ words: 'x'.repeat(500) });
  expect(request).toMatchObject({ state: 'open', askedOn: '2026-11-23', answer: null });
  expect(request.words).toHaveLength(140);
  expect(parseWith(requestSchema, JSON.parse(JSON.stringify(request)))).toStrictEqual({
    ok: true,
    value: request,
  });
});

test('a child has one open question for a host', () => {
  expect(canAsk([], about('wiki.test'), moment.instant).ok).toBe(true);
  expect(canAsk([asked()], about('wiki.test'), moment.instant)).toStrictEqual({
    ok: false,
    failure: 'already-open',
  });
  expect(canAsk([asked()], about('other.test'), moment.instant).ok).toBe(true);
  expect(canAsk([asked()], about('wiki.test', unknown, 'ali'), moment.instant).ok).toBe(true);
});

test('after a "not now" the next question for that host comes two hours later', () => {
  const requests = [refused(asked())];
  expect(canAsk(requests, about('wiki.test'), moment.instant + 2 * hour - 1)).toStrictEqual({
    ok: false,
    failure: 'too-soon',
  });
  expect(askAgainAt(requests, about('wiki.test'), moment.instant)).toBe(moment.instant + 2 * hour);
  expect(canAsk(requests, about('wiki.test'), moment.instant + 2 * hour).ok).toBe(true);
  expect(askAgainAt(requests, about('wiki.test'), moment.instant + 2 * hour)).toBeNull();
});

test('after a yes the next question comes two hours after the first, and what is given has helped meanwhile', () => {
  const later = moment.instant + 30 * 60_000;
  const yes = answerRequest(
    asked(),
    { answer: 'minutes-15', refusal: null, expiresAt: later },
    moment.instant + 10 * 60_000,
  );
  const requests = yes.ok ? [yes.value] : [];
  expect(canAsk(requests, about('wiki.test'), later)).toStrictEqual({
    ok: false,
    failure: 'too-soon',
  });
  expect(askAgainAt(requests, about('wiki.test'), later)).toBe(moment.instant + 2 * hour);
  expect(canAsk(requests, about('wiki.test'), moment.instant + 2 * hour).ok).toBe(true);
  expect(canAsk(requests, about('other.test'), later).ok).toBe(true);
});

test('nothing is asked about a rest that the guardian called a moment ago', () => {
  const dinner: Reason = { kind: 'lockdown', overrideId: 'o-1' };
  expect(canAsk([], about('wiki.test', dinner), moment.instant)).toStrictEqual({
    ok: false,
    failure: 'nothing-to-ask',
  });
});

test('what is wanted is kept; a question of before, and a wish the rule can not grant, get what fits', () => {
  expect(asked({ wanted: 'page' }).wanted).toBe('page');
  expect(asked().wanted).toBe('minutes-60');
  expect(asked({ reason: bedtime, wanted: 'page' }).wanted).toBe('minutes-15');
  expect(asked({ reason: bedtime, wanted: 'today' }).wanted).toBe('today');
  const { wanted: _wanted, title: _title, ...old } = asked();
  expect(parseWith(requestSchema, old).ok).toBe(true);
  expect(viewOfRequest(old)).toMatchObject({ wanted: 'minutes-60', title: '' });
});

test('bedtime is one question, from whichever page it is asked', () => {
  const requests = [asked({ reason: bedtime })];
  expect(canAsk(requests, about('other.test', bedtime), moment.instant)).toStrictEqual({
    ok: false,
    failure: 'already-open',
  });
  expect(canAsk(requests, about('wiki.test'), moment.instant).ok).toBe(true);
});

test('twenty open questions are enough', () => {
  const requests = Array.from({ length: openCap }, (_, at) =>
    asked({ id: `r-${at}`, host: `h${at}.test` }),
  );
  expect(canAsk(requests, about('new.test'), moment.instant)).toStrictEqual({
    ok: false,
    failure: 'too-many',
  });
});

test('there is nothing to ask about what is open, or what nobody can read', () => {
  for (const reason of [
    { kind: 'help' },
    { kind: 'known' },
    { kind: 'unreadable' },
    { kind: 'not-set-up' },
  ] as const) {
    expect(canAsk([], about('wiki.test', reason), moment.instant)).toStrictEqual({
      ok: false,
      failure: 'nothing-to-ask',
    });
  }
});

test('an answer ends the question, and a second answer is refused', () => {
  const answered = answerRequest(
    asked(),
    { answer: 'minutes-60', refusal: 'not-safe', expiresAt: 5 },
    moment.instant,
  );
  expect(answered.ok && answered.value).toMatchObject({
    state: 'allowed',
    answer: 'minutes-60',
    refusal: null,
    expiresAt: 5,
  });
  expect(refused(asked())).toMatchObject({
    state: 'refused',
    refusal: 'talk-first',
    expiresAt: null,
  });
  expect(
    answerRequest(
      refused(asked()),
      { answer: 'always', refusal: null, expiresAt: null },
      moment.instant,
    ),
  ).toStrictEqual({
    ok: false,
    failure: 'already-answered',
  });
});

test('a question about time ends with its day, any other after a week', () => {
  const requests = [asked({ reason: bedtime }), asked(), refused(asked())];
  const states = (days: number) =>
    endStale(requests, momentAt(moment.instant + days * 24 * hour, moment.zone)).map(
      ({ state }) => state,
    );
  expect(states(0)).toStrictEqual(['open', 'open', 'refused']);
  expect(states(1)).toStrictEqual(['ended', 'open', 'refused']);
  expect(states(7)).toStrictEqual(['ended', 'ended', 'refused']);
});

test('a page sees the question but not its book-keeping, and an ended one not at all', () => {
  expect(viewOfRequest(asked())).toStrictEqual({
    id: 'r-1',
    childId: 'zara',
    askedAt: moment.instant,
    host: 'wiki.test',
    url: 'https://wiki.test/',
    reason: unknown,
    why: 'school',
    words: 'For homework',
    wanted: 'minutes-60',
    title: '',
    state: 'open',
    answer: null,
    refusal: null,
    expiresAt: null,
  });
  expect(viewOfRequest({ ...asked(), state: 'ended' })).toBeNull();
});

test('the stored form of a reason is the reason', () => {
  expectTypeOf<z.infer<typeof reasonSchema>>().toExtend<Reason>();
  expectTypeOf<Reason>().toExtend<z.infer<typeof reasonSchema>>();
  const request = asked({
    reason: { kind: 'lookalike', imitated: 'bank.test', signs: ['lookalikeDigit'] },
  });
  expect(parseWith(requestSchema, JSON.parse(JSON.stringify(request))).ok).toBe(true);
});
