import { afterEach, describe, expect, test } from 'vitest';

import type { Day } from '@/rules/messages/replies.ts';
import type { Replies } from '@/tests/support/fake-platform.ts';
import { goodPin, goodToken } from '@/tests/support/household.ts';
import { derived, openOptionsPage, type Opened } from '@/tests/support/options-page.tsx';
import { aDay, aFamily, noon } from '@/tests/support/page-replies.ts';
import { plain } from '@/tests/support/time-page.ts';

let page: Opened;
afterEach(() => page.close());

const rest = { id: 'rest-1', covers: 'lockdown', expiresAt: noon + 30 * 60_000 };

/** A background that gives and rests, but only to whom it should. */
async function openToday(day: Partial<Day> = {}, state = {}, others: Replies = {}): Promise<void> {
  let overrides: Day['overrides'] = day.overrides ?? [];
  page = await openOptionsPage({
    policy: aFamily('9-12'),
    section: 'today',
    state,
    replies: {
      'day.read': () => aDay({ ...day, overrides }),
      'guardian.unlock': ({ key }) =>
        key === derived(goodPin)
          ? { kind: 'unlocked', token: goodToken, until: noon + 6e5 }
          : { kind: 'wrong', waitUntil: null, now: noon },
      'time.give': ({ minutes, scope, token }) =>
        token === goodToken
          ? {
              ok: true,
              value: {
                scope: scope ?? 'all-limits',
                minutes,
                quietUntil: null,
                isResting: overrides.length > 0,
              },
            }
          : { ok: false, failure: 'needs-guardian' },
      'rest.start': ({ minutes }) => {
        overrides = [{ ...rest, expiresAt: noon + minutes * 60_000 }];
        return { overrideId: rest.id, until: noon + minutes * 60_000 };
      },
      'override.end': ({ token }) => {
        if (token !== goodToken) return { ok: false, failure: 'needs-guardian' };
        overrides = [];
        return { ok: true, value: {} };
      },
      ...others,
    },
  });
}
async function answerPin(): Promise<void> {
  await page.type('Grown-up PIN', goodPin);
  await page.settle(() => {
    page.root.querySelector('dialog form')?.dispatchEvent(new Event('submit'));
  });
}
const asked = (name: string) => page.platform.asked.filter((message) => message.name === name);
const words = () => plain(page.text());

describe('more time', () => {
  test('takes one press and the PIN, and says what was given', async () => {
    await openToday();
    await page.press('Give 15 min more');
    expect(words()).toContain('This gives Sara more time.');
    await answerPin();
    expect(words()).toContain('15 more minutes today.');
    expect(asked('time.give').at(-1)?.body).toEqual({ minutes: 15, token: goodToken });
  });

  test('gives nothing when the question for the PIN is closed', async () => {
    await openToday();
    await page.press('Give 30 min more');
    await page.press('Cancel');
    expect(words()).not.toContain('more minutes today');
    expect(asked('time.give')).toHaveLength(1);
  });

  test('can be for one limit alone', async () => {
    await openToday();
    await page.select('For what', 'category:games');
    await page.press('Give 30 min more');
    await answerPin();
    expect(words()).toContain('30 more minutes today for: Games.');
    expect(asked('time.give').at(-1)?.body).toMatchObject({ scope: 'category:games' });
  });

  test('does not pretend to end a rest', async () => {
    await openToday({ overrides: [rest] });
    await page.press('Give 15 min more');
    await answerPin();
    expect(words()).toContain('Everything still rests for now.');
  });

  test('for a set of sites stands there by its name, never by its id', async () => {
    const covers = 'set:sites-1';
    await openToday({ overrides: [{ id: 'o', covers, expiresAt: noon + 60_000 }] });
    expect(words()).toContain('a set of sites');
    expect(words()).not.toContain(covers);
  });

  test('is not offered where nothing could be given', async () => {
    await openToday({ quotas: [], quietTimesToday: [] });
    expect(words()).not.toContain('Give more time today');
    expect(words()).toContain('Dinner? Let everything rest');
  });

  test('is not offered where nobody has a PIN', async () => {
    await openToday({}, { hasGuardianSecret: false });
    expect(words()).not.toContain('Give more time today');
    expect(words()).not.toContain('Dinner?');
  });
});

describe('dinner', () => {
  test('starts with one press and no PIN, and is ended early with it', async () => {
    await openToday();
    await page.press('Rest for 1 hr');
    expect(page.has('dialog')).toBe(false);
    expect(words()).toContain('Everything rests until today at 4:30 PM.');
    await page.press('End it now');
    expect(words()).toContain('This ends the rest early.');
    await answerPin();
    expect(words()).toContain('Dinner? Let everything rest');
  });

  test('says so when it could not start', async () => {
    await openToday({}, {}, { 'rest.start': () => ({ ok: false, failure: 'storage-full' }) });
    await page.press('Rest for 1 hr');
    expect(words()).toContain('The browser has no room left to store this.');
    expect(words()).toContain('Dinner? Let everything rest');
  });

  test('says so when it could not be ended', async () => {
    const failing = { 'override.end': () => ({ ok: false, failure: 'broken' }) as const };
    await openToday({ overrides: [rest] }, {}, failing);
    await page.press('End it now');
    expect(words()).toContain('Saathi did not answer.');
  });

  test('can last as long as wished, within reason', async () => {
    await openToday();
    await page.type('Minutes', '300');
    const submit = () =>
      page.settle(() => {
        page.labelled('Minutes').closest('form')?.dispatchEvent(new Event('submit'));
      });
    await submit();
    expect(words()).toContain('A number from 5 to 240');
    expect(asked('rest.start')).toEqual([]);
    await page.type('Minutes', '۴۵');
    await submit();
    expect(asked('rest.start')).toEqual([{ name: 'rest.start', body: { minutes: 45 } }]);
  });

  test.each(['en', 'ur'] as const)('breaks no rule of accessibility in %s', async (language) => {
    await openToday({ overrides: [rest] });
    page.close();
    page = await openOptionsPage({
      policy: aFamily('9-12'),
      section: 'today',
      language,
      replies: { 'day.read': aDay({ overrides: [rest] }) },
    });
    expect(await page.violations()).toEqual([]);
  });
});
