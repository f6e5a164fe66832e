import { expect, test } from 'vitest';

import {
  dueNotice,
  minutesLeft,
  nextNoticeAt,
  noticeFor,
  type Notices,
} from '@/rules/time/notice.ts';

const minute = 60_000;
const stopAt = 100 * minute;
const before = (minutes: number): number => stopAt - minutes * minute;

test('notices come at 15, 5 and 1 minute, each once', () => {
  expect(dueNotice(stopAt, before(16), [])).toBeNull();
  expect(dueNotice(stopAt, before(15), [])).toBe(15);
  expect(dueNotice(stopAt, before(14), [15])).toBeNull();
  expect(dueNotice(stopAt, before(5), [15])).toBe(5);
  expect(dueNotice(stopAt, before(1), [15, 5])).toBe(1);
  expect(dueNotice(stopAt, before(0.5), [15, 5, 1])).toBeNull();
  expect(dueNotice(stopAt, stopAt, [15, 5])).toBeNull();
});

test('a page opened three minutes before gets the 5-minute notice once, in real minutes', () => {
  expect(dueNotice(stopAt, before(3), [])).toBe(5);
  expect(minutesLeft(stopAt, before(3))).toBe(3);
  expect(dueNotice(stopAt, before(2), [5])).toBeNull();
  expect(minutesLeft(stopAt, before(2.2))).toBe(3);
  expect(minutesLeft(stopAt, stopAt + minute)).toBe(0);
});

test('the next notice is told in time to set an alarm', () => {
  expect(nextNoticeAt(stopAt, before(60), [])).toBe(before(15));
  expect(nextNoticeAt(stopAt, before(15), [15])).toBe(before(5));
  expect(nextNoticeAt(stopAt, before(3), [5])).toBe(before(1));
  expect(nextNoticeAt(stopAt, before(0.5), [1])).toBeNull();
});

test('a new stop, or one that moved away because time was given, is told again', () => {
  const reason = { kind: 'quota', quotaId: 'day', scope: 'all' } as const;
  const about = (minutes: number) => ({ at: before(minutes), date: '2026-11-23' });
  const first = noticeFor(null, { at: stopAt, reason }, about(5));
  expect(first.due).toBe(5);
  expect(noticeFor(first.notices, { at: stopAt, reason }, about(4)).due).toBeNull();
  const moved = noticeFor(first.notices, { at: stopAt + 15 * minute, reason }, about(0));
  expect(moved.due).toBe(15);
  const shown: Notices = { stop: first.notices.stop, shown: [15, 5, 1] };
  expect(
    noticeFor(shown, { at: stopAt, reason: { kind: 'quiet-time', quietTimeId: 'q' } }, about(5))
      .due,
  ).toBe(5);
  expect(noticeFor(shown, { at: stopAt, reason }, { at: before(5), date: '2026-11-24' }).due).toBe(
    5,
  );
});

test('a count that stands still does not repeat a notice', () => {
  const reason = { kind: 'quota', quotaId: 'day', scope: 'all' } as const;
  const first = noticeFor(null, { at: stopAt, reason }, { at: before(15), date: '2026-11-23' });
  // The child looks away for ten minutes: the stop moves on with the clock, what is left stays.
  const later = noticeFor(
    first.notices,
    { at: stopAt + 10 * minute, reason },
    { at: before(5), date: '2026-11-23' },
  );
  expect(first.due).toBe(15);
  expect(later.due).toBeNull();
});

test('BYP-239 going to and fro between sites with a limit each tells nothing twice', () => {
  const quota = (host: string) =>
    ({ kind: 'quota', quotaId: host, scope: `host:${host}` }) as const;
  const told: string[] = [];
  let notices: Notices | null = null;
  for (let second = 0; second < 300; second += 1) {
    const host = ['a.test', 'b.test', 'c.test'][second % 3] ?? '';
    const about = { at: before(5) + second * 1000, date: '2026-11-23' };
    const now = noticeFor(notices, { at: stopAt, reason: quota(host) }, about);
    notices = now.notices;
    if (now.due !== null) told.push(`${host} ${now.due}`);
  }
  expect(told.toSorted()).toEqual([
    'a.test 1',
    'a.test 5',
    'b.test 1',
    'b.test 5',
    'c.test 1',
    'c.test 5',
  ]);
});

test('BYP-239 what is remembered of stops does not grow without end', () => {
  let notices: Notices | null = null;
  for (let each = 0; each < 100; each += 1) {
    const reason = { kind: 'quota', quotaId: `q${each}`, scope: 'all' } as const;
    notices = noticeFor(notices, { at: stopAt, reason }, { at: before(5), date: 'd' }).notices;
  }
  expect(notices?.others).toHaveLength(8);
});
