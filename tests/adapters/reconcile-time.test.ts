import { describe, expect, test } from 'vitest';

import { aHousehold, aPolicy, at } from '../support/builders.ts';
import { aSetUpHome, browses, minute, opens } from './support/family.ts';

describe('the hour', () => {
  const night = aPolicy(aHousehold().withQuietTime('20:00', '06:30').child);

  test('the alarm stands at the exact next change', async () => {
    const { home, worker } = await aSetUpHome(night);
    expect(home.alarm('policy-change')).toBe(at('20:00'));
    home.clock.now = at('20:00');
    await worker.reconcile();
    expect(home.alarm('policy-change')).toBe(at('24:00'));
  });

  test('the alarm rings for the next change also where the browser refuses the rules', async () => {
    const { home, worker } = await aSetUpHome(night);
    const refusing = { updateDynamicRules: () => Promise.reject(new Error('too many')) };
    Object.assign(worker.browser.declarativeNetRequest, refusing);
    home.clock.now = at('20:00');
    await expect(worker.reconcile()).rejects.toThrow('too many');
    expect(home.alarm('policy-change')).toBe(at('24:00'));
  });

  test('BYP-144 it is not created again by every wake, or it would never ring', async () => {
    const { home } = await aSetUpHome(night);
    home.profile.armed.length = 0;
    for (let wake = 0; wake < 5; wake += 1) {
      home.passes(20_000);
      await (await home.wake()).reconcileIfStale();
    }
    expect(home.profile.armed).toEqual([]);
  });

  test('BYP-144 it is armed again after a browser start that forgot it', async () => {
    const { home } = await aSetUpHome(night);
    home.closeBrowser();
    expect(home.alarm('policy-change')).toBeNull();
    await (await home.wake()).reconcileIfStale();
    expect(home.alarm('policy-change')).toBe(at('20:00'));
  });

  test('a quiet time closes everything but help, also for the tab that is open', async () => {
    const { home, worker } = await aSetUpHome(night);
    const tab = home.shows('https://school.test/lesson');
    const help = home.shows('https://helpline.test/');
    home.clock.now = at('20:00');
    await worker.reconcileIfStale();
    expect(opens(home, 'https://school.test/')).toBe(false);
    expect(opens(home, 'https://helpline.test/chat')).toBe(true);
    expect(tab.url).toBe('https://school.test/lesson');
    expect(home.alarm('policy-change')).toBe(at('20:02'));
    home.passes(2 * minute);
    await worker.reconcileIfStale();
    expect(tab.url).toBe(
      `${worker.browser.runtime.getURL('/blocked.html')}#${encodeURIComponent('https://school.test/lesson')}`,
    );
    expect(help.url).toBe('https://helpline.test/');
    home.clock.now = at('24:00') + 390 * minute;
    await worker.reconcileIfStale();
    expect(opens(home, 'https://school.test/')).toBe(true);
  });

  test('BYP-137 a clock set back before bedtime does not open it again', async () => {
    const { home, worker } = await aSetUpHome(night);
    home.clock.now = at('20:01');
    await worker.tell({ kind: 'tick' });
    await worker.reconcile();
    home.clock.now = at('19:00');
    await worker.reconcile();
    expect(opens(home, 'https://school.test/')).toBe(false);
  });

  test('a late alarm finds what it missed', async () => {
    const { home, worker } = await aSetUpHome(night);
    worker.listen();
    await home.settled();
    home.clock.now = at('21:17');
    worker.browser.alarms.onAlarm.fire({ name: 'policy-change' });
    await home.settled();
    expect(opens(home, 'https://school.test/')).toBe(false);
    expect(home.failures).toEqual([]);
  });
});

describe('a quota', () => {
  const limited = aPolicy(
    aHousehold().withQuota('category:games', 30).withQuota('host:play.test', 10).child,
  );

  test('that is used up closes its own hosts and no others', async () => {
    const { home, worker } = await aSetUpHome(limited);
    await browses(home, worker, 'https://game.test/', 30);
    await worker.reconcileIfStale();
    expect(opens(home, 'https://game.test/')).toBe(false);
    expect(opens(home, 'https://play.test/')).toBe(false);
    expect(opens(home, 'https://video.test/')).toBe(true);
  });

  test('of one game does not close the other games', async () => {
    const { home, worker } = await aSetUpHome(limited);
    await browses(home, worker, 'https://play.test/', 10);
    await worker.reconcileIfStale();
    expect(opens(home, 'https://play.test/')).toBe(false);
    expect(opens(home, 'https://game.test/')).toBe(true);
  });

  test('of all browsing closes everything but help', async () => {
    const { home, worker } = await aSetUpHome(aPolicy(aHousehold().withQuota('all', 10).child));
    await browses(home, worker, 'https://school.test/', 10);
    await worker.reconcileIfStale();
    expect(opens(home, 'https://wiki.test/')).toBe(false);
    expect(opens(home, 'https://helpline.test/')).toBe(true);
    home.passes(2 * minute);
    await worker.reconcileIfStale();
    expect(home.profile.tabs[0]?.url).toMatch(/blocked\.html/);
  });

  test('arms the alarm for the second it runs out, while it is being used', async () => {
    const { home, worker } = await aSetUpHome(limited);
    home.shows('https://game.test/');
    await worker.observeFront();
    await worker.reconcileIfStale();
    expect(home.alarm('policy-change')).toBe(home.clock.now + 30 * minute);
    expect(home.alarm('heartbeat')).toBe(home.clock.now + 30_000);
    home.shows('https://school.test/');
    await worker.observeFront();
    await worker.reconcileIfStale();
    expect(home.alarm('policy-change')).toBe(at('24:00'));
  });

  test('opens again with the next day', async () => {
    const { home, worker } = await aSetUpHome(limited);
    await browses(home, worker, 'https://game.test/', 30);
    home.clock.now = at('24:00');
    await worker.reconcileIfStale();
    expect(opens(home, 'https://game.test/')).toBe(true);
  });

  test('nobody in front: no heartbeat', async () => {
    const { home, worker } = await aSetUpHome(limited);
    home.shows('https://game.test/');
    await worker.observeFront();
    await worker.reconcileIfStale();
    await worker.tell({ kind: 'idle' });
    await worker.reconcileIfStale();
    expect(home.alarm('heartbeat')).toBeNull();
  });
});
