import { afterEach, describe, expect, test } from 'vitest';

import type { Policy } from '@/rules/policy/schema.ts';
import { goodPin } from '@/tests/support/household.ts';
import { openOptionsPage, derived, type Opened } from '@/tests/support/options-page.tsx';
import { aFamily } from '@/tests/support/page-replies.ts';

let page: Opened;
afterEach(() => page.close());

const family = aFamily('9-12');
const child = () => {
  const [first] = page.household.policy()?.children ?? [];
  if (first === undefined) throw new Error('no child');
  return first;
};
/** The background of these tests knows the PIN's key as this page derives it. */
const withPin = {
  'guardian.unlock': ({ key }: { key: string }) =>
    key === derived(goodPin)
      ? ({
          kind: 'unlocked',
          token: 'token-of-an-unlocked-guardian',
          until: 1_800_000_000_000,
        } as const)
      : ({ kind: 'wrong', waitUntil: null, now: 0 } as const),
};
const openRules = async (policy: Policy = family) => {
  page = await openOptionsPage({ policy, section: 'rules', replies: withPin });
};
async function answerPin(pin = goodPin): Promise<void> {
  await page.type('Grown-up PIN', pin);
  await page.settle(() => {
    page.root.querySelector('dialog form')?.dispatchEvent(new Event('submit'));
  });
}
const saves = () => page.platform.asked.filter(({ name }) => name === 'policy.save');

describe('rules', () => {
  test('are readable without a PIN, and accessible with every part open', async () => {
    await openRules();
    for (const part of page.root.querySelectorAll('details')) part.open = true;
    expect(page.heading()).toBe('Rules for Sara');
    expect(page.labelled('Games').value).toBe('allow');
    expect(await page.violations()).toEqual([]);
  });

  test('that get stricter are saved at once, without a PIN', async () => {
    await openRules();
    await page.select('Games', 'block');
    expect(page.text()).toContain('Sara: games went from “open” to “closed”.');
    expect(page.text()).not.toContain('Asks for your PIN');
    await page.press('Save');
    expect(page.has('dialog')).toBe(false);
    expect(child().filter.categories.games).toBe('block');
    expect(page.text()).toContain('Saved. The rules are in force now.');
  });

  test('that get looser ask for the PIN, then are saved', async () => {
    await openRules();
    await page.select('Scams', 'allow');
    expect(page.text()).toContain('Asks for your PIN');
    await page.press('Save');
    expect(page.text()).toContain('Some of these changes loosen the rules.');
    expect(child().filter.categories.scam).toBe('block');
    await answerPin();
    expect(child().filter.categories.scam).toBe('allow');
  });

  test('stay as they are when the PIN is wrong or the question is closed', async () => {
    await openRules();
    await page.select('Scams', 'allow');
    await page.press('Save');
    await answerPin('not-the-pin');
    expect(page.text()).toContain('That was not it.');
    await page.press('Cancel');
    expect(child().filter.categories.scam).toBe('block');
    expect(page.text()).toContain('1 change is not saved yet');
    expect(page.button('Save').getAttribute('aria-busy')).toBeNull();
  });

  test('are changed again without a second PIN while the guardian is unlocked, until locked', async () => {
    await openRules();
    await page.select('Scams', 'allow');
    await page.press('Save');
    await answerPin();
    await page.select('Gambling', 'allow');
    await page.press('Save');
    expect(child().filter.categories.gambling).toBe('allow');
    await page.press('Lock now');
    await page.select('Drugs', 'allow');
    await page.press('Save');
    expect(page.has('dialog')).toBe(true);
  });

  test('can be put back before saving, and nothing was sent', async () => {
    await openRules();
    await page.select('Scams', 'allow');
    await page.press('Undo all');
    expect(page.labelled('Scams').value).toBe('block');
    expect(saves()).toEqual([]);
  });

  test('keep what was changed when another room is looked at', async () => {
    await openRules();
    await page.select('Games', 'block');
    await page.goTo('journal');
    expect(page.text()).toContain('1 change is not saved yet');
    await page.goTo('rules');
    expect(page.labelled('Games').value).toBe('block');
  });

  test('changed in another window meanwhile are compared anew before they are saved', async () => {
    await openRules();
    await page.select('Games', 'block');
    page.household.saveElsewhere({
      ...family,
      children: family.children.map((each) => ({
        ...each,
        filter: { ...each.filter, unknown: 'block' },
      })),
    });
    await page.press('Save');
    expect(page.text()).toContain('changed in another window meanwhile');
    expect(page.text()).toContain('sites nobody has checked went from “closed” to “ask first”');
    expect(child().filter.unknown).toBe('block');
  });
});

describe('a list of sites', () => {
  test('takes a pasted address and shows the form in which it is judged', async () => {
    await openRules();
    await page.type('Close a site', 'https://www.Example.com/games/');
    expect(page.text()).toContain('Will be kept as example.com/games');
    await submit('Close a site');
    await page.press('Save');
    expect(child().filter.blocklist).toEqual(['play.games.test', 'example.com/games']);
  });

  test.each([
    ['', 'Please type the address of a site.'],
    ['*', 'This would mean every site.'],
    ['co.uk', 'This is the ending of many sites'],
    ['ftp://files.test', 'Only addresses of web sites'],
    ['a b', 'This is not an address.'],
    ['play.games.test', 'play.games.test is on this list already.'],
  ])('refuses "%s" in plain words', async (typed, words) => {
    await openRules();
    await page.type('Close a site', typed);
    await submit('Close a site');
    expect(page.text()).toContain(words);
    expect(page.text()).not.toContain('not saved yet');
  });

  test('warns when a host is home to many', async () => {
    await openRules();
    await page.type('Keep a site open', 'github.io');
    await submit('Keep a site open');
    expect(page.text()).toContain('Many different people have their pages there.');
  });

  test('says when two rules disagree', async () => {
    await openRules();
    await page.type('Keep a site open', 'play.games.test');
    await submit('Keep a site open');
    expect(page.text()).toContain('play.games.test is on both lists. Closed wins.');
  });

  test('of thousands is shown in pages and can be searched', async () => {
    const blocklist = Array.from({ length: 3000 }, (_, at) => `site-${at}.test`);
    await openRules({
      ...family,
      children: family.children.map((each) => ({
        ...each,
        filter: { ...each.filter, blocklist },
      })),
    });
    expect(page.root.querySelectorAll('.site').length).toBeLessThan(110);
    await page.type('Search in', 'site-2999');
    expect(page.text()).toContain('site-2999.test');
  });

  const submit = (label: string) =>
    page.settle(() => {
      page.labelled(label).closest('form')?.dispatchEvent(new Event('submit'));
    });
});

describe('quiet times', () => {
  test('say themselves in one sentence', async () => {
    await openRules();
    expect(page.text()).toContain('Every day: closed from 9:00 PM until 7:00 AM the next morning.');
    await page.choose('Sun');
    expect(page.text()).toContain('Mon, Tue, Wed, Thu, Fri, and Sat: closed');
  });

  test('that end at midnight are kept as the end of the day', async () => {
    await openRules();
    await page.type('Opens at', '00:00');
    await page.type('Closes at', '18:00');
    expect(page.text()).toContain('Every day: closed from 6:00 PM to 12:00 AM.');
    await page.press('Save');
    await answerPin();
    expect(child().quietTimes[0]).toMatchObject({ from: '18:00', to: '24:00' });
  });

  test('that are added have a free id and can be removed again', async () => {
    await openRules();
    await page.press('Add a quiet time');
    await page.press('Add a quiet time');
    await page.press('Save');
    const ids = child().quietTimes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    await page.press('Remove this quiet time');
    expect(page.root.querySelectorAll('.days')).toHaveLength(2);
  });

  test('keep at least one day', async () => {
    await openRules();
    for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']) await page.choose(day);
    const last = page.root.querySelector<HTMLInputElement>('.day :checked');
    expect(last?.disabled).toBe(true);
  });
});

describe('minutes a day', () => {
  const minutes = (day: string) =>
    Array.from(page.root.querySelectorAll<HTMLLabelElement>('.minutes label'))
      .filter((label) => label.textContent === day)
      .map((label) => document.getElementById(label.htmlFor) as HTMLInputElement);
  const typeMinutes = (day: string, value: string) =>
    page.settle(() => {
      const [box] = minutes(day);
      if (box === undefined) throw new Error(`no minutes for ${day}`);
      box.value = value;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });

  test('differ by weekday; an empty box is no limit, Urdu digits are digits', async () => {
    await openRules();
    await typeMinutes('Tue', '۴۵');
    await page.press('Save');
    expect(child().quotas[0]?.minutes).toMatchObject({ mon: 90, tue: 45 });
    await typeMinutes('Mon', '');
    await page.press('Save');
    await answerPin();
    expect(child().quotas[0]?.minutes.mon).toBeUndefined();
  });

  test('that are no minutes change nothing and say so', async () => {
    await openRules();
    await typeMinutes('Mon', '2000');
    expect(page.text()).toContain('0 to 1440');
    expect(page.text()).not.toContain('not saved yet');
  });

  test('can be the same on every day', async () => {
    await openRules();
    await page.press('Every day as on Monday');
    expect(minutes('Sun')[0]?.value).toBe('90');
  });

  test('for one site take its host and nothing narrower', async () => {
    await openRules();
    await page.select('For', 'host');
    await page.type('Which site?', 'youtube.com/shorts');
    await page.press('Add this limit');
    expect(page.text()).toContain('Time is counted for a whole site');
    await page.type('Which site?', 'https://www.youtube.com');
    await page.press('Add this limit');
    await page.press('Save');
    expect(child().quotas.at(-1)).toMatchObject({
      scope: 'host:youtube.com',
      minutes: { mon: 60, sun: 60 },
    });
  });

  test('are set once for each kind', async () => {
    await openRules();
    await page.press('Add this limit');
    expect(page.text()).toContain('There is a limit for this already.');
  });
});

test('rules of a school are read, not changed', async () => {
  page = await openOptionsPage({ policy: family, source: 'managed', section: 'rules' });
  expect(page.text()).toContain('Your school or organisation set these rules.');
  // To try a rule, and to look at another part of the day, changes nothing.
  const controls = [
    ...page.root.querySelectorAll<HTMLInputElement>('.folds input, .folds select, .folds button'),
  ].filter((control) => control.closest('.try-fold, .draw-parts') === null);
  expect(controls.length).toBeGreaterThan(20);
  expect(controls.filter((control) => !control.disabled)).toEqual([]);
  expect(await page.violations()).toEqual([]);
});
