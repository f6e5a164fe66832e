// axe sees no closed shadow root: what is inside it is copied out as it stands, and looked at in the open.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { ageBands, languages } from '../../../rules/policy/schema.ts';
import { root } from '../../../scripts/commands.ts';
import { order } from '../../support/page-stub/desk.ts';
import { aNotice, aWarning } from '../../support/page-stub/words.ts';
import { fitsNarrowScreen, passesAxe } from '../support/accessibility.ts';
import { press } from './seen.ts';
import { expect, type Stage, test } from './stage.ts';

type Described = {
  readonly backendNodeId: number;
  readonly attributes?: string[];
  readonly children?: Described[];
  readonly shadowRoots?: Described[];
};

const css = readFileSync(join(root, 'entrypoints/cover-parts/look.css'), 'utf8');

/** A page of its own with the insides of our host, dialog open. */
async function inTheOpen(stage: Stage, page: Page): Promise<Page> {
  const cdp = await page.context().newCDPSession(page);
  const { root: tree } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const inside = hostIn(tree)?.shadowRoots?.[0]?.children?.[0];
  const { outerHTML } = await cdp.send('DOM.getOuterHTML', {
    backendNodeId: inside?.backendNodeId ?? 0,
  });
  const copy = await stage.context.newPage();
  await copy.setContent(
    `<!doctype html><html lang="en"><title>Copy</title><style>${css}</style><body style="margin:0"><main><h1>Page</h1></main>${outerHTML.replace(' open=""', '')}`,
  );
  await copy.evaluate(() => {
    document.querySelector('dialog')?.showModal();
    document.querySelector<HTMLElement>('[popover]')?.showPopover();
  });
  return copy;
}

const hostIn = (node: Described): Described | undefined =>
  node.attributes?.includes('data-saathi') === true
    ? node
    : node.children?.map(hostIn).find((found) => found !== undefined);

for (const language of languages) {
  for (const band of ageBands) {
    test(`axe finds nothing in the warning, its help and the notice (${language}, ${band})`, async ({
      stage,
    }) => {
      const warning = aWarning({ language, band }, 'warningLookalike');
      stage.desk.answer = () => order({ kind: 'warning', warning });
      const page = await stage.open('/plain');
      await stage.isWarned(page);
      await looksRight(stage, page);
      await stage.readable(page);
      await press(page, warning.help);
      await looksRight(stage, page);

      stage.desk.answer = () => order({ kind: 'notice', notice: aNotice({ language, band }) });
      const other = await stage.open('/plain');
      await expect(other.locator('[data-saathi="notice"]')).toBeAttached();
      await looksRight(stage, other);
    });
  }
}

async function looksRight(stage: Stage, page: Page): Promise<void> {
  const copy = await inTheOpen(stage, page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await copy.emulateMedia({ colorScheme });
    await passesAxe(copy);
  }
  await fitsNarrowScreen(copy);
  await copy.close();
}
