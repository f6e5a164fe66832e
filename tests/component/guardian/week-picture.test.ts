import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';

import type { Policy } from '@/rules/policy/schema.ts';
import { aFamily } from '@/tests/support/page-replies.ts';
import { openTimePage, plain, type TimePage } from '@/tests/support/time-page.ts';

let page: TimePage;
afterEach(() => page.close());

const family = aFamily('9-12');
const open = async (policy: Policy, options: Parameters<typeof openTimePage>[1] = {}) => {
  page = await openTimePage(policy, options);
};

describe('the week that is drawn', () => {
  test('closes a quarter of an hour with Space and goes on with Shift and an arrow', async () => {
    await open(family);
    await page.openPicture();
    expect(page.hereWords()).toBe('Monday, 9:00 PM to 9:15 PM, closed');
    for (const _ of Array.from({ length: 8 })) await page.key('PageUp');
    expect(page.hereWords()).toBe('Monday, 1:00 PM to 1:15 PM, open');
    await page.key(' ');
    await page.key('ArrowRight', { shiftKey: true });
    expect(plain(page.root.querySelector('.draw [role="status"]')?.textContent)).toBe(
      'Monday: closed 12:00 AM to 7:00 AM, 1:00 PM to 1:30 PM, and 9:00 PM to 12:00 AM.',
    );
    await page.press('Save');
    expect(page.child().quietTimes).toContainEqual({
      id: expect.stringMatching(/^quiet-/) as string,
      days: ['mon'],
      from: '13:00',
      to: '13:30',
    });
    expect(page.child().quietTimes).toContainEqual(family.children[0]?.quietTimes[0]);
  });

  test('is drawn with a pointer along the days, and opens what was closed', async () => {
    await open(family);
    await page.openPicture();
    const target = { current: page.cell(2, 84) };
    document.elementFromPoint = () => target.current;
    const grid = page.root.querySelector<HTMLElement>('.draw-grid');
    if (grid === null) throw new Error('no grid');
    grid.setPointerCapture = () => undefined;
    const point = (type: string, on: Element) =>
      page.settle(() => {
        on.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, pointerId: 1 }));
      });
    await point('pointerdown', page.cell(0, 88));
    target.current = page.cell(1, 95);
    await point('pointermove', grid);
    expect(page.cell(1, 95).getAttribute('aria-selected')).toBe('false');
    await point('pointerup', grid);
    await page.saveWithPin();
    const late = page.child().quietTimes.filter(({ days }) => days.includes('tue'));
    expect(late.map(({ from, to }) => `${from}-${to}`).toSorted()).toEqual([
      '00:00-07:00',
      '21:00-22:00',
    ]);
  });

  test('moves the other way where the reader’s line does', async () => {
    await open(family, { language: 'ur' });
    await page.openPicture();
    const before = page.hereAt();
    await page.key('ArrowLeft');
    expect(before).toBe('0-84');
    expect(page.hereAt()).toBe('0-85');
  });

  test('is a grid that a screen reader can walk through', async () => {
    await open(family);
    await page.openPicture();
    const picture = page.root.querySelector('.draw');
    if (picture === null) throw new Error('no picture');
    const { violations } = await axe.run(picture, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(picture.querySelectorAll('[role="gridcell"]')).toHaveLength(7 * 96);
    expect(picture.querySelectorAll('[role="gridcell"][tabindex="0"]')).toHaveLength(1);
  });

  test('copies one day to the others', async () => {
    await open(family);
    await page.openPicture();
    await page.key('ArrowDown');
    for (const _ of Array.from({ length: 3 })) await page.key('PageUp');
    await page.key(' ');
    await page.press('Every day like Tuesday');
    await page.press('Save');
    expect(page.child().quietTimes).toContainEqual(
      expect.objectContaining({
        from: '18:00',
        to: '18:15',
        days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      }),
    );
  });

  test('says when a time is finer than a quarter of an hour', async () => {
    await open({
      ...family,
      children: family.children.map((each) => ({
        ...each,
        quietTimes: [{ id: 'odd', days: ['mon' as const], from: '20:10', to: '21:00' }],
      })),
    });
    await page.openPicture();
    expect(page.text()).toContain('Some times are not on a quarter of an hour.');
  });

  test('of a school is looked at and not drawn on', async () => {
    await open(family, { source: 'managed' });
    await page.openPicture();
    await page.key('PageUp');
    await page.key(' ');
    expect(page.hereWords()).toContain('open');
    expect(page.text()).not.toContain('not saved yet');
  });
});
