import type { ComponentChildren } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';

import { mount } from '../support/mount.tsx';
import { aReport } from '../support/page-replies.ts';
import { sentIn } from '../support/reported.tsx';

const { opened } = vi.hoisted(() => ({ opened: [] as ComponentChildren[] }));
vi.mock('@/entrypoints/platform/open-page.tsx', () => ({
  openPage: (_: unknown, page: ComponentChildren) => opened.push(page),
}));
afterEach(() => {
  location.hash = '';
});

test('an address with a report behind it, as a bookmark may keep it, shows no report', async () => {
  location.hash = '#report-1';
  await import('@/entrypoints/report/main.tsx');
  const report = aReport({ state: 'waiting', undoUntil: null });
  const page = await mount(opened[0], {
    replies: { 'reports.read': { reports: [report] }, 'report.read': report },
  });
  expect(page.words()).toContain('My reports on this device');
  expect(page.words()).not.toContain('It is on its way.');
  expect(sentIn(page, 'report.read')).toEqual([]);
});
