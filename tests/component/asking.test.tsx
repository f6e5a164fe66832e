import { describe, expect, test } from 'vitest';

import { answersFor, firstWish, wishesFor } from '@/components/blocked/answers-for.ts';
import { BlockedPage } from '@/components/blocked/BlockedPage.tsx';
import type { Explanation } from '@/rules/messages/replies.ts';
import { answersFor as answersOfRules } from '@/rules/overrides/answer.ts';
import { wishOf } from '@/rules/overrides/request.ts';
import type { Reason } from '@/rules/policy/verdict.ts';

import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { anExplanation, aRequest, noon } from '../support/page-replies.ts';

const url = 'https://play.games.test/level/7?name=sara';
const unchecked: Reason = { kind: 'unknown' };

const open = (explanation: Explanation, options: MountOptions = {}) =>
  mount(<BlockedPage address={{ url, host: 'play.games.test' }} />, {
    ...options,
    replies: { 'visit.explain': explanation, ...options.replies },
  });

describe('asking', () => {
  const asking = { 'request.ask': { request: aRequest() } };

  test('sends a reason, for how long, and the child’s own words', async () => {
    const page = await open(anExplanation(unchecked), { replies: asking });
    await page.press('Ask for this page');
    await page.choose('For school');
    await page.choose('30 minutes');
    await page.type('In your own words', '  The atlas ');
    await page.press('Leave my question');
    expect(page.platform.asked.find(({ name }) => name === 'request.ask')?.body).toEqual({
      url,
      why: 'school',
      wanted: 'minutes-30',
      words: 'The atlas',
    });
    // The button that was pressed is gone: the keyboard goes on from where its work is told.
    expect(document.activeElement?.contains(page.button('Go back'))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  test('asks the youngest for no words', async () => {
    const page = await open(anExplanation(unchecked), { band: '5-8', replies: asking });
    await page.press('Ask a grown-up');
    expect(page.root.querySelector('textarea')).toBeNull();
  });

  test('says that an open question waits, and after half an hour offers another idea', async () => {
    const waiting = await open(anExplanation(unchecked, { canAsk: false, request: aRequest() }));
    expect(waiting.words()).toContain('The answer is still to come.');
    expect(waiting.words()).toContain('Ask in person if you like');
    const long = await open(
      anExplanation(unchecked, {
        canAsk: false,
        request: aRequest({ askedAt: noon - 31 * 60_000 }),
      }),
    );
    expect(long.words()).toContain('No answer yet.');
  });

  test('a "not this time" is read with its reason', async () => {
    const page = await open(
      anExplanation(unchecked, {
        canAsk: false,
        request: aRequest({ state: 'refused', refusal: 'talk-first' }),
      }),
    );
    expect(page.words()).toContain('Not this time.');
    expect(page.words()).toContain('Let us talk about it first.');
  });

  test('a question can not be asked where nobody could answer', async () => {
    const page = await open(anExplanation({ kind: 'unreadable' }, { canAsk: false }));
    expect(() => page.button(/^Ask/)).toThrow();
  });
});

describe('a guardian answering in person', () => {
  const guardian: MountOptions['replies'] = {
    'request.ask': { request: aRequest() },
    'guardian.challenge': {
      kind: 'derive',
      challengeId: 'c1',
      params: 'm=8,t=1,p=1',
      salt: 'c2FsdA==',
    },
    'guardian.unlock': { kind: 'unlocked', token: 'token-1', until: noon + 600_000 },
    'guardian.lock': {},
    'request.answer': { request: aRequest({ state: 'allowed', answer: 'minutes-60' }) },
  };
  const unlock = async (options: MountOptions = {}) => {
    const page = await open(anExplanation(unchecked), {
      ...options,
      replies: { ...guardian, ...options.replies },
    });
    await page.press('Ask for this page');
    await page.press('A grown-up is here with me');
    await page.type('Grown-up PIN or passphrase', ' ۱۲۳۴۵۶ ');
    page.root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await page.until(() =>
      expect(page.platform.asked.map(({ name }) => name)).toContain('guardian.unlock'),
    );
    return page;
  };

  test('the PIN is derived on this page and never sent as typed', async () => {
    const page = await unlock();
    const sent = page.platform.asked.find(({ name }) => name === 'guardian.unlock');
    expect(sent?.body).toEqual({ challengeId: 'c1', key: 'key of 123456' });
    expect(JSON.stringify(page.platform.asked)).not.toContain('۱۲۳۴۵۶');
  });

  test('one hour is offered first, never "always"', async () => {
    const page = await unlock();
    await page.until(() => page.button('Give this answer'));
    await page.press('Give this answer');
    expect(page.platform.asked.find(({ name }) => name === 'request.answer')?.body).toEqual({
      requestId: 'request-1',
      answer: 'minutes-60',
      token: 'token-1',
    });
    expect(page.platform.asked.map(({ name }) => name)).toContain('guardian.lock');
  });

  test('a refusal carries a reason for the child', async () => {
    const page = await unlock();
    await page.until(() => page.button('Give this answer'));
    await page.choose('Not this time');
    await page.choose('Not safe');
    await page.press('Give this answer');
    expect(page.platform.asked.find(({ name }) => name === 'request.answer')?.body).toMatchObject({
      answer: 'not-now',
      refusal: 'not-safe',
    });
  });

  test('a wrong PIN is said kindly, and a wait is told before anything is typed', async () => {
    const wrong = await unlock({
      replies: { 'guardian.unlock': { kind: 'wrong', waitUntil: null, now: noon } },
    });
    await wrong.until(() => expect(wrong.words()).toContain('Please try once more.'));
    wrong.unmount();
    const waiting = await open(anExplanation(unchecked, { request: aRequest(), canAsk: false }), {
      replies: { 'guardian.wait': { until: noon + 290_000, now: noon } },
    });
    await waiting.press('A grown-up answers here');
    expect(waiting.words()).toContain('Please wait 5 minutes, then try again.');
    expect(waiting.root.querySelector('dialog input')).toBeNull();
  });

  test('the answers offered are those the rules know', () => {
    const reasons: Reason[] = [
      { kind: 'blocklist', pattern: 'a.test' },
      unchecked,
      { kind: 'category', category: 'games' },
      { kind: 'age-label', label: 'RTA' },
      { kind: 'quiet-time', quietTimeId: 'n' },
      { kind: 'quota', quotaId: 'q', scope: 'all' },
    ];
    for (const reason of reasons) {
      expect(answersFor(reason)).toEqual(answersOfRules(reason));
      expect(firstWish(reason)).toBe(wishOf({ reason }));
      for (const wanted of wishesFor(reason)) expect(wishOf({ reason, wanted })).toBe(wanted);
    }
  });
});

describe('accessibility of asking', () => {
  test('no violation while asking or in the guardian’s dialog', async () => {
    const page = await open(anExplanation(unchecked, { request: null }), {
      replies: {
        'request.ask': { request: aRequest() },
        'guardian.challenge': { kind: 'derive', challengeId: 'c', params: 'm=8,t=1,p=1', salt: '' },
      },
    });
    await page.press('Ask for this page');
    await expectAccessible(page.root);
    await page.press('A grown-up is here with me');
    await expectAccessible(page.root);
  });
});
