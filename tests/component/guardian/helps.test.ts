import { afterEach, expect, test, vi } from 'vitest';

import { toBase64 } from '@/rules/guardian/bytes.ts';
import type { ChildProfile, Helps } from '@/rules/policy/schema.ts';
import { goodPin } from '@/tests/support/household.ts';
import { derived, openOptionsPage, type Opened } from '@/tests/support/options-page.tsx';
import { aFamily } from '@/tests/support/page-replies.ts';

let page: Opened;
afterEach(() => page.close());

const family = aFamily('9-12');
const open = async (parts: Partial<ChildProfile> = {}) => {
  page = await openOptionsPage({
    policy: { ...family, children: family.children.map((child) => ({ ...child, ...parts })) },
    section: 'rules',
    services: {
      sha256: async (bytes) =>
        toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))),
    },
    replies: {
      'guardian.unlock': ({ key }: { key: string }) =>
        key === derived(goodPin)
          ? { kind: 'unlocked', token: 'token-of-an-unlocked-guardian', until: 1_800_000_000_000 }
          : { kind: 'wrong', waitUntil: null, now: 0 },
    },
  });
  for (const part of page.root.querySelectorAll('details')) part.open = true;
};
const saved = (): Helps | undefined => page.household.policy()?.children[0]?.helps;

test('the helps of the age group stand there until the family chooses its own', async () => {
  await open();
  expect(page.labelled('Pictures').value).toBe('hide');
  expect(page.labelled('A covered picture').value).toBe('pin');
  expect(page.text()).toContain('not shown to anybody, you included');
  expect(page.text()).not.toContain('Use the age group’s choice again');
  expect(await page.violations()).toEqual([]);
});

test('a stricter rule for covered pictures is saved without a PIN', async () => {
  await open();
  await page.select('A covered picture', 'never');
  expect(page.text()).toContain('covered pictures went from “open with the PIN” to “stay covered”');
  await page.press('Save');
  expect(saved()).toMatchObject({ reveal: 'never', pictures: 'hide', kindness: true });
});

test('fewer pictures looked at asks for the PIN', async () => {
  await open();
  await page.select('Pictures', 'off');
  expect(page.text()).not.toContain('A covered picture');
  expect(page.text()).toContain('Asks for your PIN');
  await page.press('Save');
  expect(saved()).toBeUndefined();
});

test('the age group’s choice can be taken again', async () => {
  await open({
    helps: {
      kindness: true,
      privacy: true,
      pressure: true,
      search: true,
      pages: true,
      pictures: 'hide',
      reveal: 'never',
    },
  });
  await page.press('Use the age group’s choice again');
  expect(page.labelled('A covered picture').value).toBe('pin');
});

const words = () => page.household.policy()?.children[0]?.privateWords;
async function addWord(word: string): Promise<void> {
  await page.type('Add a private word or number', word);
  await page.settle(() => {
    page.labelled('Add a private word or number').closest('form')?.requestSubmit();
  });
}

/** Hashing takes its own time. */
const says = (expected: string): Promise<void> =>
  vi.waitFor(
    async () => {
      await page.settle(() => undefined);
      expect(page.text()).toContain(expected);
    },
    { timeout: 20_000 },
  );

test('a private word goes in, and only a mark that nobody can read is kept', async () => {
  await open();
  await addWord('Sunflower Lane');
  await says('1 private word is kept');
  await addWord('0300 1234567');
  await says('2 private words are kept, in a form nobody can read.');
  await page.press('Save');
  expect(words()?.hashes).toHaveLength(2);
  expect(JSON.stringify(page.household.policy())).not.toMatch(/sunflower|1234567/i);
  expect(page.labelled('Add a private word or number').value).toBe('');
  expect(await page.violations()).toEqual([]);
});

test('a word that is too short, too long or there already is said so, and stays in the field', async () => {
  await open();
  await addWord('ab');
  await says('at least three letters or digits');
  await addWord('one two three four five');
  await says('at most four words and 60 letters');
  await addWord('Sunflower Lane');
  await says('1 private word is kept');
  await addWord('sunflower LANE');
  await says('This one is there already.');
  expect(page.text()).toContain('1 private word is kept');
});

test('taking the private words away asks for the PIN', async () => {
  await open({ privateWords: { salt: 'a'.repeat(22), hashes: ['h'.repeat(16)] } });
  await page.press('Remove them all');
  expect(page.text()).toContain('private words were removed (1)');
  expect(page.text()).toContain('Asks for your PIN');
});
