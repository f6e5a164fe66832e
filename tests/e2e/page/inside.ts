// axe sees no closed shadow root: what is inside it is copied out as it stands, and looked at in the open.
import type { Page } from '@playwright/test';

import type { Stage } from './stage.ts';

type Described = {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly attributes?: string[];
  readonly children?: Described[];
  readonly shadowRoots?: Described[];
};

/** A page of its own with the insides of our host, in the style it has there. */
export async function copyOf(stage: Stage, page: Page, css: string): Promise<Page> {
  const cdp = await page.context().newCDPSession(page);
  const { root: tree } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const inside = hostIn(tree)?.shadowRoots?.[0]?.children?.find(
    ({ nodeName }) => nodeName !== 'STYLE',
  );
  const { outerHTML } = await cdp.send('DOM.getOuterHTML', {
    backendNodeId: inside?.backendNodeId ?? 0,
  });
  await cdp.detach();
  const copy = await stage.context.newPage();
  await copy.setContent(
    `<!doctype html><html lang="en"><title>Copy</title><style>${css}</style><body style="margin:0"><main><h1>Page</h1></main>${outerHTML}`,
  );
  await copy.evaluate(() => {
    document.querySelector<HTMLElement>('[popover]')?.removeAttribute('style');
    document.querySelector<HTMLElement>('[popover]')?.showPopover();
  });
  return copy;
}

const hostIn = (node: Described): Described | undefined =>
  node.attributes?.includes('data-saathi') === true
    ? node
    : node.children?.map(hostIn).find((found) => found !== undefined);
