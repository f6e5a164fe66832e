// The lists of a family, kept by real workers; the builder works without its thread.
import { describe, expect, test, vi } from 'vitest';

import { catalogue } from '@/rules/lists/catalogue.ts';

import { emptyShelf, listsNaming, rows } from './support/builder-home.ts';
import { manage, opens } from './support/family.ts';
import {
  aFamily,
  builder,
  day,
  fires,
  naming,
  only,
  saves,
  stateOf,
  statesOf,
  useListFamily,
} from './support/list-family.ts';
import { edition } from './support/list-server.ts';

const { server } = useListFamily();

describe('a list that is turned on', () => {
  test('is fetched at once, and closes in both walls what it names', async () => {
    server().publishes('/mine', 'bad.example.com\n', '"one"');
    const { home, worker } = await aFamily(naming('mine'));
    expect(stateOf(home, 'mine')).toMatchObject({ hosts: 1, problem: null, etag: '"one"' });
    expect(opens(home, 'https://bad.example.com/')).toBe(false);
    expect(opens(home, 'https://good.example.com/')).toBe(true);
    const tab = home.shows('https://bad.example.com/');
    await worker.judgeTab(tab.id, tab.url);
    expect(tab.url).toMatch(/blocked\.html/);
    expect(home.failures).toEqual([]);
  });

  test('is asked for again when it is due, with the edition at hand, and not before', async () => {
    server().publishes('/mine', 'bad.example.com\n', '"one"');
    const { home, worker } = await aFamily(naming('mine'));
    const alarm = home.alarm('lists-refresh') ?? 0;
    expect(alarm - home.clock.now).toBeGreaterThan(0.9 * day);
    expect(alarm - home.clock.now).toBeLessThan(1.1 * day);
    await fires(home, worker);
    expect(server().requests.length).toBe(1);
    home.passes(1.1 * day);
    await fires(home, worker);
    expect(server().requests.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      '"one"',
    ]);
    expect(stateOf(home, 'mine')).toMatchObject({ hosts: 1, checkedAt: home.clock.now });
    expect(statesOf(home).generation).toBe(1);
  });

  test('takes the place of its older edition in one write, and the older one is cleared away', async () => {
    server().publishes('/mine', 'bad.example.com\n', '"one"');
    const { home, worker } = await aFamily(naming('mine'));
    const before = statesOf(home).sets['games'] ?? '';
    server().publishes('/mine', 'worse.example.com\n', '"two"');
    expect(await worker.gets('lists.refresh', { id: 'mine' })).toEqual({});
    await vi.waitFor(() => expect(statesOf(home).generation).toBe(2));
    await vi.waitFor(async () => expect(await rows()).not.toContain(before));
    const now = statesOf(home).sets['games'] ?? '';
    expect(await listsNaming(now, 'worse.example.com')).toEqual(['mine']);
    expect(opens(home, 'https://bad.example.com/')).toBe(true);
    expect(opens(home, 'https://worse.example.com/')).toBe(false);
  });

  test('is looked at when asked for, at whatever instant of another run that is', async () => {
    server().publishes('/mine', 'bad.example.com\n', '"one"');
    let [reads, isReached] = [0, true];
    for (; isReached; reads += 1) {
      await emptyShelf();
      const { home, worker } = await aFamily(naming('mine'));
      const { session } = worker.browser.storage;
      const real = session.get.bind(session);
      const [begun, readsBefore] = [builder.commands.length, reads];
      let [readsLeft, asking] = [readsBefore, null as Promise<unknown> | null];
      session.get = async (key) => {
        const answer = await real(key);
        if (key !== 'listWork' || asking !== null) return answer;
        if (readsLeft === 0) {
          asking = worker.gets('lists.refresh', { id: 'mine' });
          // What is asked for is noted before this reader goes on, unless it holds the lock.
          await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, 30))]);
        }
        readsLeft -= 1;
        return answer;
      };
      await fires(home, worker);
      isReached = asking !== null;
      await asking;
      await home.settled();
      const told = builder.commands.slice(begun);
      if (isReached) expect(told, `at read ${readsBefore}`).toContain('update mine');
      expect(home.session('listWork') ?? {}).toEqual({});
    }
    expect(reads).toBeGreaterThan(3);
  });

  test('is looked at only if the policy in force names it', async () => {
    const { home, worker } = await aFamily(only({}));
    expect(await worker.ask('lists.refresh', { id: 'mine' })).toEqual({
      ok: false,
      failure: 'not-found',
    });
    home.passes(10 * day);
    await fires(home, worker);
    expect([server().paths(), builder.commands, home.alarm('lists-refresh')]).toEqual([
      [],
      [],
      null,
    ]);
  });

  test('under a managed policy is the only one, whatever the family had chosen', async () => {
    server().publishes('/mine', 'bad.example.com\n');
    server().publishes('/school', 'worse.example.com\n');
    const { home, worker } = await aFamily(naming('mine'));
    manage(home, naming('school'));
    worker.browser.storage.onChanged.fire({ schema: {} }, 'managed');
    await home.settled();
    expect(Object.keys(statesOf(home).lists)).toEqual(['school']);
    expect(opens(home, 'https://bad.example.com/')).toBe(true);
    expect(opens(home, 'https://worse.example.com/')).toBe(false);
  });
});

describe('a list that is turned off', () => {
  test('opens what it alone had closed, and leaves nothing behind', async () => {
    server().publishes('/mine', 'bad.example.com\n');
    server().publishes('/other', 'worse.example.com\n');
    const { home, worker } = await aFamily(naming('mine', 'other'));
    await saves(home, worker, naming('other'));
    expect(opens(home, 'https://bad.example.com/')).toBe(true);
    expect(opens(home, 'https://worse.example.com/')).toBe(false);
    await saves(home, worker, only({}));
    expect(opens(home, 'https://worse.example.com/')).toBe(true);
    expect(statesOf(home)).toMatchObject({ sets: {}, lists: {}, feeds: {} });
    expect(await rows()).toEqual([]);
    expect(home.alarm('lists-refresh')).toBeNull();
    expect(home.failures).toEqual([]);
  });

  test('and on again under another address is another list', async () => {
    server().publishes('/mine', 'bad.example.com\n', '"one"');
    server().publishes('/moved', 'worse.example.com\n', '"one"');
    const { home, worker } = await aFamily(naming('mine'));
    const moved = {
      id: 'mine',
      name: 'mine',
      url: server().at('/moved'),
      category: 'games',
    } as const;
    await saves(home, worker, only({ own: [moved] }));
    expect(opens(home, 'https://bad.example.com/')).toBe(true);
    expect(opens(home, 'https://worse.example.com/')).toBe(false);
    expect(server().requests.at(-1)?.headers['if-none-match']).toBeUndefined();
  });

  test('while it is being fetched is not fetched to the end', async () => {
    let stopped: () => void = () => undefined;
    builder.instead = () =>
      new Promise((resolve) => {
        stopped = () => resolve(null);
      });
    const { home, worker } = await aFamily(null);
    await worker.setUp(naming('mine'));
    await vi.waitFor(() => expect(builder.commands).toEqual(['update mine']));
    const stopsBefore = builder.stops;
    const saving = saves(home, worker, only({}));
    await vi.waitFor(() => expect(builder.stops).toBeGreaterThan(stopsBefore));
    stopped();
    await saving;
    expect(JSON.stringify(home.stored('lists') ?? {})).not.toContain('mine');
  });
});

test('sets that the browser has cleared away are fetched again', async () => {
  server().publishes('/mine', 'bad.example.com\n', '"one"');
  const { home, worker } = await aFamily(naming('mine'));
  await emptyShelf();
  await fires(home, worker);
  expect(server().requests.length).toBe(2);
  expect(await listsNaming(statesOf(home).sets['games'] ?? '', 'bad.example.com')).toEqual([
    'mine',
  ]);
  expect(home.failures).toEqual([]);
});

test('a private window fetches and builds nothing, and says so to the guardian', async () => {
  server().answers('/mine', edition(Buffer.from('bad.example.com\n'), '"one"'));
  const { home } = await aFamily(only({}));
  const { revision } = home.stored('policy') as { revision: number };
  home.profile.local.set('policy', { revision: revision + 1, policy: naming('mine') });
  for (const worker of home.profile.workers) worker.life.isDead = true;
  const inPrivate = await home.wake('private');
  inPrivate.listen();
  inPrivate.browser.runtime.onStartup.fire();
  await fires(home, inPrivate);
  expect([server().paths(), builder.commands]).toEqual([[], []]);
  expect(await inPrivate.gets('lists.read', {})).toMatchObject({ areSetsHere: false });
  expect(await inPrivate.ask('lists.refresh', { id: 'mine' })).toMatchObject({
    failure: 'private-window',
  });
});

test('the guardian sees what is offered, what is on, and how it goes', async () => {
  server().publishes('/mine', 'bad.example.com\n');
  const { worker } = await aFamily(naming('mine', 'gone'));
  const { lists, feeds, areSetsHere, firstWall } = await worker.gets('lists.read', {});
  const of = (id: string) => lists.find((list) => list.id === id);
  expect(areSetsHere).toBe(true);
  expect(firstWall).toEqual({ held: 1, listed: 1 });
  expect(feeds).toEqual([]);
  expect(of('mine')).toMatchObject({ origin: 'own', isOn: true, state: { hosts: 1 }, work: null });
  expect(of('gone')).toMatchObject({ origin: 'own', state: { problem: 'not-reachable' } });
  const [first] = catalogue;
  expect(of(first?.id ?? '')).toMatchObject({
    origin: 'catalogue',
    isOn: false,
    state: null,
    licence: first?.licence,
  });
  const ours = lists.filter(({ origin }) => origin === 'starter');
  expect(ours.find(({ category }) => category === 'games')?.state?.hosts).toBe(2);
});
