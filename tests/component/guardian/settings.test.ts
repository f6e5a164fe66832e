import { afterEach, describe, expect, test } from 'vitest';

import { readPolicyFile } from '@/components/guardian/settings/PolicyFile.tsx';
import { fromBase64 } from '@/rules/guardian/bytes.ts';
import { recoveryCodeFrom } from '@/rules/guardian/recovery.ts';
import type { Policy } from '@/rules/policy/schema.ts';
import { goodToken } from '@/tests/support/household.ts';
import {
  openOptionsPage,
  type Opened,
  type OptionsPageOptions,
} from '@/tests/support/options-page.tsx';
import { aFamily, noon } from '@/tests/support/page-replies.ts';

let page: Opened;
afterEach(() => page.close());

const family = aFamily('9-12');
const open = async (options: OptionsPageOptions = {}) => {
  page = await openOptionsPage({
    policy: family,
    section: 'settings',
    ...options,
    replies: {
      'guardian.unlock': { kind: 'unlocked', token: goodToken, until: noon + 300_000 },
      ...options.replies,
    },
  });
};
const sent = (name: string) =>
  page.platform.asked.filter((asked) => asked.name === name).at(-1)?.body;
const submit = (label: string) =>
  page.settle(() => {
    page.labelled(label).closest('form')?.dispatchEvent(new Event('submit'));
  });
async function answerPin(): Promise<void> {
  await page.type('Grown-up PIN', 'blue-kite-7');
  await submit('Grown-up PIN');
}
const goodCode = (): string => {
  const code = recoveryCodeFrom(Uint8Array.from({ length: 15 }, (_, at) => at * 16));
  return code.ok ? code.value : '';
};

describe('the PIN', () => {
  test('is changed after the present one was given', async () => {
    await open();
    await page.type('New PIN', 'green-river-3');
    await page.type('The same once more', 'green-river-3');
    await submit('New PIN');
    expect(page.text()).toContain('First your present PIN.');
    await answerPin();
    expect(sent('guardian.change')).toMatchObject({
      secret: { params: 'm=19456,t=2,p=1', verifier: 'digest' },
      token: goodToken,
    });
    expect(sent('guardian.change')).not.toHaveProperty('recoveryVerifier');
    expect(page.text()).toContain('The new PIN is in force.');
    expect(page.labelled('New PIN').value).toBe('');
  });

  test('may come with a new recovery code, once that is on paper', async () => {
    await open();
    await page.type('New PIN', 'green-river-3');
    await page.type('The same once more', 'green-river-3');
    await page.choose('Make a new recovery code too');
    expect(page.text()).toContain('The code on the old paper no longer works after this.');
    await submit('New PIN');
    expect(page.text()).toContain('Please put the code on paper first');
    expect(sent('guardian.change')).toBeUndefined();
    await page.choose('I have printed this code');
    await submit('New PIN');
    await answerPin();
    expect(sent('guardian.change')).toMatchObject({ recoveryVerifier: 'digest' });
  });

  test('has a salt of its own each time', async () => {
    await open();
    const salts = [];
    for (const pin of ['green-river-3', 'amber-stone-9']) {
      await page.type('New PIN', pin);
      await page.type('The same once more', pin);
      await submit('New PIN');
      if (page.has('dialog')) await answerPin();
      salts.push((sent('guardian.change') as { secret: { salt: string } }).secret.salt);
    }
    expect(salts.map((salt) => fromBase64(salt)?.length)).toEqual([16, 16]);
    expect(salts[0]).not.toBe(salts[1]);
  });

  test('of a school is not changed here', async () => {
    await open({ source: 'managed' });
    expect(page.text()).not.toContain('Change the PIN');
    expect(page.text()).not.toContain('PIN forgotten?');
  });
});

describe('the recovery code', () => {
  const recover = async (code: string) => {
    await page.press('Use the recovery code');
    await page.type('Recovery code', code);
    const form = page.labelled('Recovery code').closest('form');
    const boxes = form?.querySelectorAll<HTMLInputElement>('input[type="password"]') ?? [];
    for (const box of boxes) {
      await page.settle(() => {
        box.value = 'green-river-3';
        box.dispatchEvent(new Event('input', { bubbles: true }));
      });
    }
    await page.choose('I have printed this code');
    await submit('Recovery code');
  };

  test('opens the way to a new PIN, in any spelling', async () => {
    await open();
    await recover(goodCode().toLowerCase().replaceAll('-', ' '));
    expect(sent('guardian.recover')).toMatchObject({
      recoveryCode: goodCode().replaceAll('-', ''),
      recoveryVerifier: 'digest',
    });
    expect(page.text()).toContain('The new PIN is in force.');
  });

  test('with a slip of the pen is noticed before a try is spent', async () => {
    await open();
    await recover(goodCode().replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
    expect(page.text()).toContain('This is not a whole recovery code.');
    expect(sent('guardian.recover')).toBeUndefined();
  });

  test('that is not the right one is refused in plain words', async () => {
    await open({
      replies: { 'guardian.recover': () => ({ ok: false, failure: 'wrong-secret' }) },
    });
    await recover(goodCode());
    expect(page.text()).toContain('That was not it. Nothing was changed.');
  });
});

describe('language and place', () => {
  test('another country needs the PIN: reports may go to another desk', async () => {
    await open();
    await page.select('Country', 'US');
    await page.press('Save');
    expect(page.has('dialog')).toBe(true);
    expect(page.household.policy()?.country).toBe('PK');
    await answerPin();
    expect(page.household.policy()?.country).toBe('US');
  });

  test('the language changes this page too', async () => {
    await open();
    await page.select('Language of your child', 'ur');
    expect(page.heading()).toBe('ترتیبات');
    await page.press('محفوظ کریں');
    expect(page.household.policy()?.language).toBe('ur');
  });

  test("another clock's zone is a weakening: it moves bedtime", async () => {
    await open({
      services: { surroundings: () => ({ languages: ['en'], timeZone: 'Europe/Paris' }) },
    });
    await page.press('Follow the clock of Europe/Paris');
    await page.press('Save');
    expect(page.has('dialog')).toBe(true);
    await answerPin();
    expect(page.household.policy()?.timeZone).toBe('Europe/Paris');
  });
});

describe('the policy file', () => {
  const file = (words: string) => ({ size: words.length, text: async () => words });
  const load = (words: string) =>
    page.settle(() => {
      const input = page.root.querySelector<HTMLInputElement>('input[type="file"]');
      if (input === null) throw new Error('no file box');
      Object.defineProperty(input, 'files', { value: [file(words)], configurable: true });
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });

  test('is saved as what is in force, and reads as the same again', async () => {
    const saved: string[] = [];
    await open({ services: { saveFile: (name, words) => void saved.push(name, words) } });
    await page.press('Save as a file');
    expect(saved[0]).toBe('saathi-policy.json');
    expect(JSON.parse(saved[1] ?? '')).toEqual(family);
    await load(saved[1] ?? '');
    expect(page.text()).toContain('The file holds just the rules that are in force.');
  });

  test('that is loaded shows its changes, and asks for the PIN if one loosens a rule', async () => {
    await open();
    const milder: Policy = {
      ...family,
      children: family.children.map((child) => ({
        ...child,
        filter: { ...child.filter, unknown: 'allow' },
      })),
    };
    await load(JSON.stringify(milder));
    expect(page.text()).toContain('Look at the changes below and save them.');
    expect(page.text()).toContain('went from “ask first” to “open”');
    expect(page.household.policy()).toEqual(family);
    await page.press('Save');
    await answerPin();
    expect(page.household.policy()).toEqual(milder);
  });

  test.each([
    ['{"schema": "saathi-policy/1", "language": "en",}', 'Not JSON'],
    ['{"schema": "saathi-policy/2"}', 'newer Saathi (saathi-policy/2)'],
    [JSON.stringify({ ...family, activeChild: 'nobody' }), 'no child has the id "nobody"'],
    [JSON.stringify({ ...family, timeZone: 'Mars/Base' }), 'unknown time zone "Mars/Base"'],
    [
      JSON.stringify({ ...family, children: [{ ...family.children[0], ageBand: '7' }] }),
      'children.0.ageBand',
    ],
  ])('that does not parse names path and reason, and changes nothing: %s', async (words, named) => {
    await open();
    await load(words);
    expect(page.text()).toContain('This file was not taken. Nothing has changed.');
    expect(page.text()).toContain(named);
    expect(page.household.policy()).toEqual(family);
    expect(page.text()).not.toContain('not saved yet');
    expect(await page.violations()).toEqual([]);
  });

  test('with a byte order mark is read; one that is far too large is not even opened', async () => {
    await open();
    expect(await readPolicyFile(file(`\uFEFF${JSON.stringify(family)}`))).toEqual({
      ok: true,
      value: family,
    });
    const huge = {
      size: 5_000_000,
      text: () => Promise.reject(new Error('opened')),
    };
    expect((await readPolicyFile(huge)).ok).toBe(false);
  });

  test('of a school can be saved, not loaded', async () => {
    await open({ source: 'managed' });
    expect(page.button('Save as a file').disabled).toBe(false);
    expect(page.has('input[type="file"]')).toBe(false);
  });
});
