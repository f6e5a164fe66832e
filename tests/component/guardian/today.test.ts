import { afterEach, expect, test } from 'vitest';

import { openOptionsPage, type Opened } from '@/tests/support/options-page.tsx';
import { aFamily, noon } from '@/tests/support/page-replies.ts';

let page: Opened;
afterEach(() => page.close());

test.each([
  [35, { kind: 'quota', quotaId: 'all', scope: 'all' }, 'after 35 min more'],
  [35, { kind: 'quiet-time', quietTimeId: 'n' }, 'today at 4:05 PM'],
  [0, { kind: 'quota', quotaId: 'all', scope: 'all' }, 'now'],
] as const)('browsing that stops in %i minutes by %o', async (minutes, reason, words) => {
  const nextStop = { at: noon + minutes * 60_000, reason };
  page = await openOptionsPage({ policy: aFamily('9-12'), section: 'today', state: { nextStop } });
  const tile = [...page.root.querySelectorAll('.tile')].find((each) =>
    each.textContent.includes('Browsing stops'),
  );
  expect(
    tile
      ?.querySelector('.tile-value')
      ?.textContent.replaceAll(/[\u2068\u2069]/g, '')
      .replaceAll('\u202f', ' '),
  ).toBe(words);
});
