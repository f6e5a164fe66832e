// Our set and the peers over the same list and the same hosts, in turns, so that the machine's moods fall on all alike.
import { createSectionBuilder } from '../../../rules/lists/set/builder.ts';
import { openCategory, packCategory } from '../../../rules/lists/set/category.ts';
import { createHostHashes, hashesOf } from '../../../rules/lists/set/hash.ts';
import { median } from './figures.ts';
import type { Peer } from './lists-peers.ts';
import { atLeast, figure, type Result } from './publish.ts';

// Hosts a turn: long enough for a clock, short enough that a turn is seldom interrupted.
const perTurn = 1000;
/** How many times faster ours is to be. */
const goals: Readonly<Record<string, number>> = { "uBO's trie": 5, Ghostery: 40 };

const ourName = 'Saathi';

/** Our set, as the worker opens it: with the public suffix list behind each hit. */
export function ours(list: readonly string[]): Peer {
  const builder = createSectionBuilder();
  for (const host of list) builder.add(host);
  const opened = openCategory(packCategory([{ listId: 'list', bytes: builder.finish().bytes }]));
  if (!opened.ok) throw new Error(opened.failure);
  const set = opened.value;
  const hashes = createHostHashes();
  return {
    name: ourName,
    count(hosts, from, to) {
      let found = 0;
      for (let index = from; index < to; index += 1) {
        if (set.has(hashesOf(hosts[index] ?? '', hashes))) found += 1;
      }
      return found;
    },
  };
}

/** Nanoseconds a look-up in each turn, by engine. The first pass warms up and is checked: all must find the same. */
export function timesOf(
  engines: readonly Peer[],
  hosts: readonly string[],
  passes: number,
): ReadonlyMap<string, readonly number[]> {
  const times = new Map(engines.map(({ name }) => [name, [] as number[]]));
  const found = engines.map(({ count }) => count(hosts, 0, hosts.length));
  const [own = 0] = found;
  // A print of 16 bits hits one stranger in 65,536, and public suffixes are none of ours to close.
  const isFar = (other: number): boolean => Math.abs(other - own) > 10 + hosts.length / 2000;
  if (found.some(isFar)) throw new Error(`The engines do not agree: ${found.join(', ')}`);
  for (let turn = 0; turn < passes * Math.floor(hosts.length / perTurn); turn += 1) {
    const from = (turn * perTurn) % (hosts.length - (hosts.length % perTurn));
    for (const place of engines.keys()) {
      const engine = engines[(place + turn) % engines.length];
      if (engine === undefined) continue;
      const start = process.hrtime.bigint();
      engine.count(hosts, from, from + perTurn);
      const nanoseconds = Number(process.hrtime.bigint() - start) / perTurn;
      times.get(engine.name)?.push(nanoseconds);
    }
  }
  return times;
}

/** Our own time, and how many times longer each peer takes: medians over turns, each pair from the same turn. */
export function compared(
  what: string,
  times: ReadonlyMap<string, readonly number[]>,
  hasGoal: boolean,
): Result[] {
  const own = times.get(ourName) ?? [];
  const rows = [figure(`${what}, ${ourName}`, median(own), 'ns')];
  for (const [name, theirs] of times) {
    if (name === ourName) continue;
    const ratio = median(theirs.map((time, turn) => time / (own[turn] ?? Number.NaN)));
    const row = figure(`${what}, ${name} takes as long`, ratio, 'times');
    const goal = hasGoal ? goals[name] : undefined;
    rows.push(goal === undefined ? row : atLeast(goal, row));
  }
  return rows;
}
