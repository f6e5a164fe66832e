import { describe, expect, test } from 'vitest';

import { family, aSetUpHome, minute } from './support/family.ts';

describe('time that somebody would like not to be counted', () => {
  const countedAfter = async (
    more: (home: Awaited<ReturnType<typeof aSetUpHome>>['home']) => void,
  ) => {
    const { home, worker } = await aSetUpHome({
      ...family,
      children: family.children.map((child) => ({ ...child, ageBand: '13-15' as const })),
    });
    more(home);
    await worker.observeFront();
    home.passes(minute);
    await worker.observeFront();
    return (await worker.gets('day.read', {})).totalSeconds;
  };

  test.each(['data:text/html,<iframe src=https://game.test>', 'file:///home/me/game.html'])(
    'BYP-045 a page without a host counts in the day: %s',
    async (url) => {
      expect(await countedAfter((home) => home.shows(url))).toBe(60);
    },
  );

  test('BYP-085 a video heard beside an empty window counts, once', async () => {
    const counted = await countedAfter((home) => {
      home.shows('https://video.test/', { windowId: 7, audible: true });
      home.shows('https://video.test/2', { windowId: 8, audible: true });
      home.shows('chrome://newtab/');
    });
    expect(counted).toBe(60);
  });

  test('an empty window beside a silent page does not count', async () => {
    const counted = await countedAfter((home) => {
      home.shows('https://video.test/', { windowId: 7 });
      home.shows('chrome://newtab/');
    });
    expect(counted).toBe(0);
  });

  test('a page that is for ever on its way to help counts as what it shows', async () => {
    const counted = await countedAfter((home) => {
      home.shows('https://game.test/', { pendingUrl: 'https://helpline.test/' });
    });
    expect(counted).toBe(60);
  });
});
