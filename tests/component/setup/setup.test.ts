import { afterEach, describe, expect, test } from 'vitest';

import { tryItHost } from '@/components/guardian/starting-child.ts';
import type { SetupDraft } from '@/components/setup/draft.ts';
import type { Body } from '@/rules/messages/contract.ts';
import { openOptionsPage, type Opened } from '@/tests/support/options-page.tsx';

let page: Opened;
afterEach(() => page.close());

const sentBy = <Name extends 'setup.finish' | 'handover.seen'>(
  name: Name,
): Body<Name> | undefined =>
  page.platform.asked.find((asked) => asked.name === name)?.body as Body<Name> | undefined;

async function goToSecret(): Promise<void> {
  await page.press('Next');
  await page.type('Child', 'Zara');
  await page.choose('9 to 12');
  await page.press('Next');
  await page.press('Next');
}

async function typePin(pin: string, again = pin): Promise<void> {
  await page.type('PIN or passphrase', pin);
  await page.type('The same once more', again);
}

describe('set-up', () => {
  test('begins with language and country, and guesses the country from the clock', async () => {
    page = await openOptionsPage();
    expect(page.surface()).toBe('setup');
    expect(page.labelled('Country').value).toBe('PK');
    expect(page.text()).toContain('Step 1 of 5');
    expect(await page.violations()).toEqual([]);
  });

  test('asks for a country where the browser gives nothing to guess from', async () => {
    page = await openOptionsPage({
      services: { surroundings: () => ({ languages: ['en'], timeZone: 'Etc/UTC' }) },
    });
    await page.press('Next');
    expect(page.text()).toContain('Please choose your country.');
    await page.select('Country', 'US');
    await page.press('Next');
    expect(page.text()).toContain('Step 2 of 5');
  });

  test('changes its own language at once', async () => {
    page = await openOptionsPage();
    await page.choose('اردو');
    expect(page.heading()).toBe('آئیے، ساتھی کو ترتیب دیں');
    expect(document.documentElement.dir).toBe('rtl');
  });

  test('does not go on without a nickname and an age group, and says which is missing', async () => {
    page = await openOptionsPage();
    await page.press('Next');
    await page.press('Next');
    expect(page.text()).toContain('Please write a nickname.');
    expect(page.text()).toContain('Please choose an age group.');
    expect(page.text()).toContain('Step 2 of 5');
    expect(await page.violations()).toEqual([]);
  });

  test('never asks for a birth date', async () => {
    page = await openOptionsPage();
    await page.press('Next');
    expect(page.has('input[type="date"], input[type="number"]')).toBe(false);
  });

  test('turns on with the rules of the band, a derived key and a recovery code on paper', async () => {
    page = await openOptionsPage();
    await goToSecret();
    expect(await page.violations()).toEqual([]);
    await typePin('blue-kite-7');
    await page.choose('I have printed this code');
    await page.press('Turn Saathi on');
    const sent = sentBy('setup.finish');
    expect(sent?.policy.children[0]).toMatchObject({
      nickname: 'Zara',
      ageBand: '9-12',
      filter: { unknown: 'ask', blocklist: [tryItHost] },
    });
    expect(sent?.policy.activeChild).toBe(sent?.policy.children[0]?.id);
    expect(sent?.secret).toMatchObject({ params: 'm=19456,t=2,p=1', verifier: 'digest' });
    expect(JSON.stringify(page.platform.asked)).not.toContain('blue-kite-7');
    expect(page.text()).toContain('Answer from your phone');
    expect(await page.violations()).toEqual([]);
    await page.press('Go on without a phone');
    expect(page.text()).toContain('Step 5 of 5');
  });

  test('goes back without losing what was typed', async () => {
    page = await openOptionsPage();
    await goToSecret();
    await page.press('Back');
    await page.press('Back');
    expect(page.labelled('Child').value).toBe('Zara');
    expect(page.labelled('9 to 12').checked).toBe(true);
  });

  test('another age group brings its own rules; the same one keeps what was adjusted', async () => {
    page = await openOptionsPage();
    await page.press('Next');
    await page.type('Child', 'Zara');
    await page.choose('9 to 12');
    await page.press('Next');
    await page.press('Adjust');
    await page.select('Games', 'block');
    expect(page.text()).toContain('You changed 1 thing');
    await page.press('Back');
    await page.press('Next');
    expect(page.text()).toContain('You changed 1 thing');
    await page.press('Back');
    await page.choose('13 to 15');
    await page.press('Next');
    expect(page.text()).toContain('A good start for 13 to 15 years');
    expect(page.text()).not.toContain('You changed');
  });
});

describe('the PIN', () => {
  test.each([
    ['12345', '12345', 'It needs at least 6 characters.'],
    ['123456', '123456', 'one of the first things anyone would try'],
    ['zara2019', 'zara2019', "This is your child's name."],
    ['blue-kite-7', 'blue-kite-8', 'The two are not the same.'],
  ])('%s, then %s is refused in plain words', async (pin, again, words) => {
    page = await openOptionsPage();
    await goToSecret();
    await page.choose('I have printed this code');
    await typePin(pin, again);
    await page.press('Turn Saathi on');
    expect(page.text()).toContain(words);
    expect(sentBy('setup.finish')).toBeUndefined();
  });

  test('is the same in Urdu and in English digits', async () => {
    page = await openOptionsPage();
    await goToSecret();
    await page.choose('I have printed this code');
    await typePin('۸۳۰۲۹۱', '830291');
    await page.press('Turn Saathi on');
    expect(sentBy('setup.finish')).toBeDefined();
  });

  test('waits for the recovery code to be on paper', async () => {
    page = await openOptionsPage();
    await goToSecret();
    await typePin('blue-kite-7');
    await page.press('Turn Saathi on');
    expect(page.text()).toContain('Please put the code on paper first');
    expect(sentBy('setup.finish')).toBeUndefined();
  });

  test('keeps the same recovery code however often one goes back and forth', async () => {
    page = await openOptionsPage();
    await goToSecret();
    const code = page.root.querySelector('.recovery-code')?.textContent;
    await page.press('Back');
    await page.press('Next');
    expect(page.root.querySelector('.recovery-code')?.textContent).toBe(code);
    expect(code).toMatch(/^[0-9A-Z]{25}$/);
  });

  test('says why when it could not be turned on, and can be tried again', async () => {
    page = await openOptionsPage({
      replies: { 'setup.finish': () => ({ ok: false, failure: 'storage-full' }) },
    });
    await goToSecret();
    await typePin('blue-kite-7');
    await page.choose('I have printed this code');
    await page.press('Turn Saathi on');
    expect(page.text()).toContain('no room left');
    expect(page.button('Turn Saathi on').disabled).toBe(false);
  });
});

const draftAt = (step: SetupDraft['step'], ageBand: '5-8' | '9-12' = '9-12') => ({
  read: async () => ({
    step,
    country: 'PK',
    timeZone: 'Asia/Karachi',
    nickname: 'Zara',
    ageBand,
    profile: null,
  }),
  write: async () => {},
});

describe('a draft', () => {
  test('is taken up where it was left', async () => {
    page = await openOptionsPage({ services: { draft: draftAt('child') } });
    expect(page.labelled('Child').value).toBe('Zara');
  });

  test('that can not be read is as none', async () => {
    page = await openOptionsPage({
      services: {
        draft: { read: async () => ({ step: 'secret', pin: 1 }), write: async () => {} },
      },
    });
    expect(page.text()).toContain('Step 1 of 5');
  });

  test('never holds the PIN or the recovery code', async () => {
    const written: unknown[] = [];
    page = await openOptionsPage({
      services: {
        draft: { read: async () => null, write: async (draft) => void written.push(draft) },
      },
    });
    await goToSecret();
    await typePin('blue-kite-7');
    const code = page.root.querySelector('.recovery-code span')?.textContent ?? 'none';
    expect(written.length).toBeGreaterThan(3);
    expect(JSON.stringify(written)).not.toContain('blue-kite');
    expect(JSON.stringify(written)).not.toContain(code);
  });
});

async function finish(): Promise<void> {
  await goToSecret();
  await typePin('blue-kite-7');
  await page.choose('I have printed this code');
  await page.press('Turn Saathi on');
  await page.press('Go on without a phone');
}

describe('the side doors', () => {
  test('are shown as they stand and can be left open for later', async () => {
    page = await openOptionsPage();
    await finish();
    expect(page.text()).toContain('Nothing is protected there.');
    expect(page.text()).toContain('Allow in Incognito');
    expect(page.text()).toContain('A PIN is a speed bump');
    expect(await page.violations()).toEqual([]);
    await page.press('Do this later');
    expect(page.heading()).toBe('Hello Zara!');
  });

  test('are looked at again when the person comes back to the page', async () => {
    let privateWindows = false;
    page = await openOptionsPage({
      services: {
        sideDoors: async () => ({ privateWindows, siteAccess: true, install: 'admin' }),
      },
    });
    await finish();
    expect(page.root.querySelectorAll('[data-door="open"]')).toHaveLength(1);
    privateWindows = true;
    await page.settle(() => window.dispatchEvent(new Event('focus')));
    expect(page.root.querySelectorAll('[data-door="open"]')).toHaveLength(0);
    expect(page.button('Next')).toBeDefined();
  });

  test('in Firefox are told by steps, since no page may open its settings', async () => {
    page = await openOptionsPage({ services: { openBrowserSettings: null } });
    await finish();
    expect(page.text()).toContain('about:addons');
    expect(page.text()).not.toContain("Open the browser's page about Saathi");
  });

  test('to all sites is closed by one press', async () => {
    let siteAccess = false;
    page = await openOptionsPage({
      services: {
        sideDoors: async () => ({ privateWindows: true, siteAccess, install: 'normal' }),
        allowEverySite: async () => (siteAccess = true),
      },
    });
    await finish();
    await page.press('Allow on every site');
    expect(page.text()).toContain('Saathi may work on every site.');
  });
});

describe("the child's page", () => {
  test('is in the words of the band, shows a closed page to try, and is noted as read', async () => {
    page = await openOptionsPage();
    await finish();
    await page.press('Do this later');
    expect(document.documentElement.dataset['band']).toBe('9-12');
    expect(page.text()).toContain('What your parent sees');
    expect(await page.violations()).toEqual([]);
    await page.press('See what a closed site looks like');
    expect(page.platform.done).toContain(`openTab https://${tryItHost}/`);
    await page.press('I have read it');
    expect(sentBy('handover.seen')?.childId).toBe(page.household.policy()?.activeChild);
    expect(page.surface()).toBe('guardian');
    expect(document.documentElement.dataset['band']).toBeUndefined();
  });

  test('still comes after a reload in the middle of the last screens', async () => {
    page = await openOptionsPage();
    await finish();
    const policy = page.household.policy();
    const profile = policy?.children[0];
    page.close();
    page = await openOptionsPage({
      policy,
      services: {
        draft: {
          read: async () => ({
            step: 'hand-over',
            country: 'PK',
            timeZone: 'Asia/Karachi',
            nickname: 'Zara',
            ageBand: '9-12',
            profile,
          }),
          write: async () => {},
        },
      },
    });
    expect(page.heading()).toBe('Hello Zara!');
  });
});
