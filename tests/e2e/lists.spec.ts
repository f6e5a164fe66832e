// A list that a guardian turns on, from the first request to both walls, with a publisher on this machine.
import type { Page } from '@playwright/test';

import { bestKnown } from '../../rules/lists/catalogue.ts';
import type { ListView } from '../../rules/messages/replies.ts';
import type { Category, Policy } from '../../rules/policy/schema.ts';
import { type ListServer, startListServer } from '../adapters/support/list-server.ts';
import type { Saathi } from './fixtures/saathi.ts';
import { test as base, expect } from './fixtures/test.ts';
import { aPolicy, type PolicyBuilder } from './support/policy.ts';

const test = base.extend<{ publisher: ListServer }>({
  // oxlint-disable-next-line no-empty-pattern
  publisher: async ({}, use) => {
    const publisher = await startListServer();
    await use(publisher);
    await publisher.close();
  },
});

test.describe.configure({ timeout: 120_000 });

/** A worker that has just started has other things to do first. */
const within = { timeout: 40_000 };

const isBlocked = (page: Page) => expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
const heading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { name })).toBeVisible();

const naming = (policy: PolicyBuilder, url: string, category: Category = 'games'): Policy => ({
  ...policy.build(),
  lists: {
    catalogue: [],
    own: [{ id: 'class-list', name: 'Class list', url, category }],
    feeds: [],
  },
});
const closing = aPolicy().category('games', 'block');

async function listIn(saathi: Saathi): Promise<ListView> {
  const answer = await saathi.ask('lists.read', {});
  if (!answer.ok) throw new Error(answer.failure);
  const list = answer.value.lists.find(({ id }) => id === 'class-list');
  if (list === undefined) throw new Error('the list is not there');
  return list;
}
const stateOf = async (saathi: Saathi) => (await listIn(saathi)).state;
const isInForce = (saathi: Saathi, hosts: number) =>
  expect.poll(async () => (await stateOf(saathi))?.hosts, within).toBe(hosts);
/** `small.test` among many: more than the first wall is given. */
const manyHosts = (count: number): string =>
  `${Array.from({ length: count }, (_, index) => `a-long-name-of-no-site-${index}.example.com\n`).join('')}small.test\n`;

test('a list that is turned on closes what it names, by rule and by set, and nothing else', async ({
  saathi,
  web,
  publisher,
}) => {
  publisher.publishes('/list.txt', manyHosts(2000), '"one"');
  await saathi.setUp(naming(closing, publisher.at('/list.txt')));
  await isInForce(saathi, 2001);
  await expect
    .poll(async () => JSON.stringify(await saathi.rulesInForce()).includes('"small.test"'), within)
    .toBe(true);
  await isBlocked(await saathi.open('http://small.test/'));
  expect(web.requestsTo('small.test')).toEqual([]);
  await heading(await saathi.open('http://school.test/'), 'Good morning, class 5!');
  await saathi.killWorker();
  await isBlocked(await saathi.open('http://deep.small.test/'));
});

test('BYP-215 what leaves for a list names neither the child nor the extension, and nothing leaves for a visit', async ({
  saathi,
  publisher,
}) => {
  publisher.publishes('/list.txt', manyHosts(10), '"one"');
  await saathi.setUp(naming(closing, publisher.at('/list.txt')));
  await isInForce(saathi, 11);
  await saathi.open('http://school.test/');
  await saathi.open('http://small.test/');
  expect(publisher.paths()).toEqual(['/list.txt']);
  const [asked] = publisher.requests;
  const { host: _, 'user-agent': __, ...told } = asked?.headers ?? {};
  expect(JSON.stringify(told)).not.toMatch(
    /chrome-extension|saathi|lddljile|en-GB|cookie|referer/i,
  );
  expect(Object.keys(told)).not.toContain('origin');
});

test('a worker that is ended in the middle of a download goes on where it stopped', async ({
  saathi,
  publisher,
}) => {
  const body = Buffer.from(manyHosts(60_000));
  const half = 1_000_000;
  publisher.answers('/list.txt', (_, response) => {
    response.writeHead(200, { ETag: '"one"', 'Content-Length': body.length });
    response.write(body.subarray(0, half));
  });
  await saathi.setUp(naming(closing, publisher.at('/list.txt')));
  await expect
    .poll(async () => (await listIn(saathi)).work?.done ?? 0, within)
    .toBeGreaterThan(0.3);
  await saathi.killWorker();
  publisher.publishes('/list.txt', body, '"one"');
  // Whoever looks at the page has the work go on; else the alarm does within a minute.
  await isInForce(saathi, 60_001);
  const ranges = publisher.requests.map(({ headers }) => headers.range ?? 'all');
  expect(ranges[0]).toBe('all');
  expect(ranges[1]).toMatch(/^bytes=[1-9]\d{5,}-$/);
  await isBlocked(await saathi.open('http://small.test/'));
});

test('an update that is no list leaves the old one in force and says so; the next is asked for with what is known', async ({
  saathi,
  publisher,
}) => {
  publisher.publishes('/list.txt', manyHosts(100), '"one"');
  await saathi.setUp(naming(closing, publisher.at('/list.txt')));
  await isInForce(saathi, 101);
  const again = async (): Promise<void> => {
    const before = (await stateOf(saathi))?.checkedAt ?? 0;
    expect(await saathi.ask('lists.refresh', { id: 'class-list' })).toMatchObject({ ok: true });
    await expect
      .poll(async () => (await stateOf(saathi))?.checkedAt ?? 0, within)
      .toBeGreaterThan(before);
  };
  for (const [body, problem] of [
    ['<!doctype html><title>Pay for the wifi</title>', 'not-a-list'],
    [manyHosts(10), 'shrunken'],
  ] as const) {
    publisher.publishes('/list.txt', body, '"bad"');
    await again();
    expect(await stateOf(saathi)).toMatchObject({ hosts: 101, problem, etag: '"one"' });
    await isBlocked(await saathi.open('http://small.test/'));
  }
  publisher.publishes('/list.txt', manyHosts(100), '"one"');
  await again();
  expect(await stateOf(saathi)).toMatchObject({ hosts: 101, problem: null, failures: 0 });
  expect(publisher.requests.at(-1)?.headers['if-none-match']).toBe('"one"');
});

test('BYP-212 with nobody to answer the child sees nothing of it, and our own list works', async ({
  saathi,
  publisher,
}) => {
  await saathi.setUp(naming(closing, publisher.at('/nowhere')));
  await expect.poll(async () => (await stateOf(saathi))?.problem, within).toBe('not-reachable');
  await heading(await saathi.open('http://school.test/'), 'Good morning, class 5!');
  await isBlocked(await saathi.open('http://poki.com/'));
});

test('best-known sites that can not be had are tried first, and keep no list waiting', async ({
  saathi,
  publisher,
}) => {
  publisher.publishes('/list.txt', manyHosts(10), '"one"');
  const policy = naming(closing, publisher.at('/list.txt'));
  const own = policy.lists?.own ?? [];
  await saathi.setUp({ ...policy, lists: { catalogue: [bestKnown.id], own, feeds: [] } });
  await isInForce(saathi, 11);
  const answer = await saathi.ask('lists.read', {});
  const best = answer.ok && answer.value.lists.find(({ id }) => id === bestKnown.id);
  expect(best).toMatchObject({
    category: null,
    isOn: true,
    state: { hosts: 0, failures: 1, problem: 'not-reachable' },
  });
  await isBlocked(await saathi.open('http://small.test/'));
});

test('a list that is turned off opens what it alone had closed', async ({ saathi, publisher }) => {
  publisher.publishes('/list.txt', manyHosts(10), '"one"');
  await saathi.setUp(naming(closing, publisher.at('/list.txt')));
  await isInForce(saathi, 11);
  await saathi.changePolicy((policy) => {
    const { lists: _before, ...rest } = policy;
    return rest;
  });
  await expect
    .poll(async () => JSON.stringify(await saathi.stored()), within)
    .not.toContain('class-list');
  await expect
    .poll(async () => JSON.stringify(await saathi.rulesInForce()).includes('"small.test"'), within)
    .toBe(false);
  await heading(await saathi.open('http://small.test/'), 'Small page');
});

test('no page can reach the builder, and it is gone when the work is done', async ({
  saathi,
  publisher,
}) => {
  publisher.publishes('/list.txt', manyHosts(10), '"one"');
  await saathi.setUp(naming(closing, publisher.at('/list.txt')));
  await isInForce(saathi, 11);
  const own = await saathi.openOwn('options');
  const contexts = () =>
    own.evaluate(() =>
      (
        globalThis as unknown as {
          chrome: { runtime: { getContexts: (of: object) => Promise<unknown[]> } };
        }
      ).chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] }),
    );
  await expect.poll(async () => (await contexts()).length).toBe(0);
  // Even with the document open, one of our own pages is not the background.
  const hearsNothing = await own.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        runtime: {
          connect: (of: object) => {
            postMessage: (message: unknown) => void;
            onMessage: { addListener: (hear: () => void) => void };
            onDisconnect: { addListener: (gone: () => void) => void };
          };
        };
        offscreen: { createDocument: (of: object) => Promise<void> };
      };
    };
    await chrome.offscreen.createDocument({
      url: '/offscreen.html',
      reasons: ['WORKERS'],
      justification: 'test',
    });
    return new Promise<string>((resolve) => {
      const port = chrome.runtime.connect({ name: 'list-builder' });
      port.onMessage.addListener(() => resolve('was answered'));
      port.onDisconnect.addListener(() => resolve('was refused'));
      port.postMessage({ kind: 'sweep', sets: [], sources: [] });
    });
  });
  expect(hearsNothing).toBe('was refused');
});

test('the first wall does not stand in the way of our own downloads, whatever host they come from', async ({
  saathi,
  publisher,
}) => {
  await saathi.setUp(closing.blocking('127.0.0.1').unknown('block'));
  await isBlocked(await saathi.open(publisher.at('/list.txt')));
  expect(publisher.paths()).toEqual([]);
  publisher.publishes('/list.txt', manyHosts(10), '"one"');
  await saathi.changePolicy((policy) => ({
    ...policy,
    lists: naming(closing, publisher.at('/list.txt')).lists,
  }));
  await isInForce(saathi, 11);
});
