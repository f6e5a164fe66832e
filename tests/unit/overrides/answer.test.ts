import { expect, test } from 'vitest';

import { answers, wishes } from '@/rules/messages/contract.ts';
import { answersFor, overrideFromAnswer, withAllowed } from '@/rules/overrides/answer.ts';
import { wishOf } from '@/rules/overrides/request.ts';
import { presetFor } from '@/rules/policy/presets.ts';
import type { Reason } from '@/rules/policy/verdict.ts';
import { momentAt } from '@/rules/time/moment.ts';

const moment = momentAt(Date.parse('2026-11-23T10:00:00Z'), 'Asia/Karachi');
const midnight = Date.parse('2026-11-23T19:00:00Z');
const request = (reason: Reason) => ({
  id: 'r-1',
  childId: 'zara',
  host: 'm.wiki.test',
  url: 'https://m.wiki.test/cats',
  reason,
});
const unknown = request({ kind: 'unknown' });
const bedtime = request({ kind: 'quiet-time', quietTimeId: 'night' });
const games = request({ kind: 'quota', quotaId: 'g', scope: 'category:games' });

test('time is never given for one page or for ever', () => {
  expect(answersFor(bedtime.reason)).toStrictEqual([
    'minutes-15',
    'minutes-30',
    'minutes-60',
    'today',
    'not-now',
  ]);
  expect(answersFor(games.reason)).toStrictEqual(answersFor(bedtime.reason));
  expect(answersFor(unknown.reason)).toStrictEqual([...answers]);
  expect(answersFor({ kind: 'unreadable' })).toStrictEqual(['not-now']);
});

test('whatever a child may ask for is an answer that can be given', () => {
  const reasons: Reason[] = [bedtime.reason, games.reason, unknown.reason];
  for (const reason of reasons) {
    for (const wanted of wishes) {
      expect(answersFor(reason)).toContain(wishOf({ wanted, reason }));
    }
    expect(answersFor(reason)).toContain(wishOf({ reason }));
  }
});

test('an answer that is not offered gives nothing', () => {
  for (const answer of ['page', 'always'] as const) {
    expect(overrideFromAnswer(answer, bedtime, moment, 'o-1')).toStrictEqual({ kind: 'nothing' });
  }
  expect(overrideFromAnswer('not-now', unknown, moment, 'o-1')).toStrictEqual({ kind: 'nothing' });
});

test.each([
  ['page', { kind: 'page', href: 'https://m.wiki.test/cats' }, midnight],
  ['minutes-15', { kind: 'host', host: 'm.wiki.test' }, moment.instant + 900_000],
  ['minutes-30', { kind: 'host', host: 'm.wiki.test' }, moment.instant + 1_800_000],
  ['minutes-60', { kind: 'host', host: 'm.wiki.test' }, moment.instant + 3_600_000],
  ['today', { kind: 'host', host: 'm.wiki.test' }, midnight],
] as const)('"%s" opens what it says until its own end', (answer, covers, expiresAt) => {
  expect(overrideFromAnswer(answer, unknown, moment, 'o-1')).toStrictEqual({
    kind: 'override',
    override: {
      id: 'o-1',
      childId: 'zara',
      covers,
      grantedAt: moment.instant,
      expiresAt,
      requestId: 'r-1',
    },
  });
});

test('minutes for a time rule lift that rule until they are over', () => {
  const quiet = overrideFromAnswer('minutes-15', bedtime, moment, 'o-1');
  expect(quiet).toMatchObject({
    override: {
      covers: { kind: 'time', scope: 'quiet-time' },
      expiresAt: moment.instant + 900_000,
    },
  });
  const quota = overrideFromAnswer('today', games, moment, 'o-1');
  expect(quota).toMatchObject({
    override: { covers: { kind: 'time', scope: 'category:games' }, expiresAt: midnight },
  });
});

test('"always" is a rule, not an override', () => {
  expect(overrideFromAnswer('always', unknown, moment, 'o-1')).toStrictEqual({
    kind: 'always',
    allow: { host: 'm.wiki.test', unblock: null },
  });
});

test('"always" takes away the blocklist entry as exact as itself, and leaves a wider one', () => {
  const unblockOf = (pattern: string) => {
    const given = overrideFromAnswer(
      'always',
      request({ kind: 'blocklist', pattern }),
      moment,
      'o-1',
    );
    return given.kind === 'always' ? given.allow.unblock : undefined;
  };
  expect(unblockOf('m.wiki.test')).toBe('m.wiki.test');
  expect(unblockOf('m.wiki.test/cats')).toBe('m.wiki.test/cats');
  expect(unblockOf('wiki.test')).toBeNull();
});

test('a lasting answer changes the two lists and nothing else, and twice is once', () => {
  const filter = { ...presetFor('9-12').filter, blocklist: ['m.wiki.test', 'x.test'] };
  const once = withAllowed(filter, { host: 'm.wiki.test', unblock: 'm.wiki.test' });
  expect(once).toStrictEqual({ ...filter, allowlist: ['m.wiki.test'], blocklist: ['x.test'] });
  expect(withAllowed(once, { host: 'm.wiki.test', unblock: null })).toStrictEqual(once);
});
