// A browser whose policy switches WebAssembly off: Argon2id can not run, and nothing weaker takes its place.
import { afterEach, describe, expect, test } from 'vitest';

import { openOptionsPage, type Opened } from '@/tests/support/options-page.tsx';
import { aFamily } from '@/tests/support/page-replies.ts';

let page: Opened;
afterEach(() => page.close());

const noWasm = {
  derive: () => Promise.reject(new Error('WebAssembly.compile(): disallowed by embedder')),
};
const words = 'This browser does not let Saathi check a PIN';
const sent = (name: string) => page.platform.asked.filter((asked) => asked.name === name);

describe('BYP-166 without WebAssembly', () => {
  test('the question for the PIN says so, stays usable and sends nothing', async () => {
    page = await openOptionsPage({ policy: aFamily('9-12'), section: 'rules', services: noWasm });
    await page.select('Scams', 'allow');
    await page.press('Save');
    await page.type('Grown-up PIN', 'blue-kite-7');
    await page.settle(() => {
      page.root.querySelector('dialog form')?.dispatchEvent(new Event('submit'));
    });
    expect(page.text()).toContain(words);
    expect(page.root.querySelector('dialog [aria-busy="true"]')).toBeNull();
    expect(sent('guardian.unlock')).toEqual([]);
    expect(await page.violations()).toEqual([]);
  });

  test('set-up says so and is not finished with a weaker secret', async () => {
    page = await openOptionsPage({ services: noWasm });
    await page.press('Next');
    await page.type('Child', 'Zara');
    await page.choose('9 to 12');
    await page.press('Next');
    await page.press('Next');
    await page.choose('I have printed this code');
    await page.type('PIN or passphrase', 'blue-kite-7');
    await page.type('The same once more', 'blue-kite-7');
    await page.press('Turn Saathi on');
    expect(page.text()).toContain(words);
    expect(page.button('Turn Saathi on').getAttribute('aria-busy')).toBeNull();
    expect(sent('setup.finish')).toEqual([]);
    expect(await page.violations()).toEqual([]);
  });
});
