import { describe, expect, test } from 'vitest';

import { BlockedPage } from '@/components/blocked/BlockedPage.tsx';
import { MyRequests } from '@/components/mine/MyRequests.tsx';
import type { CodeRedeemed, GrantTaken, VoucherRedeemed } from '@/rules/messages/codes-replies.ts';
import type { Explanation } from '@/rules/messages/replies.ts';
import { ageBands, languages } from '@/rules/policy/schema.ts';
import type { Reason } from '@/rules/policy/verdict.ts';

import { aPreview, someCodes } from '../support/codes-replies.ts';
import { expectAccessible, mount, type MountOptions, type Mounted } from '../support/mount.tsx';
import { anExplanation, aRequest, noon } from '../support/page-replies.ts';

const url = 'https://play.games.test/level/7?name=sara';
const unchecked: Reason = { kind: 'unknown' };
const spent: Reason = { kind: 'quota', quotaId: 'all', scope: 'all' };
const waiting = anExplanation(unchecked, { canAsk: false, request: aRequest() });

const open = (explanation: Explanation, options: MountOptions = {}) =>
  mount(<BlockedPage address={{ url, host: 'play.games.test' }} />, {
    ...options,
    replies: { 'visit.explain': explanation, 'codes.state': someCodes(), ...options.replies },
  });
const sent = (page: Mounted, name: string) =>
  page.platform.asked.filter((asked) => asked.name === name).map(({ body }) => body);
const submit = (page: Mounted) => page.press('Use it');

describe('where a question stands', () => {
  test.each([
    [0, 'Your question is waiting for a grown-up.'],
    [5 * 60_000, 'The answer is still to come.'],
    [31 * 60_000, 'No answer yet.'],
  ])('%i ms after asking it says so', async (age, words) => {
    const request = aRequest({ askedAt: noon - age, wanted: 'minutes-30' });
    const page = await open(anExplanation(unchecked, { canAsk: false, request }));
    expect(page.words()).toContain(words);
    expect(page.words()).toContain('You asked for: 30 minutes.');
    expect(() => page.button('Ask for this page')).toThrow();
  });

  test('between two questions the page says when the next one can be asked', async () => {
    const page = await open(
      anExplanation(unchecked, {
        canAsk: false,
        askAgainAt: noon + 90 * 60_000,
        request: aRequest({ state: 'refused', refusal: 'not-safe' }),
      }),
    );
    expect(page.words()).toContain('You can ask about this again today at 5:00 PM.');
  });

  test('a guardian who is there answers in between: the PIN comes before the new question', async () => {
    const page = await open(
      anExplanation(unchecked, {
        canAsk: false,
        askAgainAt: noon + 90 * 60_000,
        request: aRequest({ state: 'allowed', expiresAt: noon - 60_000 }),
      }),
      {
        replies: {
          'guardian.challenge': {
            kind: 'derive',
            challengeId: 'c',
            params: 'm=8,t=1,p=1',
            salt: '',
          },
          'guardian.unlock': { kind: 'unlocked', token: 'token-1', until: noon + 600_000 },
          'request.ask': { request: aRequest({ id: 'request-2' }) },
          'request.answer': { request: aRequest({ id: 'request-2', state: 'allowed' }) },
          'preview.read': aPreview,
          'guardian.lock': {},
        },
      },
    );
    await page.press('A grown-up is here with me');
    expect(sent(page, 'request.ask')).toEqual([]);
    await page.type('Grown-up PIN or passphrase', '123456');
    page.root
      .querySelector('dialog form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await page.until(() => page.button('Give this answer'));
    expect(sent(page, 'request.ask')).toEqual([{ url, why: 'other', words: '', token: 'token-1' }]);
    await page.press('Read the page’s words');
    expect(page.words()).toContain('Throw the ball, count the stars.');
    expect(page.root.querySelector('dialog img, dialog iframe')).toBeNull();
    await page.press('Give this answer');
    expect(sent(page, 'request.answer')).toEqual([
      { requestId: 'request-2', answer: 'minutes-60', token: 'token-1' },
    ]);
  });
});

describe('a code from the phone', () => {
  test('is offered with the question, and says what it will give', async () => {
    const page = await open(anExplanation(unchecked), {
      replies: {
        'request.ask': { request: aRequest({ wanted: 'minutes-15' }) },
        'code.redeem': { kind: 'allowed', request: aRequest({ state: 'allowed' }) },
      },
    });
    await page.press('Ask for this page');
    await page.choose('15 minutes');
    await page.press('A grown-up reads me a code');
    expect(page.words()).toContain('The code opens play.games.test: 15 minutes.');
    await expectAccessible(page.root);
    await page.type('Code', ' ۱۲۳ ۴۵۶ ');
    await submit(page);
    expect(sent(page, 'code.redeem')).toEqual([{ requestId: 'request-1', code: ' ۱۲۳ ۴۵۶ ' }]);
  });

  test('a slip costs nothing and stays to be mended', async () => {
    const page = await open(waiting);
    await page.press('I have a code');
    await page.type('Code', '12345');
    await submit(page);
    expect(page.words()).toContain('A code has six digits.');
    expect(sent(page, 'code.redeem')).toEqual([]);
    expect(page.root.querySelector<HTMLInputElement>('.code-entry input')?.value).toBe('12345');
  });

  const tried = { waitUntil: null, now: noon };
  const refusals: readonly (readonly [CodeRedeemed, string])[] = [
    [{ kind: 'refused', why: 'slip', ...tried }, 'A code has six digits.'],
    [{ kind: 'refused', why: 'wrong', ...tried }, 'That code does not fit.'],
    [{ kind: 'refused', why: 'used', ...tried }, 'This code has been used.'],
    [{ kind: 'refused', why: 'old', ...tried }, 'This code was right a while ago.'],
    [{ kind: 'refused', why: 'clock', ...tried }, 'The clock of this computer may be wrong'],
    [{ kind: 'refused', why: 'no-request', ...tried }, 'This question has been answered'],
    [{ kind: 'refused', why: 'no-phone', ...tried }, 'No phone is set up'],
  ];
  test.each(refusals)('a refusal is one clear sentence: %o', async (refusal, words) => {
    const page = await open(waiting, { replies: { 'code.redeem': refusal } });
    await page.press('I have a code');
    await page.type('Code', '123456');
    await submit(page);
    expect(page.words()).toContain(words);
  });

  test('after wrong tries there is a wait, told in minutes, and nothing can be typed', async () => {
    const wait = { kind: 'wait', waitUntil: noon + 290_000, now: noon } as const;
    const page = await open(waiting, { replies: { 'code.redeem': wait } });
    await page.press('I have a code');
    await page.type('Code', '123456');
    await submit(page);
    expect(page.words()).toContain('Please wait 5 minutes, then try again.');
    expect(page.root.querySelector<HTMLInputElement>('.code-entry input')?.disabled).toBe(true);
    const later = await open(waiting, {
      replies: { 'codes.state': someCodes({ waitUntil: noon + 290_000 }) },
    });
    await later.press('I have a code');
    expect(later.words()).toContain('Please wait 5 minutes, then try again.');
  });

  test('is not spoken of where no phone is paired', async () => {
    const none = someCodes({ takesCodes: false, cardsLeft: 0, takesGrants: false });
    const page = await open(waiting, { replies: { 'codes.state': none } });
    expect(() => page.button('I have a code')).toThrow();
    expect(() => page.button('I have an answer file')).toThrow();
  });
});

describe('a card of paper', () => {
  test('gives its minutes where the day’s time is used up, without any question', async () => {
    const given = { kind: 'given', minutes: 15, scopes: ['all'], expiresAt: noon } as const;
    const page = await open(anExplanation(spent), { replies: { 'voucher.redeem': given } });
    await page.press('I have a time card');
    await expectAccessible(page.root);
    await page.type('Code', '12345 67890');
    await submit(page);
    expect(sent(page, 'voucher.redeem')).toEqual([{ url, code: '12345 67890' }]);
    expect(page.words()).toContain('You have 15 more minutes.');
  });

  test('is not asked for at bedtime or on a closed site', async () => {
    const bedtime = await open(anExplanation({ kind: 'quiet-time', quietTimeId: 'n' }));
    expect(() => bedtime.button('I have a time card')).toThrow();
    const closed = await open(anExplanation(unchecked));
    expect(() => closed.button('I have a time card')).toThrow();
  });

  test.each([
    ['wrong', 'No card has this number.'],
    ['used', 'This card has been used.'],
    ['old', 'This card is too old.'],
    ['withdrawn', 'A grown-up took this card back.'],
    ['other-child', 'This card is for somebody else'],
    ['not-for-this', 'you keep it'],
  ] as const)('refused as "%s" it says so', async (why, words) => {
    const refusal: VoucherRedeemed = { kind: 'refused', why, waitUntil: null, now: noon };
    const page = await open(anExplanation(spent), { replies: { 'voucher.redeem': refusal } });
    await page.press('I have a time card');
    await page.type('Code', '1234567890');
    await submit(page);
    expect(page.words()).toContain(words);
  });
});

describe('an answer file', () => {
  const bring = async (page: Mounted, content: string) => {
    const picker = page.root.querySelector<HTMLInputElement>('input[type="file"]');
    if (picker === null) throw new Error('no picker');
    const file = new File([content], 'answer.json');
    Object.defineProperty(picker, 'files', { value: [file], configurable: true });
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    await page.until(() => expect(page.root.querySelector('[role="status"]')).not.toBeNull());
  };
  const opened = async (reply: GrantTaken) => {
    const page = await open(anExplanation(unchecked), { replies: { 'grant.take': reply } });
    await page.press('I have an answer file');
    return page;
  };

  test('that is taken says what is open and for how long', async () => {
    const gives = { kind: 'host', host: 'play.games.test', minutes: 30 } as const;
    const override = { id: 'o', covers: 'play.games.test', expiresAt: noon + 30 * 60_000 };
    const page = await opened({ kind: 'taken', gives, override });
    await expectAccessible(page.root);
    await bring(page, '{"signed":1}');
    await page.until(() => expect(page.words()).toContain('play.games.test is open.'));
    expect(sent(page, 'grant.take')).toEqual([{ file: '{"signed":1}' }]);
    expect(page.words()).toContain('It closes again today at 4:00 PM.');
  });

  test.each([
    'not-ours',
    'too-large',
    'altered',
    'other-browser',
    'other-child',
    'expired',
    'from-future',
    'used',
    'of-no-use',
  ] as const)('refused as "%s" it says so in words', async (why) => {
    const page = await opened({ kind: 'refused', why });
    await bring(page, '{}');
    const words = page.root.querySelector('[role="status"].notice-care')?.textContent ?? '';
    expect(words.length).toBeGreaterThan(20);
    expect(words).not.toContain('grantRefused');
  });

  test('larger than any grant it is not even read', async () => {
    const page = await opened({ kind: 'refused', why: 'not-ours' });
    await bring(page, 'x'.repeat(70_000));
    expect(page.words()).toContain('This file is too large');
    expect(sent(page, 'grant.take')).toEqual([]);
  });
});

describe('on the child’s own page', () => {
  test('a code answers the question it stands beside', async () => {
    const requests = [
      aRequest({ id: 'r1', host: 'chat.test', wanted: 'today' }),
      aRequest({ id: 'r2', state: 'refused', refusal: 'talk-first' }),
    ];
    const page = await mount(<MyRequests />, {
      replies: {
        'requests.read': { requests },
        'codes.state': someCodes(),
        'code.redeem': { kind: 'allowed', request: aRequest({ id: 'r1', state: 'allowed' }) },
      },
    });
    await page.press('I have a code: chat.test');
    expect(page.words()).toContain('The code opens chat.test: The rest of today.');
    await page.type('Code', '123456');
    await submit(page);
    expect(sent(page, 'code.redeem')).toEqual([{ requestId: 'r1', code: '123456' }]);
    expect(page.root.querySelector('.code-entry')).toBeNull();
  });
});

describe('in every band and both languages', () => {
  const everyone = languages.flatMap((language) => ageBands.map((band) => ({ language, band })));
  test.each(everyone)('no word is missing and nothing hinders: %o', async (reader) => {
    const page = await open(waiting, reader);
    await page.press(/^(?:I have a code|میرے پاس کوڈ ہے)$/);
    expect(page.root.querySelector('.code-entry')).not.toBeNull();
    await expectAccessible(page.root);
    await page.press(/file$|فائل/);
    expect(page.root.querySelector('input[type="file"]')).not.toBeNull();
    expect(page.words()).not.toMatch(/\b(?:way|code|card|grant|asked?)[A-Z]\w+/);
  });
});
