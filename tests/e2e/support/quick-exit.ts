// Escape pressed twice, as a child leaves a page of help or of a report at once.
import type { Page } from '@playwright/test';

/** The page may be gone before the second key comes up again: that is what it is for, and no failure. */
export async function leavesAtOnce(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape').catch((problem: unknown) => {
    if (!/has been closed/.test(String(problem))) throw problem;
  });
}
