import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';

import { HelpButton } from '@/components/help/HelpButton.tsx';
import { HelpPanel } from '@/components/help/HelpPanel.tsx';

import { expectAccessible, mount } from '../support/mount.tsx';
import { aState } from '../support/page-replies.ts';

const links = (root: HTMLElement) =>
  [...root.querySelectorAll('a')].map((link) => link.getAttribute('href'));
const escape = () =>
  act(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });

describe('help', () => {
  test('says the number for danger before anything else, then the country’s child helpline', async () => {
    const page = await mount(<HelpPanel />);
    expect(page.root.querySelector('[data-saathi="help"]')).not.toBeNull();
    expect(links(page.root).slice(0, 2)).toEqual(['tel:15', 'tel:1098']);
  });

  test('asks the background for nothing about help', async () => {
    const page = await mount(<HelpPanel />);
    expect(page.platform.asked.map(({ name }) => name)).toEqual(['state.read']);
  });

  test('works when the background does not answer, in the language and country last known', async () => {
    const page = await mount(<HelpPanel />, {
      language: 'ur',
      replies: { 'state.read': () => ({ ok: false, failure: 'broken' }) },
    });
    expect(document.documentElement.lang).toBe('ur');
    expect(links(page.root).slice(0, 2)).toEqual(['tel:15', 'tel:1098']);
  });

  test('knows help for a country without a pack of its own', async () => {
    const page = await mount(<HelpPanel />, {
      replies: { 'state.read': aState('9-12', { country: 'ZZ' }) },
    });
    expect(page.words()).toContain('We know of no helpline in your country yet.');
    expect(links(page.root).some((href) => href?.startsWith('https://'))).toBe(true);
  });

  test('opens over the page and closes without a trace', async () => {
    const before = history.length;
    const page = await mount(<HelpButton />);
    await page.press('Help');
    expect(page.root.querySelector('dialog [data-saathi="help"]')).not.toBeNull();
    await page.press('Close');
    expect(page.root.querySelector('[data-saathi="help"]')).toBeNull();
    expect(history.length).toBe(before);
  });

  test('a link to the web tells the site nothing of where it was pressed', async () => {
    const page = await mount(<HelpPanel />);
    const outside = [...page.root.querySelectorAll('a')].filter((link) =>
      /^https?:/.test(link.href),
    );
    expect(outside.length).toBeGreaterThan(0);
    for (const link of outside) expect(link.rel).toContain('noreferrer');
  });
});

describe('leaving fast', () => {
  test('takes one press', async () => {
    const page = await mount(<HelpPanel />);
    await page.press('Leave this page quickly');
    expect(page.platform.done).toEqual(['leave']);
  });

  test('takes Escape twice, not once', async () => {
    const page = await mount(<HelpPanel />);
    await escape();
    expect(page.platform.done).toEqual([]);
    await escape();
    expect(page.platform.done).toEqual(['leave']);
  });

  test('two slow Escapes do nothing', async () => {
    let now = 0;
    const page = await mount(<HelpPanel />, { services: { now: () => now } });
    await escape();
    now += 5000;
    await escape();
    expect(page.platform.done).toEqual([]);
  });
});

test.each(['5-8', '9-12', '13-15', '16-17'] as const)(
  'help for %s has no accessibility violation',
  async (band) => {
    const page = await mount(<HelpPanel />, { band });
    await expectAccessible(page.root);
  },
);
