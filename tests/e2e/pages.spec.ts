// What every page must bear: axe with no violation, 320 px, text at 200 %, the keyboard, both directions of writing.
import type { Page } from '@playwright/test';

import { ageBands, languages } from '../../rules/policy/schema.ts';
import type { Saathi } from './fixtures/saathi.ts';
import { expect, test } from './fixtures/test.ts';
import { fitsDoubleText, fitsNarrowScreen, passesAxe, tabStops } from './support/accessibility.ts';
import { aPolicy } from './support/policy.ts';

const places = {
  blocked: (saathi: Saathi) => closed(saathi, 'http://game.test/'),
  'time-up': (saathi: Saathi) => closed(saathi, 'http://video.test/'),
  popup: (saathi: Saathi) => saathi.openOwn('popup'),
  mine: (saathi: Saathi) => saathi.openOwn('mine'),
  report: (saathi: Saathi) => saathi.openOwn('report'),
  'guardian: today': (saathi: Saathi) => section(saathi, 'today'),
  'guardian: requests': (saathi: Saathi) => section(saathi, 'requests'),
  'guardian: rules': (saathi: Saathi) => section(saathi, 'rules'),
  'guardian: children': (saathi: Saathi) => section(saathi, 'children'),
  'guardian: journal': (saathi: Saathi) => section(saathi, 'journal'),
  'guardian: settings': (saathi: Saathi) => section(saathi, 'settings'),
} as const satisfies Record<string, (saathi: Saathi) => Promise<Page>>;

/** A site that has to go may be there first, with headings of its own. */
async function closed(saathi: Saathi, url: string): Promise<Page> {
  const page = await saathi.open(url);
  await expect(page.locator('[data-saathi="blocked"], [data-saathi="time-up"]')).toBeVisible();
  return page;
}

async function section(saathi: Saathi, name: string): Promise<Page> {
  const page = await saathi.openOwn('options');
  await page.goto(`${saathi.address('options')}#${name}`);
  return page;
}

for (const language of languages) {
  for (const band of ageBands) {
    // The guardian's pages do not change with the band: they are looked at once a language.
    const names = (Object.keys(places) as (keyof typeof places)[]).filter(
      (name) => band === '9-12' || !name.startsWith('guardian'),
    );
    test(`every page for ${band} in ${language}`, async ({ saathi }) => {
      test.setTimeout(240_000);
      await saathi.setUp(
        aPolicy().in(language).forBand(band).blocking('game.test').withQuota('category:video', 1),
      );
      await saathi.leaveSeconds({ scope: 'category:video', limitMinutes: 1 }, 0);
      await saathi.ask(
        'request.ask',
        { url: 'http://game.test/', why: 'friend', words: 'please' },
        'blocked',
      );
      for (const name of names) {
        const page = await places[name](saathi);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute(
          'dir',
          language === 'ur' ? 'rtl' : 'ltr',
        );
        await test.step(`${name}: axe`, () => passesAxe(page));
        await test.step(`${name}: 320 px`, () => fitsNarrowScreen(page));
        await test.step(`${name}: 200 %`, () => fitsDoubleText(page));
        await test.step(`${name}: keyboard`, async () => {
          expect((await tabStops(page)).length).toBeGreaterThan(1);
        });
        await page.close();
      }
    });
  }
}
