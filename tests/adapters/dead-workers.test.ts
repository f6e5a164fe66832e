// Workers that die in the middle of an event: nobody repeats to the next one what it was about.
import { describe, expect, test } from 'vitest';

import { aSetUpHome, secondsIn } from './support/family.ts';

describe('a worker that was killed', () => {
  test('a worker that died in the middle of an event is made good by the next one that wakes', async () => {
    const { home, worker } = await aSetUpHome();
    const game = home.shows('https://game.test/');
    await worker.observeFront();
    home.passes(10_000);
    home.shows('https://helpline.test/');
    // It was told of the change and wrote nothing.
    worker.kill();
    const next = await home.wake();
    home.passes(3_000);
    next.listen();
    await home.settled();
    home.passes(20_000);
    expect(await secondsIn(next)).toBe(13);
    expect(game.active).toBe(false);
  });

  test.each([1, 2, 3])(
    'what a worker was told of when it died, at its write %i, counts from then on and not from when the next one wakes',
    async (writes) => {
      const { home, worker } = await aSetUpHome();
      worker.listen();
      home.shows('https://game.test/');
      await worker.observeFront();
      await home.settled();
      home.passes(10_000);
      const help = home.shows('https://helpline.test/');
      home.profile.writesLeft = writes;
      worker.browser.tabs.onActivated.fire({ tabId: help.id, windowId: help.windowId });
      await home.settled();
      worker.kill();
      home.passes(25_000);
      const next = await home.wake();
      next.browser.alarms.onAlarm.fire({ name: 'heartbeat' });
      await next.observeFront();
      expect(await secondsIn(next)).toBe(10);
    },
  );

  test('so is one that died while it was told that nobody is there any more', async () => {
    const { home, worker } = await aSetUpHome();
    home.shows('https://game.test/');
    await worker.observeFront();
    home.passes(10_000);
    home.profile.presence = 'locked';
    worker.kill();
    const next = await home.wake();
    next.listen();
    await home.settled();
    home.passes(20_000);
    expect(await secondsIn(next)).toBe(10);
  });
});
