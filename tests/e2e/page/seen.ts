// What assistive technology finds in a page: it looks into a closed shadow root, which no selector can.
import { type CDPSession, expect, type Page } from '@playwright/test';

export type Seen = { readonly role: string; readonly name: string; readonly node: number };

export async function seenIn(page: Page): Promise<readonly Seen[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, backendDOMNodeId }) => ({
        role: String(role?.value ?? ''),
        name: String(name?.value ?? ''),
        node: backendDOMNodeId ?? 0,
      }));
  } finally {
    await cdp.detach();
  }
}

export async function wordsSeen(page: Page): Promise<string> {
  return (await seenIn(page))
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join('\n');
}

/** A real click in the middle of the button of that name. */
export async function press(page: Page, name: string): Promise<void> {
  const { x, y } = await middleOf(page, name);
  await page.mouse.click(x, y);
}

async function middleOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const button = (await seenIn(page)).find(
    (seen) => (seen.role === 'button' || seen.role === 'link') && seen.name === name,
  );
  if (button === undefined) throw new Error(`No button "${name}" in ${await wordsSeen(page)}`);
  const cdp = await page.context().newCDPSession(page);
  const box = await boxOf(cdp, button.node);
  await cdp.detach();
  return { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 };
}

export type SeenBox = { left: number; top: number; right: number; bottom: number };

/** Where something of ours stands in the view: the card itself is a region. What is just being put anew is waited for. */
export async function boxSeen(page: Page, isIt: (seen: Seen) => boolean): Promise<SeenBox> {
  let box: SeenBox | null = null;
  await expect(async () => {
    const found = (await seenIn(page)).find(isIt);
    const cdp = await page.context().newCDPSession(page);
    const [left, top, right, bottom] = await boxOf(cdp, found?.node ?? 0);
    await cdp.detach();
    box = { left, top, right, bottom };
  }).toPass({ timeout: 10_000 });
  if (box === null) throw new Error('nothing of that kind is seen');
  return box;
}
export const cardBox = (page: Page): Promise<SeenBox> =>
  boxSeen(page, ({ role }) => role === 'region');

async function boxOf(cdp: CDPSession, node: number): Promise<[number, number, number, number]> {
  const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: node });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  return [left, top, right, bottom];
}

/** What has the focus, as assistive technology would say it. */
export async function focused(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await cdp.detach();
  const found = nodes.findLast(({ properties }) =>
    properties?.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  return String(found?.name?.value ?? '');
}
