// Pictures of our own pages for people to look at: every language, light and dark. Written to demo-output/.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { root } from '../../../scripts/commands.ts';

const folder = join(root, 'demo-output');

/** `name` may have a folder before it: "blocked/en-5-8". */
export async function takeScreenshot(page: Page, name: string): Promise<string> {
  const path = join(folder, `${name}.png`);
  mkdirSync(join(path, '..'), { recursive: true });
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
  return path;
}

/** The same page in light and dark. */
export async function takeBothThemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await takeScreenshot(page, `${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: null });
}
