// Every way round in one Firefox: one policy closes something for each, and a trial that needs more adds to it.
import assert from 'node:assert/strict';

import { type PretendWeb, startPretendWeb } from '../../scripts/pretend-web/server.ts';
import { roundPolicy } from '../e2e/bypass/ways.ts';
import { recordOf, recoveryVerifierOf, testPin, testRecoveryCode } from '../e2e/support/secret.ts';
import type { Firefox } from './firefox.ts';

type Outcome = { readonly title: string; readonly failure: string | null };
export type Trial = { readonly title: string; readonly run: (round: Round) => Promise<void> };

const isBlocked = `document.querySelector('[data-saathi="blocked"]') !== null`;

export class Round {
  readonly firefox: Firefox;
  readonly web: PretendWeb;

  constructor(firefox: Firefox, web: PretendWeb) {
    this.firefox = firefox;
    this.web = web;
  }

  async setUp(): Promise<void> {
    const answer = await this.firefox.ask('setup.finish', {
      policy: roundPolicy().build(),
      secret: await recordOf(testPin),
      recoveryVerifier: recoveryVerifierOf(testRecoveryCode),
    });
    assert.equal(answer.ok, true, JSON.stringify(answer));
  }

  /** Opens it in a tab of its own; it must end at the block page, and none of these hosts may have heard of it. */
  async isClosed(url: string, ...silent: readonly string[]): Promise<string> {
    this.web.forgetRequests();
    const tab = await this.firefox.open(url);
    await this.isBlocked(tab, url);
    this.heardNothing(...silent);
    return tab;
  }

  async isBlocked(tab: string, what = ''): Promise<void> {
    await this.firefox.waitFor(tab, isBlocked).catch((error: unknown) => {
      throw new Error(`${what} was not closed`, { cause: error });
    });
  }

  heardNothing(...hosts: readonly string[]): void {
    for (const host of hosts) assert.deepEqual(this.web.requestsTo(host), [], host);
  }

  async isOpen(url: string, heading: string): Promise<string> {
    const tab = await this.firefox.open(url);
    await this.shows(tab, heading);
    return tab;
  }

  async shows(tab: string, heading: string): Promise<void> {
    const wanted = JSON.stringify(heading);
    await this.firefox.waitFor(
      tab,
      `[...document.querySelectorAll('h1')].some((each) => each.textContent.startsWith(${wanted}))`,
    );
  }

  /** Closes more hosts, which needs no PIN. */
  async close(...hosts: readonly string[]): Promise<void> {
    const read = await this.firefox.ask('policy.read', {});
    assert.ok(read.ok && read.value.policy !== null);
    const { policy, revision } = read.value;
    const children = policy.children.map((child) => ({
      ...child,
      filter: { ...child.filter, blocklist: [...child.filter.blocklist, ...hosts] },
    }));
    const saved = await this.firefox.ask('policy.save', {
      policy: { ...policy, children },
      baseRevision: revision,
    });
    assert.equal(saved.ok, true, JSON.stringify(saved));
  }
}

/** One Firefox for all: each trial has tabs and hosts of its own. */
export async function* goRound(
  launch: (proxyPort: number) => Promise<Firefox>,
  trials: readonly Trial[],
): AsyncGenerator<Outcome> {
  const web = await startPretendWeb();
  const firefox = await launch(web.port);
  const round = new Round(firefox, web);
  await round.setUp();
  for (const { title, run } of trials) {
    web.forgetRequests();
    yield { title, failure: await failureOf(() => run(round)) };
    await firefox.closeOtherTabs();
  }
  await firefox.close();
  await web.close();
}

async function failureOf(task: () => Promise<void>): Promise<string | null> {
  try {
    await task();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    const cause = error.cause instanceof Error ? `\n${error.cause.message}` : '';
    return `${error.stack ?? error.message}${cause}`;
  }
}
