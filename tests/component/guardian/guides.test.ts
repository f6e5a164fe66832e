import { describe, expect, test } from 'vitest';

import { openOptionsPage } from '../../support/options-page.tsx';
import { aFamily } from '../../support/page-replies.ts';
import { packFromFiles } from '../../support/texts.ts';

describe('what to do, for parents and teachers', () => {
  test('is read without a PIN, and asks nothing of the background', async () => {
    const page = await openOptionsPage({ policy: aFamily('9-12'), section: 'guides' });
    const asked = page.platform.asked.length;
    expect(page.heading()).toBe('What to do');
    await page.press('Threats with a picture');
    expect(page.text()).toContain('Do not ask to see the picture');
    expect(page.platform.asked.slice(asked).filter(({ name }) => name !== 'requests.read')).toEqual(
      [],
    );
    page.close();
  });

  test('differs for a teacher', async () => {
    const page = await openOptionsPage({ policy: aFamily('9-12'), section: 'guides' });
    await page.choose('A teacher');
    await page.press('Threats with a picture');
    expect(page.text()).toContain('Never look at, save, print or forward the picture');
    await page.press('All topics');
    expect(document.activeElement).toBe(page.button('Threats with a picture'));
    page.close();
  });

  test('has the helplines of the country and the number for danger on every page', async () => {
    const page = await openOptionsPage({
      policy: aFamily('9-12'),
      section: 'guides',
      services: { pack: packFromFiles },
    });
    await page.press('Sad thoughts and self-harm');
    const links = [...page.root.querySelectorAll('.guide-sheet a')].map((a) =>
      a.getAttribute('href'),
    );
    expect(links[0]).toMatch(/^tel:/);
    expect(links.length).toBeGreaterThan(1);
    page.close();
  });

  test('says that nothing of the child’s own reading is kept or shown', async () => {
    const page = await openOptionsPage({ policy: aFamily('9-12'), section: 'guides' });
    expect(page.text()).toContain('is not recorded and not shown to anyone, you included');
    page.close();
  });

  test.each(['en', 'ur'] as const)('has no accessibility violation in %s', async (language) => {
    const page = await openOptionsPage({ policy: aFamily('9-12'), section: 'guides', language });
    expect(await page.violations()).toEqual([]);
    await page.settle(() =>
      page.root.querySelector<HTMLButtonElement>('.guide-topics button')?.click(),
    );
    expect(page.has('.guide-steps')).toBe(true);
    expect(await page.violations()).toEqual([]);
    page.close();
  });
});
