// What every page must bear: axe, the keyboard, a narrow screen and large text.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No violation of any axe rule, best practices included. axe sees no closed shadow root: the warning is checked as a component. */
export async function passesAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
  );
  expect(told).toEqual([]);
}

/** WCAG 1.4.10: 320 CSS px wide, nothing to scroll sideways. */
export async function fitsNarrowScreen(page: Page): Promise<void> {
  await withWidth(page, 320, () => staysInside(page));
}

/** WCAG 1.4.4: text at 200 %, as a browser's zoom makes it: the same screen, half as many CSS px. */
export async function fitsDoubleText(page: Page): Promise<void> {
  await withWidth(page, 640, async () => {
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await staysInside(page);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '';
    });
  });
}

async function withWidth(page: Page, width: number, look: () => Promise<void>): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width, height: 720 });
  await look();
  await page.setViewportSize(before);
}

async function staysInside(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overflow, 'pixels to scroll sideways').toBeLessThanOrEqual(0);
}

/**
 * Walks the page by Tab alone, from the top, and answers the accessible names met in order until the first comes again.
 * Fails where focus can not be seen.
 */
export async function tabStops(page: Page, most = 60): Promise<string[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const names: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeFocus);
    if (stop === null || (names.length > 1 && stop.name === names[0])) break;
    expect(stop.isSeen, `focus can be seen on "${stop.name}"`).toBe(true);
    names.push(stop.name);
  }
  return names;
}

function describeFocus(): { name: string; isSeen: boolean } | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  const look = (element: Element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  const around = [focused, focused.parentElement, ...(focused.parentElement?.children ?? [])];
  const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : [];
  const name =
    focused.getAttribute('aria-label') ?? labels.map((label) => label.textContent).join(' ') ?? '';
  return {
    name: (name !== '' ? name : focused.textContent).trim() || focused.tagName,
    isSeen: around.some((element) => element !== null && look(element)),
  };
}
