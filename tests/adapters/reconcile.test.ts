import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Rule } from '@/rules/rulesets/rule.ts';

import { aHousehold, aPolicy } from '../support/builders.ts';
import { aHome, type Home } from '../support/fake-world.ts';
import { aSetUpHome, manage, opens } from './support/family.ts';

const strict = aPolicy(
  aHousehold()
    .withFilter({ unknown: 'block', blocklist: ['chat.test', 'wiki.test/secret/*/page'] })
    .withCategory('games', 'block').child,
);
const ids = (home: Home) => home.profile.rules.rules().map(({ id }) => id);
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

  test.each([
    ['https://127.desk.test', 'https://127.desk.test/', true],
    ['http://127.0.0.1:8080', 'http://127.0.0.1/game', false],
    ['http://localhost:8080', 'http://localhost/game', false],
  ])('a desk at %s: %s stands open: %s', async (endpoint, page, isOpen) => {
    const desk = { kind: 'intake', name: 'The desk', endpoint } as const;
    const { home, worker } = await aSetUpHome({ ...strict, desk });
    expect(opens(home, page)).toBe(isOpen);
    const tab = home.shows(page);
    await worker.judgeTab(tab.id, tab.url);
    expect(tab.url.includes('/blocked.html')).toBe(!isOpen);
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
    expect(opens(home, 'https://wiki.test/secret/a/page')).toBe(false);
    const filter = {
      ...aHousehold().child.filter,
      blocklist: ['a.test/huge/*', 'b.test', 'c.test/x'],
    };
    const policy = aPolicy({ ...aHousehold().child, filter });
    await next.gets('policy.save', { policy, baseRevision: 1, token: await next.unlock() });
    expect(opens(home, 'https://b.test/')).toBe(false);
    expect(opens(home, 'https://c.test/x')).toBe(false);
    // Nor does the rule stay that had its number before.
    expect(opens(home, 'https://wiki.test/secret/a/page')).toBe(true);
    const { verdict } = await next.gets(
      'visit.explain',
      { url: 'https://a.test/huge/1' },
      {
        id: next.browser.runtime.id,
        url: next.browser.runtime.getURL('/blocked.html'),
      },
    );
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

describe('a worker that dies', () => {
  const open = aPolicy(aHousehold().child);
  const tighter = aPolicy(aHousehold().withFilter({ blocklist: ['chat.test', 'new.test'] }).child);

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
