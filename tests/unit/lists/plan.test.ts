import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { FeedState, ListState, ListStates } from '@/rules/lists/list-state.ts';
import { noListStates } from '@/rules/lists/list-state.ts';
import { planLists, wantedLists } from '@/rules/lists/plan.ts';
import type { Lists } from '@/rules/policy/schema.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-18T12:00:00Z');
const nobody = new Set<string>();

const offered = {
  id: 'adult-list',
  url: 'https://lists.test/adult',
  category: 'adult',
  refreshHours: 24,
} as const;
const policy: Lists = {
  catalogue: ['adult-list'],
  own: [{ id: 'own', name: 'Ours', url: 'https://school.test/games', category: 'games' }],
  feeds: [{ id: 'nation', name: 'Nation', url: 'https://feed.test/', root: 'r'.repeat(43) }],
};
const wanted = wantedLists(policy, [offered]);

const aState = (more: Partial<ListState> = {}): ListState => ({
  category: 'adult',
  url: offered.url,
  hosts: 10,
  bytes: 100,
  refused: 0,
  etag: null,
  lastModified: null,
  updatedAt: now - hour,
  checkedAt: now - hour,
  failures: 0,
  problem: null,
  ...more,
});
const own = { url: 'https://school.test/games', category: 'games' } as const;
const aFeed = (more: Partial<FeedState> = {}): FeedState => ({
  url: 'https://feed.test/',
  root: 'r'.repeat(43),
  version: 3,
  expiresAt: now + hour,
  bytes: 0,
  updatedAt: now - hour,
  checkedAt: now - hour,
  failures: 0,
  problem: null,
  trust: null,
  ...more,
});
const fresh: ListStates = {
  ...noListStates,
  lists: {
    'adult-list': aState(),
    own: aState({ url: 'https://school.test/games', category: 'games' }),
    'nation.drugs': aState({ url: 'https://feed.test/', category: 'drugs' }),
  },
  feeds: { nation: aFeed() },
};
const withList = (more: Partial<ListState>): ListStates => ({
  ...fresh,
  lists: { ...fresh.lists, 'adult-list': aState(more) },
});
const dueIds = (states: ListStates, at = now, asked: ReadonlySet<string> = nobody) =>
  planLists(wanted, states, { now: at, asked }).due.map(({ id }) => id);

describe('a newer edition of the best-known sites', () => {
  const best = { kind: 'list', id: 'best', url: 'https://best.test/', refreshHours: 720 } as const;
  const all = [{ ...best, category: null }, ...wanted];
  const bestAt = (updatedAt: number): ListStates => ({
    ...fresh,
    lists: { ...fresh.lists, best: aState({ url: best.url, category: null, updatedAt }) },
  });
  const due = (states: ListStates) =>
    planLists(all, states, { now, asked: nobody }).due.map(({ id }) => id);

  test('has every list and feed made anew at once, and none of those that were made by it', () => {
    expect(due(bestAt(now - hour / 2))).toEqual(['adult-list', 'own', 'nation']);
    expect(due(bestAt(now - hour))).toEqual([]);
  });

  test('asks nobody at once who has failed since, or had nothing newer to say', () => {
    const states = bestAt(now - hour / 2);
    const tried = (more: Partial<ListState>): ListStates => ({
      ...states,
      lists: { ...states.lists, 'adult-list': aState(more), own: aState({ ...own, ...more }) },
      feeds: { nation: aFeed({ updatedAt: now }) },
    });
    expect(due(tried({ failures: 1, problem: 'offline', checkedAt: now - 1 }))).toEqual([]);
    expect(due(tried({ checkedAt: now - 1 }))).toEqual([]);
  });

  test('from a clock that has been set back since is none', () => {
    expect(due(bestAt(now + hour))).toEqual([]);
  });
});

describe('what is wanted', () => {
  test('is what the policy names: a list of the catalogue, an own one, a feed', () => {
    expect(wanted.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'list adult-list',
      'list own',
      'feed nation',
    ]);
    expect(wantedLists(undefined, [offered])).toEqual([]);
  });

  test('has the best-known sites first: the sets of the others are made by them', () => {
    const best = { ...offered, id: 'best', category: null };
    const lists = { ...policy, catalogue: ['adult-list', 'best'] };
    expect(wantedLists(lists, [offered, best]).map(({ id }) => id)).toEqual([
      'best',
      'adult-list',
      'own',
      'nation',
    ]);
  });

  test('is nothing the catalogue does not know, and no id twice', () => {
    const twin = { ...policy.own[0], id: 'adult-list' } as (typeof policy.own)[number];
    const lists = { catalogue: ['adult-list', 'gone'], own: [twin], feeds: [] };
    expect(wantedLists(lists, [offered])).toEqual([{ kind: 'list', ...offered }]);
  });
});

describe('what is due', () => {
  test('is at once what was never tried, and nothing that was tried an hour ago', () => {
    expect(dueIds(noListStates)).toEqual(['adult-list', 'own', 'nation']);
    expect(dueIds(fresh)).toEqual([]);
  });

  test('is what somebody asks for, and only if it is wanted', () => {
    expect(dueIds(fresh, now, new Set(['own', 'nobody-knows']))).toEqual(['own']);
  });

  test('comes a day later for a list of a day, a few hours later for a feed', () => {
    expect(dueIds(fresh, now + 8 * hour)).toEqual(['nation']);
    expect(dueIds(fresh, now + 26 * hour)).toEqual(['adult-list', 'own', 'nation']);
  });

  test('is another list under an old id', () => {
    const states = withList({ url: 'https://elsewhere.test/adult' });
    expect(dueIds(states)).toEqual(['adult-list']);
    expect(planLists(wanted, states, { now, asked: nobody }).gone.lists).toEqual(['adult-list']);
  });

  test('is not put off for ever by a clock that was set back', () => {
    expect(dueIds(withList({ checkedAt: now + 900 * hour }))).toEqual(['adult-list']);
  });

  test('after a failure on the way comes within minutes, then ever later, and never later than without failure', () => {
    const tried = (failures: number) => withList({ failures, problem: 'not-reachable' });
    const waits = [1, 2, 4, 30].map((failures) => {
      const { nextAt } = planLists(wanted.slice(0, 1), tried(failures), {
        now: now - hour,
        asked: nobody,
      });
      return ((nextAt ?? 0) - (now - hour)) / 60_000;
    });
    expect(waits[0]).toBeLessThan(13);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits[3]).toBeLessThan(24 * 60 * 1.26);
  });

  test('a list that was bad is not fetched again the same hour', () => {
    expect(dueIds(withList({ failures: 1, problem: 'shrunken' }), now + 2 * hour)).toEqual([]);
  });

  test('BYP-212 two homes that failed in the same second do not ask again in the same second', () => {
    const nextOf = (checkedAt: number) =>
      planLists(wanted.slice(0, 1), withList({ failures: 3, problem: 'offline', checkedAt }), {
        now: checkedAt,
        asked: nobody,
      }).nextAt;
    const waits = [1, 2, 3, 4, 5].map((ms) => (nextOf(now + ms) ?? 0) - now);
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(60_000);
  });
});

describe('what must go', () => {
  test('is every list and feed that is wanted no more, with the lists of the feed', () => {
    const gone = planLists([], fresh, { now, asked: nobody }).gone;
    expect(gone).toEqual({ lists: ['adult-list', 'own', 'nation.drugs'], feeds: ['nation'] });
    expect(planLists(wanted, fresh, { now, asked: nobody }).gone).toEqual({ lists: [], feeds: [] });
  });

  test('is a feed under another key', () => {
    const states = { ...fresh, feeds: { nation: aFeed({ root: 'x'.repeat(43) }) } };
    expect(planLists(wanted, states, { now, asked: nobody }).gone.feeds).toEqual(['nation']);
  });
});

test('the next look lies ahead and not beyond the longest wait, whatever the state', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 30 }),
      fc.integer({ min: 0, max: 1_000_000 * hour }),
      fc.constantFrom('offline', 'shrunken', null),
      (failures, ago, problem) => {
        const states = withList({ failures, checkedAt: now - ago, problem });
        const { due, nextAt } = planLists(wanted.slice(0, 1), states, { now, asked: nobody });
        if (due.length > 0) expect(nextAt).toBeNull();
        else {
          expect(nextAt).toBeGreaterThan(now);
          expect(nextAt).toBeLessThan(now + 31 * hour);
        }
      },
    ),
  );
});
