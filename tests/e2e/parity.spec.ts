// Both walls in a real browser, with lists from a publisher on this machine: what ends at the block page is what decide()
// says, by rule or by set, with a worker that lives and one that was ended.
import type { Page } from '@playwright/test';

import type { Policy } from '../../rules/policy/schema.ts';
import { type ListServer, startListServer } from '../adapters/support/list-server.ts';
import type { Saathi } from './fixtures/saathi.ts';
import { test as base, expect } from './fixtures/test.ts';
import {
  closedHosts,
  inFirstWall,
  inSetAlone,
  listTexts,
  parityPolicy,
  visits,
} from './support/parity.ts';

const test = base.extend<{ publisher: ListServer }>({
  // oxlint-disable-next-line no-empty-pattern
  publisher: async ({}, use) => {
    const publisher = await startListServer();
    for (const { path, text } of listTexts) publisher.publishes(path, text, '"one"');
    await use(publisher);
    await publisher.close();
  },
});
test.describe.configure({ timeout: 400_000 });

const within = { timeout: 60_000 };
/** A page that is to be closed late would be by then. */
const settledMs = 300;

async function setUp(saathi: Saathi, policy: Policy): Promise<void> {
  await saathi.setUp(policy);
  await expect
    .poll(async () => hostsInForce(saathi), within)
    .toEqual(listTexts.map(({ hosts }) => hosts));
  // The rules are written after the last list is known.
  await expect
    .poll(async () => {
      const names = await namesInRules(saathi);
      return inFirstWall.filter((host) => !names.includes(host));
    }, within)
    .toEqual([]);
}
async function hostsInForce(saathi: Saathi): Promise<number[]> {
  const read = await saathi.ask('lists.read', {});
  if (!read.ok) throw new Error(read.failure);
  return listTexts.map(
    ({ category }) =>
      read.value.lists.find(({ id }) => id === `list-${category}`)?.state?.hosts ?? 0,
  );
}
async function namesInRules(saathi: Saathi): Promise<readonly string[]> {
  const rules = (await saathi.rulesInForce()) as readonly {
    readonly action: { readonly type: string };
    readonly condition: { readonly requestDomains?: readonly string[] };
  }[];
  return rules.flatMap(({ action, condition }) =>
    action.type === 'block' ? (condition.requestDomains ?? []) : [],
  );
}

const blocked = (page: Page) => page.locator('[data-saathi="blocked"]');

/** The page is shown: no curtain is drawn any more, which it is until the page has been judged. */
const judged = (page: Page) =>
  page.locator('html:not([style*="clip-path"]) > body:not(:empty)').first();

/** Hosts whose visit ended at the block page, and those that heard of it. The block page is waited for where it is due. */
async function walk(
  saathi: Saathi,
  web: { requestsTo: (host: string) => readonly string[] },
  due: ReadonlySet<string>,
) {
  const closed: string[] = [];
  const asked: string[] = [];
  for (const host of visits) {
    // A tab of its own: what a tab showed before must not be taken for what it shows now.
    const page = await saathi.open(`http://${host}/`);
    await expect(due.has(host) ? blocked(page) : judged(page), host).toBeAttached();
    await page.waitForTimeout(settledMs);
    // The first wall leaves the browser's own error page for a moment, until ours is there.
    if (!page.url().startsWith('http')) await expect(blocked(page), host).toBeAttached();
    if ((await blocked(page).count()) > 0) closed.push(host);
    else expect(page.url(), host).toBe(`http://${host}/`);
    if (web.requestsTo(host).length > 0) asked.push(host);
    await page.close();
  }
  return { closed, asked };
}

for (const unknown of ['allow', 'ask'] as const) {
  test(`with unknown sites on "${unknown}" every visit ends as decide() says, and what stands in a rule is never asked for`, async ({
    saathi,
    web,
    publisher,
  }) => {
    const policy = parityPolicy(publisher.at, unknown);
    await setUp(saathi, policy);
    const names = await namesInRules(saathi);
    expect(inFirstWall.filter((host) => !names.includes(host))).toEqual([]);
    expect(inSetAlone.filter((host) => names.includes(host))).toEqual([]);
    const expected = closedHosts(policy);
    const { closed, asked } = await walk(saathi, web, expected);
    expect(closed).toEqual(visits.filter((host) => expected.has(host)));
    const inRule = (host: string) =>
      names.some((name) => host === name || host.endsWith(`.${name}`));
    expect(asked.filter((host) => inRule(host) && expected.has(host))).toEqual([]);
  });
}

test('the first navigation after the worker was ended is guarded, by rule and by set', async ({
  saathi,
  web,
  publisher,
}) => {
  await setUp(saathi, parityPolicy(publisher.at, 'allow'));
  for (const host of [inFirstWall[0] ?? '', ...inSetAlone]) {
    await saathi.killWorker();
    const page = await saathi.open(`http://${host}/`);
    await expect(blocked(page)).toBeVisible();
    await page.close();
  }
  expect(web.requestsTo(inFirstWall[0] ?? '')).toEqual([]);
});

test('the first navigation after a list update is guarded by the new list, and open tabs are looked at again', async ({
  saathi,
  web,
  publisher,
}) => {
  await setUp(saathi, parityPolicy(publisher.at, 'allow'));
  const open = await saathi.open('http://new.test/');
  await expect(open.getByRole('heading').first()).toBeVisible();
  const games = listTexts.find(({ category }) => category === 'games');
  if (games === undefined) throw new Error('no list of games');
  publisher.publishes(games.path, `${games.text}new.test\nnewer.test\n`, '"two"');
  expect(await saathi.ask('lists.refresh', { id: 'list-games' })).toMatchObject({ ok: true });
  await expect.poll(async () => (await hostsInForce(saathi))[1], within).toBe(games.hosts + 2);
  // From the switch on: no pause, and no matter whether the rules are written yet.
  await expect(blocked(await saathi.open('http://newer.test/'))).toBeVisible();
  await expect(blocked(open)).toBeVisible(within);
  await expect.poll(async () => namesInRules(saathi), within).toContain('newer.test');
  web.forgetRequests();
  await saathi.killWorker();
  await expect(blocked(await saathi.open('http://www.newer.test/'))).toBeVisible();
  expect(web.requestsTo('www.newer.test')).toEqual([]);
});
