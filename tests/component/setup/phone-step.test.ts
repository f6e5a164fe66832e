import { afterEach, expect, test } from 'vitest';

import { aSigner } from '@/tests/support/codes-replies.ts';
import { openOptionsPage, type Opened } from '@/tests/support/options-page.tsx';

let page: Opened;
afterEach(() => page.close());

async function goToPhone(): Promise<void> {
  await page.press('Next');
  await page.type('Child', 'Zara');
  await page.choose('9 to 12');
  await page.press('Next');
  await page.press('Next');
  await page.type('PIN or passphrase', 'blue-kite-7');
  await page.type('The same once more', 'blue-kite-7');
  await page.choose('I have printed this code');
  await page.press('Turn Saathi on');
}

test('pairs a phone on the way: its secret is shown once, and counts when the phone proves it', async () => {
  const phone = { id: 'p1', name: 'My phone', pairedAt: 1, lastUsedAt: null };
  page = await openOptionsPage({
    replies: {
      'phone.pair': ({ code }) =>
        code === '123456' ? { kind: 'paired', phone } : { kind: 'refused', why: 'wrong' },
    },
  });
  await goToPhone();
  await page.press('Add a phone');
  expect(page.root.querySelector('svg.qr')?.getAttribute('aria-label')).toContain('QR code');
  expect(await page.violations()).toEqual([]);
  await page.type('Now type the six digits that the app shows', '111111');
  await page.press('Check and finish');
  expect(page.text()).toContain('The phone shows another code.');
  await page.type('Now type the six digits that the app shows', '123456');
  await page.press('Check and finish');
  const sent = page.platform.asked.filter(({ name }) => name === 'phone.pair').at(-1)?.body;
  const { secret } = sent as { secret: string };
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(page.text()).toContain('My phone can answer now.');
  expect(page.root.innerHTML).not.toContain(secret.slice(0, 4));
  await page.press('Next');
  expect(page.text()).toContain('Step 5 of 5');
});

test('a browser that only answers needs no set-up: its key is made here, and shown to be carried', async () => {
  page = await openOptionsPage({
    section: 'answer',
    replies: {
      'signer.read': { publicKey: null, children: [] },
      'signer.make': aSigner({ children: [] }),
    },
  });
  expect(page.heading()).toBe('Answer from this browser');
  await page.press('Use this browser to answer');
  await page.press('Make the key of this browser');
  expect(page.text()).toContain('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo');
  expect(await page.violations()).toEqual([]);
  await page.goTo('');
  expect(page.text()).toContain('Step 1 of 5');
});
