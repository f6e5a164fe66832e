import { afterEach, describe, expect, test } from 'vitest';

import type { PackFacts, PackImported, PackProblem } from '@/rules/messages/report-replies.ts';
import { mostPackLength } from '@/rules/packs/limits.ts';

import { aPackEdition } from '../../support/household.ts';
import { openOptionsPage, type Opened } from '../../support/options-page.tsx';
import { aFamily } from '../../support/page-replies.ts';

const open = (facts: Partial<PackFacts> = {}, imported?: PackImported, language?: 'en' | 'ur') =>
  openOptionsPage({
    policy: aFamily('9-12'),
    section: 'settings',
    ...(language !== undefined && { language }),
    replies: {
      'packs.read': { ...aPackEdition, ...facts },
      ...(imported !== undefined && {
        // A value of its own with an `ok`: wrapped, or it would pass for the answer itself.
        'packs.import': () => ({ ok: true, value: imported }),
      }),
    },
  });
const loads = async (page: Opened, words: string) => {
  const input = page.labelled('Load a newer edition from a file');
  const file = new File([words], 'PK.json', { type: 'application/json' });
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await page.settle(() => input.dispatchEvent(new Event('change', { bubbles: true })));
};
const askedFor = (page: Opened) =>
  page.platform.asked.filter(({ name }) => name === 'packs.import');

let page: Opened;
afterEach(() => page.close());

describe('the country pack on the guardian’s page', () => {
  test('says which edition is in use, from when, until when and where from', async () => {
    page = await open();
    const words = page.text();
    expect(words).toContain('Pakistan: edition 3, from November 20, 2026.');
    expect(words).toContain('Good until December 25, 2027. It came with Saathi.');
    expect(words).toContain('It names no desk that takes reports by itself.');
  });

  test('names the desk that takes reports, and an edition that was fetched', async () => {
    page = await open({ deskName: 'PKCERT', from: 'web' });
    expect(page.text()).toContain('It names a desk that takes reports by itself: PKCERT.');
    expect(page.text()).toContain('It was fetched from the office that publishes it.');
  });

  test('warns when the edition has ended', async () => {
    page = await open({ isExpired: true });
    expect(page.text()).toContain('This edition ended on December 25, 2027.');
    expect(page.text()).not.toContain('Good until');
  });

  test('a family in a country without a pack reads that it is the one for any country', async () => {
    page = await open({ country: 'ZZ' });
    expect(page.text()).toContain('Any country: edition 3');
  });

  test('a newer edition is handed on as it is, and said to be in use', async () => {
    page = await open({}, { ok: true, pack: { ...aPackEdition, version: 4, from: 'file' } });
    await loads(page, '{"schema":"saathi-signed-pack/1"}');
    expect(askedFor(page)).toEqual([
      { name: 'packs.import', body: { file: '{"schema":"saathi-signed-pack/1"}' } },
    ]);
    expect(page.text()).toContain('Edition 4 is in use now.');
  });

  const problems: readonly PackProblem[] = [
    'not-a-pack',
    'not-signed',
    'unknown-key',
    'wrong-signature',
    'other-country',
    'not-newer',
    'expired',
    'unsound',
  ];
  test.each(problems)('a file that is refused as %s says so in words', async (problem) => {
    page = await open({}, { ok: false, problem, detail: 'pk-one: the number' });
    await loads(page, 'x');
    expect(page.text()).toContain('This file was not taken.');
    expect(page.text()).toContain('pk-one: the number');
    expect(page.text()).not.toContain('packProblem');
  });

  test('a file that is too large is not handed on', async () => {
    page = await open();
    await loads(page, 'x'.repeat(mostPackLength + 1));
    expect(askedFor(page)).toEqual([]);
    expect(page.text()).toContain('It is too large for a country pack.');
  });

  test.each(['en', 'ur'] as const)('has no accessibility violation in %s', async (language) => {
    page = await open({}, undefined, language);
    expect(await page.violations()).toEqual([]);
  });
});
