// What time costs: an event in the ledger, a verdict under the most rules a child can have, and writes to the disk.
// The other half of docs/benchmarks/time.json, an hour and some minutes in a real browser, is written by `npm run soak`.
import '../support/temporal.ts';
import { registerHooks } from 'node:module';

import { parseAddress } from '../../rules/hosts/address.ts';
import { decide } from '../../rules/policy/decide.ts';
import type { Situation, Visit } from '../../rules/policy/situation.ts';
import {
  emptyLedger,
  type Ledger,
  type LedgerEvent,
  type LedgerRules,
  pastOf,
  reduce,
  usageOf,
} from '../../rules/time/ledger.ts';
import { momentAt } from '../../rules/time/moment.ts';
import { countedHosts } from '../../rules/time/rules-in-force.ts';
import { median } from './support/figures.ts';
import { atMost, figure, publishPart } from './support/publish.ts';

// The builders and the background name their files from the root, as the extension's bundler reads them.
registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier.startsWith('@/')
        ? new URL(`../../${specifier.slice(2)}`, import.meta.url).href
        : specifier,
      context,
    ),
});
const { aHousehold, manyRuleSets } = await import('../support/builders.ts');
const { createLedgerStore } = await import('../../entrypoints/background/adapters/ledger-store.ts');

const zone = 'Asia/Karachi';
const day = 86_400_000;
const child = manyRuleSets(20);
const rules: LedgerRules = { zone, keptHosts: countedHosts(child) };
const week = Date.parse('2026-11-16T03:00:00Z');

const ledger = aWeek();
publishPart('time', 'rules', {
  browser: null,
  results: [
    atMost(20, figure('an event in the ledger', perEvent(ledger), 'µs')),
    atMost(50, figure('a verdict under 20 sets of rules', perVerdict(ledger, child), 'µs')),
    figure('a verdict without any time rule', perVerdict(ledger, aHousehold().child), 'µs'),
    atMost(
      2,
      figure(
        'writes to the disk, a change of page every 3 s',
        await writesAMinute(3000),
        'a minute',
      ),
    ),
    figure('the ledger of a busy week, stored', JSON.stringify(ledger).length / 1024, 'KiB'),
  ],
});

/** A busy day: a page every few seconds out of a hundred hosts, sound behind some of them, a heartbeat between. */
function eventAt(at: number, turn: number): LedgerEvent {
  const steady = { run: 1, ms: at - week };
  if (turn % 3 === 2) return { kind: 'tick', at, steady };
  const spot = (host: number) => ({
    host: `site${host % 20}.set${host % 7}.test`,
    categories: [host % 2 === 0 ? 'video' : 'games'],
  });
  const beside = turn % 5 === 0 ? [spot(turn + 1)] : [];
  return { kind: 'show', at, steady, childId: child.id, ...spot(turn), beside };
}

function aWeek(): Ledger {
  let state = emptyLedger;
  let turn = 0;
  for (let date = 0; date < 8; date += 1) {
    for (let second = 0; second < 7200; second += 10) {
      turn += 1;
      state = reduce(state, eventAt(week + date * day + second * 1000, turn), rules);
    }
  }
  return { ...state, finished: [] };
}

function perEvent(from: Ledger): number {
  const start = (from.lastSeen?.at ?? week) + 1000;
  return microseconds(20_000, () => {
    let state = from;
    return (turn) => {
      state = reduce(state, eventAt(start + turn * 40, turn), rules);
    };
  });
}

function perVerdict(from: Ledger, profile: Situation['profile']): number {
  const base = aHousehold().with({ child: profile }).situation();
  // What was stored is read anew for each verdict; the policy is not.
  const situations = Array.from({ length: 500 }, (_, each): Situation => {
    const moment = momentAt(week + 7 * day + each * 60_000, zone);
    const stored = structuredClone(from);
    const usage = usageOf(stored, profile.id, moment);
    return { ...base, moment, usage, past: pastOf(stored, profile.id, moment) };
  });
  const hosts = ['site3.set2.test', 'video.test', 'known.test', 'site5.set6.test'];
  const visits = hosts.map((host): Visit => {
    const address = parseAddress(`https://${host}/a/page?of=it`);
    if (address === null) throw new Error('not an address');
    return { address, embedder: null, signals: [] };
  });
  return microseconds(20_000, () => (turn) => {
    const [situation, visit] = [situations[turn % 500], visits[turn % 4]];
    if (situation !== undefined && visit !== undefined) decide(situation, visit);
  });
}

/** An hour of browsing through the store the background uses, counting what reaches the disk. */
async function writesAMinute(everyMs: number): Promise<number> {
  let writes = 0;
  const area = (onSet: () => void) => {
    const values: Record<string, unknown> = {};
    return {
      get: async (key: string) => (key in values ? { [key]: values[key] } : {}),
      set: async (items: Record<string, unknown>) => {
        onSet();
        Object.assign(values, items);
      },
      remove: async () => {},
    };
  };
  const store = createLedgerStore({
    local: area(() => {
      writes += 1;
    }),
    session: area(() => {}),
    lock: (_name, task) => task(),
    isPrivate: false,
  });
  for (let ms = 0; ms < 3_600_000; ms += everyMs) {
    await store.update((old) => reduce(old, eventAt(week + ms, ms / everyMs), rules));
  }
  return writes / 60;
}

/** Own CPU time, median over rounds, after one to warm up. `prepare` makes what one round works on. */
function microseconds(times: number, prepare: () => (turn: number) => void): number {
  const rounds: number[] = [];
  for (let round = -1; round < 9; round += 1) {
    const task = prepare();
    const before = process.threadCpuUsage();
    for (let turn = 0; turn < times; turn += 1) task(turn);
    const { user, system } = process.threadCpuUsage(before);
    if (round >= 0) rounds.push((user + system) / times);
  }
  return median(rounds);
}
