// One browser for all ways round: its policy closes something for each, and a test that needs a stricter one adds to it.
// Every test opens its own tabs, and a host that one test closes is no other test's.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, type Page, test as base } from '@playwright/test';

import type { Policy } from '../../../rules/policy/schema.ts';
import { chromeBuild } from '../../../scripts/chromium.ts';
import { type PretendWeb, startPretendWeb } from '../../../scripts/pretend-web/server.ts';
import { Saathi } from '../fixtures/saathi.ts';
import { browserPath } from '../fixtures/test.ts';
import { roundPolicy } from './ways.ts';

export { expect } from '@playwright/test';

export class Round {
  readonly saathi: Saathi;
  readonly web: PretendWeb;

  constructor(saathi: Saathi, web: PretendWeb) {
    this.saathi = saathi;
    this.web = web;
  }

  /** Opens it in a tab of its own; it must end at the block page, and none of these hosts may have heard of it. */
  async isClosed(url: string, ...silent: readonly string[]): Promise<Page> {
    this.web.forgetRequests();
    const page = await this.saathi.open(url);
    await this.isBlocked(page, url);
    this.heardNothing(...silent);
    return page;
  }

  async isBlocked(page: Page, what = page.url()): Promise<void> {
    await expect(page.locator('[data-saathi="blocked"]'), what).toBeVisible();
  }

  heardNothing(...hosts: readonly string[]): void {
    for (const host of hosts) expect(this.web.requestsTo(host), host).toEqual([]);
  }

  async isOpen(url: string, title: string | RegExp): Promise<Page> {
    const page = await this.saathi.open(url);
    await expect(page.getByRole('heading', { name: title }), url).toBeVisible();
    return page;
  }

  /** Makes the rules in force stricter, which needs no PIN. */
  async tighten(change: (policy: Policy) => Policy): Promise<void> {
    const read = await this.saathi.ask('policy.read', {});
    if (!read.ok || read.value.policy === null) throw new Error('no policy to tighten');
    const saved = await this.saathi.ask('policy.save', {
      policy: change(read.value.policy),
      baseRevision: read.value.revision,
    });
    if (!saved.ok) throw new Error(`not tightened: ${saved.failure}`);
  }

  close = (...hosts: readonly string[]): Promise<void> =>
    this.tighten((policy) => ({
      ...policy,
      children: policy.children.map((child) => ({
        ...child,
        filter: { ...child.filter, blocklist: [...child.filter.blocklist, ...hosts] },
      })),
    }));
}

/** Names of the real web that the pretend web answers for, so that no trial leaves this machine. */
const borrowed = [
  '203.0.113.*',
  // Chromium compares these without brackets, and reads a colon as a port: only a star says them.
  '*cb00:710*',
  'xn--yutube-wqf.com',
  'web.archive.org',
  'r.jina.ai',
  'www.google.com.pk',
  'yandex.com',
  'duckduckgo.com',
  '*croxyproxy.com',
  'youtu.be',
  '*youtube.com',
  '*youtube-nocookie.com',
  '*.googlevideo.com',
  '*.translate.goog',
  '*.github.io',
];

export const test = base.extend<{ round: Round }, { oneRound: Round }>({
  oneRound: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const profile = mkdtempSync(join(tmpdir(), 'saathi-round-'));
      const web = await startPretendWeb();
      const maps = borrowed.map((host) => `MAP ${host} 127.0.0.1:${web.port}`);
      const saathi = await Saathi.launch({
        executablePath: browserPath(),
        extension: chromeBuild,
        resolverRule: [web.resolverRule, ...maps, 'EXCLUDE 127.0.0.1', 'MAP * ~NOTFOUND'].join(
          ', ',
        ),
        profile,
      });
      await saathi.setUp(roundPolicy());
      await use(new Round(saathi, web));
      await saathi.close();
      await web.close();
      rmSync(profile, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  round: async ({ oneRound: round }, use) => {
    const there = round.saathi.context.pages();
    round.web.forgetRequests();
    await use(round);
    for (const page of round.saathi.context.pages()) {
      if (!there.includes(page) && !page.url().includes('/options.html')) await page.close();
    }
  },
});
