// Lists whose updates fail, and workers that die over them.
import { describe, expect, test, vi } from 'vitest';

import type { ListStates } from '@/rules/lists/list-state.ts';

import { emptyShelf, listsNaming } from './support/builder-home.ts';
import { opens } from './support/family.ts';
import {
  aFamily,
  builder,
  day,
  fires,
  naming,
  only,
  stateOf,
  statesOf,
  useListFamily,
} from './support/list-family.ts';

const { server } = useListFamily();

describe('an update that fails', () => {
  test('BYP-212 leaves the old list in force, says why, and comes again with ever longer waits', async () => {
    server().publishes('/mine', 'bad.example.com\n');
    const { home, worker } = await aFamily(naming('mine'));
    server().answers('/mine', (_, response) => response.writeHead(503).end());
    const waits: number[] = [];
    home.passes(1.1 * day);
    for (let week = 0; week < 12; week += 1) {
      await fires(home, worker);
      waits.push((home.alarm('lists-refresh') ?? 0) - home.clock.now);
      home.passes(waits.at(-1) ?? 0);
    }
    expect(stateOf(home, 'mine')).toMatchObject({
      hosts: 1,
      problem: 'not-reachable',
      failures: 12,
    });
    expect(waits[0]).toBeLessThan(15 * 60_000);
    expect(Math.max(...waits)).toBeLessThan(1.3 * day);
    expect(Math.min(...waits.slice(8))).toBeGreaterThan(0.7 * day);
    expect(opens(home, 'https://bad.example.com/')).toBe(false);
    server().publishes('/mine', 'bad.example.com\nworse.example.com\n');
    await fires(home, worker);
    expect(stateOf(home, 'mine')).toMatchObject({ hosts: 2, problem: null, failures: 0 });
    expect(home.failures).toEqual([]);
  });

  test('does not keep the next list from coming', async () => {
    server().publishes('/good', 'bad.example.com\n');
    const { home } = await aFamily(naming('gone', 'good'));
    expect(stateOf(home, 'gone')).toMatchObject({ hosts: 0, problem: 'not-reachable' });
    expect(stateOf(home, 'good')).toMatchObject({ hosts: 1, problem: null });
  });

  test('for want of room keeps the old one, and says so', async () => {
    server().publishes('/mine', 'bad.example.com\n', '"one"');
    const { home, worker } = await aFamily(naming('mine'));
    const { local } = worker.browser.storage;
    const real = local.set.bind(local);
    let isFull = true;
    local.set = async (items) => {
      const lists = items['lists'] as ListStates | undefined;
      if (isFull && lists?.generation === 2) throw new Error('QUOTA_BYTES quota exceeded');
      return real(items);
    };
    server().publishes('/mine', 'worse.example.com\n', '"two"');
    home.passes(1.1 * day);
    await fires(home, worker);
    expect(stateOf(home, 'mine')).toMatchObject({ problem: 'no-room', etag: '"one"' });
    expect(opens(home, 'https://bad.example.com/')).toBe(false);
    isFull = false;
    home.passes(1.1 * day);
    await fires(home, worker);
    expect(opens(home, 'https://worse.example.com/')).toBe(false);
  });

  test('with a builder that can not be started is no error for anybody, and is tried again', async () => {
    builder.instead = async () => {
      throw new Error('no thread');
    };
    const { home } = await aFamily(naming('mine'));
    expect(stateOf(home, 'mine')).toMatchObject({ hosts: 0, problem: 'broken', failures: 1 });
    expect(home.alarm('lists-refresh')).toBeGreaterThan(home.clock.now);
    expect(home.failures).toEqual([]);
  });
});

test('a worker that dies at any write is followed by one that ends what was begun', async () => {
  server().publishes('/mine', 'bad.example.com\n', '"one"');
  let [deaths, writes] = [0, 0];
  for (let isDead = true; isDead; writes += 1) {
    await emptyShelf();
    const { home, worker } = await aFamily(only({}));
    const { revision } = await worker.gets('policy.read', {});
    home.profile.local.set('policy', { revision: revision + 1, policy: naming('mine') });
    worker.world.policies.forgetCache();
    home.profile.writesLeft = writes;
    worker.browser.storage.onChanged.fire({ policy: {} }, 'local');
    await home.settled();
    isDead = worker.browser.life.isDead;
    if (isDead) deaths += 1;
    const next = await home.wake();
    next.listen();
    await fires(home, next);
    await home.settled();
    expect(stateOf(home, 'mine'), `after ${writes} writes`).toMatchObject({
      hosts: 1,
      failures: 0,
    });
    expect(opens(home, 'https://bad.example.com/'), `after ${writes} writes`).toBe(false);
    const inForce = statesOf(home).sets['games'] ?? '';
    expect(await listsNaming(inForce, 'bad.example.com')).toEqual(['mine']);
  }
  expect(deaths).toBeGreaterThan(3);
}, 120_000);

test('a list over which the worker dies each time gives way to the next one', async () => {
  server().publishes('/second', 'bad.example.com\n', '"one"');
  const { home, worker } = await aFamily(only({}));
  const { revision } = await worker.gets('policy.read', {});
  home.profile.local.set('policy', { revision: revision + 1, policy: naming('killer', 'second') });
  worker.world.policies.forgetCache();
  let current = worker;
  builder.instead = (command) => {
    if (!command.includes('killer')) return null;
    current.browser.life.isDead = true;
    return Promise.resolve(null);
  };
  builder.commands.length = 0;
  worker.browser.storage.onChanged.fire({ policy: {} }, 'local');
  for (let wake = 0; wake < 8; wake += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    current = await home.wake();
    current.listen();
    current.browser.alarms.onAlarm.fire({ name: 'lists-refresh' });
  }
  await vi.waitFor(() => expect(stateOf(home, 'second')).toMatchObject({ hosts: 1 }));
  expect(builder.commands.filter((each) => each.includes('killer'))).toHaveLength(5);
  expect(stateOf(home, 'killer')).toMatchObject({ problem: 'broken', failures: 1 });
  await home.settled();
});
