// The signed country pack in a real browser: which edition is in use, and what a file must be to take its place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../../scripts/commands.ts';
import { expect, test } from './fixtures/test.ts';
import { fitsNarrowScreen, passesAxe } from './support/accessibility.ts';
import { aPolicy } from './support/policy.ts';
import { wordsOf } from './support/words.ts';

const words = wordsOf({ language: 'en', band: null });
const shipped = readFileSync(join(root, 'public/packs/PK.json'), 'utf8');

test('a guardian sees the edition in use; a file that is older, or that was changed, is refused with the reason', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const page = await saathi.context.newPage();
  await page.goto(`${saathi.address('options')}#settings`);
  const card = page.getByRole('region', { name: words('packHeading') });
  const { version } = (JSON.parse(shipped) as { pack: { version: number } }).pack;
  await expect(card).toContainText(`edition ${version}, from`);
  await expect(card).toContainText(words('packFrom-package'));
  const loads = (text: string) =>
    page
      .getByLabel(words('packImport'))
      .setInputFiles({ name: 'PK.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  // Its signature fits, or the number would not be looked at.
  await loads(shipped);
  await expect(card.getByRole('status')).toContainText(words('packProblem-not-newer'));
  await loads(shipped.replace('"version": ', '"version": 9'));
  await expect(card.getByRole('status')).toContainText(words('packProblem-wrong-signature'));
  await loads(shipped.replaceAll('saathi-2026', 'somebody-else'));
  await expect(card.getByRole('status')).toContainText(words('packProblem-unknown-key'));
  await loads('<!doctype html>');
  await expect(card.getByRole('status')).toContainText(words('packProblem-not-a-pack'));
  await expect(card).toContainText(`edition ${version}, from`);
  await passesAxe(page);
  await fitsNarrowScreen(page);
});
