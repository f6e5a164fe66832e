import { afterEach, describe, expect, test } from 'vitest';

import { goodToken } from '@/tests/support/household.ts';
import {
  openOptionsPage,
  type Opened,
  type OptionsPageOptions,
} from '@/tests/support/options-page.tsx';
import { aDay, aFamily, aProfile, aRequest, noon } from '@/tests/support/page-replies.ts';

let page: Opened;
afterEach(() => page.close());

const family = aFamily('9-12');
const siblings = {
  ...family,
  children: [...family.children, { ...aProfile('13-15'), id: 'omar', nickname: 'Omar' }],
};
const unlocking = {
  'guardian.unlock': { kind: 'unlocked', token: goodToken, until: noon + 300_000 },
} as const;
const open = async (section: string, options: OptionsPageOptions = {}) => {
  page = await openOptionsPage({
    policy: family,
    section,
    ...options,
    replies: { ...unlocking, ...options.replies },
  });
};
const asked = (name: string) => page.platform.asked.filter((each) => each.name === name);
async function answerPin(): Promise<void> {
  await page.type('Grown-up PIN', 'blue-kite-7');
  await submitIn('dialog form');
}
const submitIn = (selector: string) =>
  page.settle(() => {
    page.root.querySelector(selector)?.dispatchEvent(new Event('submit'));
  });
const formOf = (label: string) =>
  page.settle(() => {
    page.labelled(label).closest('form')?.dispatchEvent(new Event('submit'));
  });

describe.each(['today', 'requests', 'rules', 'children', 'growing', 'journal', 'settings'])(
  'the room "%s"',
  (section) => {
    test.each(['en', 'ur'] as const)('is accessible in "%s"', async (language) => {
      await open(section, { language, policy: siblings, requests: [aRequest()] });
      expect(page.heading()?.length).toBeGreaterThan(2);
      expect(page.root.querySelector('[aria-current="page"]')?.getAttribute('href')).toBe(
        `#${section}`,
      );
      expect(await page.violations()).toEqual([]);
    });
  },
);

describe('today', () => {
  test('shows time by topic, limits, quiet times, and what is open for now', async () => {
    await open('today');
    expect(page.heading()).toBe("Sara's day");
    expect(page.text()).toContain('1 hr, 12 min');
    expect(page.text()).toContain('Videos 40 min');
    expect(page.text()).toContain('Games1 hr of 1 hr');
    expect(page.text()).toContain('Open for nowwiki.test');
  });

  test('lists closed sites for the younger bands, and why', async () => {
    await open('today');
    expect(page.text()).toContain('Your closed list: play.games.test');
    expect(page.text()).toContain('Nobody has checked this site');
  });

  test('shows counts alone from 13 on, even if an address slipped into the answer', async () => {
    await open('today', { policy: aFamily('13-15'), replies: { 'day.read': aDay() } });
    expect(page.text()).toContain('Times something was closed');
    expect(page.text()).not.toContain('play.games.test');
    expect(page.text()).not.toContain('Closed sites that were tried');
  });

  test('ends a permission early without a PIN', async () => {
    await open('today');
    await page.press('End now');
    expect(asked('override.end')).toEqual([{ name: 'override.end', body: { overrideId: 'o1' } }]);
    expect(page.has('dialog')).toBe(false);
  });

  test.each(['quiet-time', 'all', 'category:games', 'host:video.test'])(
    'says in words what "%s" opens',
    async (covers) => {
      await open('today', {
        replies: { 'day.read': aDay({ overrides: [{ id: 'o', covers, expiresAt: noon + 1 }] }) },
      });
      expect(page.text()).toMatch(/No quiet time|More time: (?:All browsing|Games|video\.test)/);
    },
  );
});

describe('a request', () => {
  test('is answered for one hour unless the guardian chooses otherwise', async () => {
    await open('requests', {
      requests: [aRequest()],
      replies: { 'guardian.unlock': unlocking['guardian.unlock'] },
    });
    expect(page.text()).toContain('Sara asks');
    expect(page.text()).toContain('Ali and I want to finish level 7');
    await page.press('Answer');
    expect(page.text()).toContain('Your PIN makes this answer yours.');
    await answerPin();
    expect(asked('request.answer').at(-1)?.body).toEqual({
      requestId: 'request-1',
      answer: 'minutes-60',
      token: goodToken,
    });
    expect(page.text()).toContain('Nobody is waiting for an answer.');
  });

  test('that is refused carries the reason the child will read', async () => {
    await open('requests', { requests: [aRequest()] });
    await page.choose('Not this time');
    await page.choose('Too old for you yet');
    await page.press('Answer');
    await answerPin();
    expect(asked('request.answer').at(-1)?.body).toMatchObject({
      answer: 'not-now',
      refusal: 'too-old',
    });
    expect(page.text()).toContain('Not this time (Too old for you yet)');
  });

  test('is counted in the navigation while it waits', async () => {
    await open('today', { requests: [aRequest(), aRequest({ id: 'r2', state: 'allowed' })] });
    expect(page.root.querySelector('a[href="#requests"]')?.textContent).toContain('1 waiting');
  });

  test('can not be answered where no guardian has a PIN', async () => {
    await open('requests', {
      source: 'managed',
      requests: [aRequest()],
      state: { hasGuardianSecret: false },
    });
    expect(page.text()).toContain('There is no guardian PIN on this device');
    expect(page.text()).not.toContain('Your answer');
  });
});

describe('children', () => {
  const nicknames = () => page.household.policy()?.children.map(({ nickname }) => nickname);

  test('are added with the rules of their band', async () => {
    await open('children');
    await page.press('Add a child');
    await page.type("Child's nickname", 'Omar');
    await page.choose('5 to 8');
    await formOf("Child's nickname");
    await page.press('Save');
    expect(nicknames()).toEqual(['Sara', 'Omar']);
    expect(page.household.policy()?.children[1]?.filter.categories.social).toBe('block');
  });

  test('take over the browser; to a milder child only with the PIN', async () => {
    await open('children', { policy: siblings });
    await page.press("Use this child's rules now");
    await page.press('Save');
    await answerPin();
    expect(page.household.policy()?.activeChild).toBe('omar');
  });

  test('who grow up may start again with the rules of their band, and keep their lists', async () => {
    await open('children');
    await page.press('Change');
    await page.choose('13 to 15');
    expect(page.labelled('Start again with the rules for 13 to 15 years').checked).toBe(true);
    await formOf("Child's nickname");
    await page.press('Save');
    await answerPin();
    const [child] = page.household.policy()?.children ?? [];
    expect(child?.ageBand).toBe('13-15');
    expect(child?.filter.unknown).toBe('warn');
    expect(child?.filter.blocklist).toEqual(['play.games.test']);
  });

  test('are removed after a question; the last one stays', async () => {
    await open('children', { policy: siblings });
    await page.press('Remove');
    expect(page.text()).toContain('Remove Sara?');
    await page.settle(() => {
      const buttons = page.root.querySelectorAll<HTMLButtonElement>('dialog .button-danger');
      buttons[0]?.click();
    });
    await page.press('Save');
    await answerPin();
    expect(nicknames()).toEqual(['Omar']);
    expect(page.household.policy()?.activeChild).toBe('omar');
    expect(page.text()).not.toContain('Remove');
  });

  test('can be shown their own page again', async () => {
    await open('children');
    await page.press("Show the child's page");
    expect(page.heading()).toBe('Hello Sara!');
    expect(page.text()).not.toContain('See what a closed site looks like');
    await page.press('I have read it');
    expect(page.heading()).toBe('Children');
  });
});

test('the journal tells every change, who made it and when, newest first', async () => {
  await open('journal', {
    replies: {
      'journal.read': {
        entries: [
          {
            at: noon - 9e7,
            who: 'anyone',
            change: {
              childId: 'sara',
              key: 'changeQuota',
              values: {
                child: 'Sara',
                scopeKey: 'changeValueCategory_games',
                from: '60',
                to: '45',
                daysKeys: 'changeValueDay_sat changeValueDay_sun',
              },
              weakens: false,
            },
          },
          {
            at: noon,
            who: 'guardian',
            change: { childId: null, key: 'changeSetUp', values: {}, weakens: false },
          },
        ],
      },
    },
  });
  const entries = [...page.root.querySelectorAll('.journal-entry')].map(
    ({ textContent }) => textContent,
  );
  expect(entries[0]).toContain('Guardian, with PINSaathi was set up.');
  expect(entries[1]?.replaceAll(/[\u2068\u2069]/g, '')).toContain(
    'the limit for games went from 60 to 45 minutes (Saturday, Sunday)',
  );
});

describe('the grown-up area', () => {
  test('says what of a policy could not be read, with path and reason', async () => {
    await open('today', {
      state: {
        problems: [
          { where: 'managed', path: 'children.0.filter.unknown', message: 'Invalid option' },
        ],
      },
    });
    expect(page.text()).toContain('The last good rules stay in force:');
    expect(page.text()).toContain('managed: children.0.filter.unknown Invalid option');
  });

  test('warns in every room while sites are out of reach', async () => {
    await open('journal', {
      services: {
        sideDoors: async () => ({ privateWindows: true, siteAccess: false, install: 'normal' }),
      },
    });
    expect(page.text()).toContain('does not let Saathi work on every site');
  });

  test('does not open in a private window', async () => {
    await open('today', { state: { incognito: true } });
    expect(page.heading()).toBe('Please use a normal window');
    expect(page.has('nav')).toBe(false);
  });

  test('still offers help when the background is silent', async () => {
    await open('today', { replies: { 'state.read': () => ({ ok: false, failure: 'broken' }) } });
    expect(page.text()).toContain('Saathi did not answer.');
    expect(page.button('Help')).toBeDefined();
  });

  test('never speaks of reports or of help that was opened', async () => {
    await open('today');
    for (const section of ['requests', 'journal', 'children']) await page.goTo(section);
    const names = page.platform.asked.map(({ name }) => name as string);
    expect(names.filter((name) => name.startsWith('report'))).toEqual([]);
  });
});
