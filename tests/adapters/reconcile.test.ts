import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Rule } from '@/rules/rulesets/rule.ts';

import { aHousehold, aPolicy, at } from '../support/builders.ts';
import { outcomeOf } from '../support/declarative-rules.ts';
import { aHome, type Home, type Worker } from '../support/fake-world.ts';
import { aSetUpHome, manage, minute } from './support/family.ts';

const strict = aPolicy(
  aHousehold()
    .withFilter({ unknown: 'block', blocklist: ['chat.test', 'wiki.test/secret/*/page'] })
    .withCategory('games', 'block').child,
);
const opens = (home: Home, url: string): boolean =>
  outcomeOf(home.profile.rules.rules(), { url, type: 'main_frame' }) !== 'block';
const ids = (home: Home) => home.profile.rules.rules().map(({ id }) => id);
/** Lets the child use a page for so many minutes, a heartbeat at a time. */
async function browses(home: Home, worker: Worker, url: string, minutes: number): Promise<void> {
  home.shows(url);
  await worker.observeFront();
  for (let half = 0; half < 2 * minutes; half += 1) {
    home.passes(30_000);
    await worker.observeFront();
  }
}

afterEach(() => vi.restoreAllMocks());

describe('the first wall', () => {
  test('stands after set-up, and a second run changes nothing of it', async () => {
    const { home, worker } = await aSetUpHome(strict);
    expect(opens(home, 'https://game.test/')).toBe(false);
    expect(opens(home, 'https://new.test/')).toBe(false);
    expect(opens(home, 'https://school.test/')).toBe(true);
    const { updates } = home.profile.rules;
    updates.length = 0;
    await worker.reconcile();
    await worker.reconcile();
    expect(updates).toEqual([]);
  });

  test('is made anew by the next worker without a change', async () => {
    const { home } = await aSetUpHome(strict);
    home.profile.rules.updates.length = 0;
    await (await home.wake()).reconcile();
    home.closeBrowser();
    await (await home.wake()).reconcile();
    expect(home.profile.rules.updates).toEqual([]);
  });

  test('changes only the rules that changed', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const before = ids(home).length;
    home.profile.rules.updates.length = 0;
    const child = strict.children[0];
    const filter = { ...aHousehold().child.filter, ...child?.filter, preferSafe: true };
    const policy = aPolicy({ ...aHousehold().child, filter });
    await worker.gets('policy.save', { policy, baseRevision: 1 });
    expect(home.profile.rules.updates).toHaveLength(1);
    expect(home.profile.rules.updates[0]?.added).toHaveLength(1);
    expect(ids(home)).toHaveLength(before + 1);
  });

  test('sweeps rules that nobody of ours wrote, whatever their number', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const foreign: Rule = {
      id: 777,
      priority: 1_000_000,
      action: { type: 'allow' },
      condition: { resourceTypes: ['main_frame'] },
    };
    const ours = ids(home);
    await home.profile.rules.updateDynamicRules({
      addRules: [foreign, { ...foreign, id: 29_999 }],
    });
    await worker.reconcile();
    expect(ids(home)).toEqual(ours);
  });

  test('mends a rule of ours that somebody changed', async () => {
    const { home, worker } = await aSetUpHome(strict);
    const [first] = home.profile.rules.rules();
    if (first === undefined) throw new Error('there are rules');
    const changed: Rule = { ...first, action: { type: 'allow' }, priority: 1_000_000 };
    await home.profile.rules.updateDynamicRules({ removeRuleIds: [first.id], addRules: [changed] });
    await worker.reconcile();
    expect(home.profile.rules.rules().find(({ id }) => id === first.id)).toEqual(first);
  });

  test('BYP-234 one pattern that the browser can not compile does not take the others with it', async () => {
    const { home } = await aSetUpHome(strict);
    const { isRegexSupported, updateDynamicRules } = home.profile.rules;
    const isTooBig = (regex = '') => regex.includes('huge');
    Object.assign(home.profile.rules, {
      isRegexSupported: async (asked: { regex: string }) =>
        isTooBig(asked.regex) ? { isSupported: false } : isRegexSupported(asked),
      updateDynamicRules: async (change: Parameters<typeof updateDynamicRules>[0]) => {
        if (change.addRules?.some(({ condition }) => isTooBig(condition.regexFilter)) === true)
          throw new Error('Rule with id 4000 exceeded the 2KB memory limit when compiled.');
        await updateDynamicRules(change);
      },
    });
    const next = await home.wake();
    const filter = { ...aHousehold().child.filter, blocklist: ['a.test/huge/*', 'b.test', 'c.test/x'] };
    const policy = aPolicy({ ...aHousehold().child, filter });
    await next.gets('policy.save', { policy, baseRevision: 1, token: await next.unlock() });
    expect(opens(home, 'https://b.test/')).toBe(false);
    expect(opens(home, 'https://c.test/x')).toBe(false);
    const { verdict } = await next.gets('visit.explain', { url: 'https://a.test/huge/1' }, {
      id: next.browser.runtime.id,
      url: next.browser.runtime.getURL('/blocked.html'),
    });
    expect(verdict.action).toBe('block');
  });
});

describe('before set-up', () => {
  test('there are no rules, no alarm, and every page is open', async () => {
    const home = await aHome();
    const worker = await home.wake();
    const tab = home.shows('https://adult.test/');
    await worker.reconcile();
    expect(ids(home)).toEqual([]);
    expect(home.profile.armed).toEqual([]);
    expect(tab.url).toBe('https://adult.test/');
    expect(worker.browser.action.badge).toBe('!');
  });

  test('BYP-103 rules that stand are left standing when all storage is gone', async () => {
    const { home } = await aSetUpHome(strict);
    const rules = home.profile.rules.rules();
    const other = await aHome();
    await other.profile.rules.updateDynamicRules({ addRules: [...rules] });
    const worker = await other.wake();
    await worker.reconcile();
    await worker.reconcileIfStale();
    expect(other.profile.rules.rules()).toEqual(rules);
  });

  test('BYP-103 rules that stand are left standing when storage does not open', async () => {
    const { home } = await aSetUpHome(strict);
    const rules = home.profile.rules.rules();
    home.profile.local.clear();
    home.databaseDoor.isBroken = true;
    const worker = await home.wake();
    await expect(worker.reconcile()).rejects.toThrow();
    expect(home.profile.rules.rules()).toEqual(rules);
    home.databaseDoor.isBroken = false;
    await worker.reconcile();
    expect(home.profile.rules.rules()).toEqual(rules);
  });
});

describe('the hour', () => {
  const night = aPolicy(aHousehold().withQuietTime('20:00', '06:30').child);

  test('the alarm stands at the exact next change', async () => {
    const { home, worker } = await aSetUpHome(night);
    expect(home.alarm('policy-change')).toBe(at('20:00'));
    home.clock.now = at('20:00');
    await worker.reconcile();
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

describe('a worker that dies', () => {
  const open = aPolicy(aHousehold().child);
  const tighter = aPolicy(
    aHousehold().withFilter({ blocklist: ['chat.test', 'new.test'] }).child,
  );

  test('BYP-102 at any of its writes leaves old or new rules whole; the next wake makes them new', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (let writes = 0; ; writes += 1) {
      const { home, worker } = await aSetUpHome(open);
      home.profile.writesLeft = writes;
      const saved = await worker.ask('policy.save', { policy: tighter, baseRevision: 1 });
      const next = await home.wake();
      await next.reconcileIfStale();
      const { policy, revision } = await next.gets('policy.read', {});
      expect(revision === 1 ? open : tighter).toEqual(policy);
      expect(opens(home, 'https://new.test/'), `after ${writes} writes`).toBe(revision === 1);
      if (saved.ok) {
        expect(revision).toBe(2);
        expect(writes).toBeGreaterThan(4);
        return;
      }
    }
  });

  test('a managed policy that changed while no worker lived is found out at the next wake', async () => {
    const home = await aHome();
    manage(home, open);
    await (await home.wake()).reconcileIfStale();
    expect(opens(home, 'https://new.test/')).toBe(true);
    manage(home, tighter);
    await (await home.wake()).reconcileIfStale();
    expect(opens(home, 'https://new.test/')).toBe(false);
  });

  test('a wake that finds nothing to do writes nothing', async () => {
    const { home } = await aSetUpHome(strict);
    home.profile.written.length = 0;
    home.profile.armed.length = 0;
    home.profile.rules.updates.length = 0;
    await (await home.wake()).reconcileIfStale();
    expect(home.profile.written).toEqual([]);
    expect(home.profile.armed).toEqual([]);
    expect(home.profile.rules.updates).toEqual([]);
  });
});

describe('access to sites', () => {
  test('BYP-196 taken away: the badge says so, and goes on saying so', async () => {
    const { home, worker } = await aSetUpHome(strict);
    worker.listen();
    await home.settled();
    expect(worker.browser.action.badge).toBe('');
    home.profile.siteAccess = false;
    worker.browser.permissions.onRemoved.fire({ origins: ['<all_urls>'] });
    await home.settled();
    expect(worker.browser.action.badge).toBe('!');
    worker.browser.alarms.onAlarm.fire({ name: 'policy-change' });
    await home.settled();
    expect(worker.browser.action.badge).toBe('!');
    expect(opens(home, 'https://game.test/')).toBe(false);
    home.profile.siteAccess = true;
    worker.browser.permissions.onAdded.fire({ origins: ['<all_urls>'] });
    await home.settled();
    expect(worker.browser.action.badge).toBe('');
  });
});

describe('a private window', () => {
  test('BYP-189 has the same rules and the same overrides', async () => {
    const { home } = await aSetUpHome(strict);
    const inPrivate = await home.wake('private');
    const tab = home.shows('https://game.test/', { incognito: true });
    await inPrivate.reconcileIfStale();
    expect(tab.url).toMatch(/blocked\.html/);
    expect(opens(home, 'https://game.test/')).toBe(false);
  });

  test('BYP-190 does not take the rules away because its own database is empty', async () => {
    const { home } = await aSetUpHome(strict);
    const rules = home.profile.rules.rules();
    const inPrivate = await home.wake('private');
    await inPrivate.reconcile();
    expect(home.profile.rules.rules()).toEqual(rules);
    expect(await inPrivate.gets('state.read', {})).toMatchObject({ setUp: true, incognito: true });
  });

  test('BYP-190 leaves rules standing even where the policy itself is gone', async () => {
    const { home } = await aSetUpHome(strict);
    const rules = home.profile.rules.rules();
    home.profile.local.clear();
    await (await home.wake('private')).reconcile();
    expect(home.profile.rules.rules()).toEqual(rules);
  });
});
