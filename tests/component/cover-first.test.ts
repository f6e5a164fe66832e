import { afterEach, expect, test, vi } from 'vitest';

import { joinPage } from '@/entrypoints/cover-parts/join-page.ts';
import { startOnce } from '@/entrypoints/page-parts/start.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** As in Firefox: what was put into a tab's empty document can arrive in the one that just took its place. */
test('a page whose cover came before its own script says hello all the same, and only once', () => {
  const sendMessage = vi.fn(async () => ({
    ok: true,
    value: { show: { kind: 'nothing' }, againInMs: null },
  }));
  vi.stubGlobal('chrome', {
    runtime: { id: 'saathi', sendMessage, onMessage: { addListener: vi.fn() } },
  });
  vi.spyOn(Object.getPrototypeOf(document) as Document, 'readyState', 'get').mockReturnValue(
    'loading',
  );

  joinPage();
  startOnce();
  startOnce();

  expect(sendMessage).toHaveBeenCalledTimes(1);
  expect(sendMessage).toHaveBeenCalledWith({
    name: 'page.hello',
    body: { why: 'start', labels: [] },
  });
});
