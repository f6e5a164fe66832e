// What we show inside a web page stands in a closed shadow root, where no selector reaches: the debugger's tree does.
import { expect, type CDPSession, type Page } from '@playwright/test';

type Node = {
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
};

export class WarningDialog {
  readonly page: Page;
  readonly #kind: string;

  constructor(page: Page, kind: 'warning' | 'notice' | 'closing' | 'card' = 'warning') {
    this.page = page;
    this.#kind = kind;
  }

  async isShown(): Promise<void> {
    // What is read first, and read again later, comes seconds after the page.
    await expect(this.page.locator(`[data-saathi="${this.#kind}"]`)).toBeAttached({
      timeout: 40_000,
    });
    await expect.poll(() => this.text(), { timeout: 10_000 }).not.toBe('');
  }

  async isGone(): Promise<void> {
    await expect(this.page.locator(`[data-saathi="${this.#kind}"]`)).toHaveCount(0);
  }

  /** All the words in it, the way a person would read them. */
  async text(): Promise<string> {
    return this.#withTree(async (_, host) => (host === null ? '' : textOf(host)));
  }

  /** Presses the button with these words by a real click of the mouse: pages can not fake one, and neither does this. */
  async presses(label: string): Promise<void> {
    const place = await this.#withTree(async (cdp, host) => {
      const button =
        host === null
          ? null
          : find(host, (node) => node.nodeName === 'BUTTON' && textOf(node).includes(label));
      if (button === null) throw new Error(`No button says "${label}"`);
      const { quads } = await cdp.send('DOM.getContentQuads', {
        backendNodeId: button.backendNodeId,
      });
      const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
      return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
    });
    await this.page.mouse.click(place.x, place.y);
  }

  async #withTree<T>(use: (cdp: CDPSession, host: Node | null) => Promise<T>): Promise<T> {
    const cdp = await this.page.context().newCDPSession(this.page);
    try {
      const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
      return await use(
        cdp,
        find(root, (node) => attribute(node, 'data-saathi') === this.#kind),
      );
    } finally {
      await cdp.detach();
    }
  }
}

function find(node: Node, is: (node: Node) => boolean): Node | null {
  if (is(node)) return node;
  for (const child of below(node)) {
    const found = find(child, is);
    if (found !== null) return found;
  }
  return null;
}

const below = (node: Node): readonly Node[] => [
  ...(node.shadowRoots ?? []),
  ...(node.children ?? []),
];

function textOf(node: Node): string {
  if (node.nodeName === 'STYLE') return '';
  if (node.nodeName === '#text') return node.nodeValue;
  return below(node)
    .map(textOf)
    .filter((words) => words.trim() !== '')
    .join(' ')
    .trim();
}

function attribute(
  node: Node & { readonly attributes?: readonly string[] },
  name: string,
): string | null {
  const at = node.attributes?.findIndex((part, index) => index % 2 === 0 && part === name) ?? -1;
  return at < 0 ? null : (node.attributes?.[at + 1] ?? null);
}
