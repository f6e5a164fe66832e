// The first wall's rules for the policy and the hour in force.
import { parseAddress } from '@/rules/hosts/address.ts';
import { decide } from '@/rules/policy/decide.ts';
import type { Category } from '@/rules/policy/schema.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { type Closure, chooseNames, type NamesByCategory } from '@/rules/rulesets/budget.ts';
import { closuresOf, compileRuleset, type TimeClosures } from '@/rules/rulesets/compile.ts';
import { fetchedRuleId } from '@/rules/rulesets/ids.ts';
import type { Rule } from '@/rules/rulesets/rule.ts';

import { isOnIn } from '../adapters/lookups.ts';
import { readNames } from '../lists/store.ts';
import type { FirstWall } from '../world.ts';
import type { Loaded } from './situation.ts';

/**
 * Names of fetched lists in all. One update then takes about half a second in Chromium and under one in Firefox, which
 * reads its rules anew at each change (docs/benchmarks.md, "first wall").
 */
const room = import.meta.env.FIREFOX ? 30_000 : 100_000;

export type Compiled = {
  readonly rules: readonly Rule[];
  /** Rules whose names can not be read now: they stay as they stand. */
  readonly isKept: (id: number) => boolean;
  readonly firstWall: FirstWall;
};

/** `standing` is what the first wall was last given. */
export async function compileRules(
  loaded: Loaded,
  time: TimeClosures,
  standing: FirstWall,
): Promise<Compiled> {
  const { situation, profile, allowlist, blocklist, helpHosts, fetched, policy } = loaded;
  const closures = closuresOf({ profile, time });
  const { chosen, missing } = await chosenNames(loaded, closures);
  const isOn = isOnIn(policy.lists);
  const kept = missing.filter((category) => (standing[category]?.lists ?? []).some(isOn));
  const rules = compileRuleset({
    profile,
    allowlist,
    blocklist,
    lookup: situation.lookup,
    fetched: chosen,
    helpHosts,
    overrides: situation.overrides,
    time,
    isClosed: (example) => isClosedAtAnyHour(loaded, example),
  });
  const keptIds = new Set(kept.map(fetchedRuleId));
  return {
    rules,
    isKept: (id) => keptIds.has(id),
    firstWall: Object.fromEntries([
      ...kept.flatMap((category) => {
        const wall = standing[category];
        return wall === undefined ? [] : [[category, wall] as const];
      }),
      ...[...chosen].map(([category, names]) => {
        const lists = [...(fetched.sets.get(category)?.listIds ?? [])];
        return [category, { names: names.length, lists }] as const;
      }),
    ]),
  };
}

function isClosedAtAnyHour({ situation, profile }: Loaded, example: string): boolean {
  const address = parseAddress(example);
  if (address === null) return true;
  // By its address alone: a closed hour has its own rules, above these.
  const anyHour = { ...situation, profile: { ...profile, quietTimes: [], quotas: [] } };
  return closesPage(decide(anyHour, { address, embedder: null, signals: [] }));
}

type Chosen = {
  readonly chosen: NamesByCategory;
  /** Closed categories whose names could not be read. */
  readonly missing: readonly Category[];
};
/** Rebuildable: choosing takes a tenth of a second, and only another edition or closure changes the choice. */
const chosenCache = new WeakMap<Loaded['fetched'], Chosen & { readonly mark: string }>();

async function chosenNames(
  loaded: Loaded,
  closures: ReadonlyMap<Category, Closure>,
): Promise<Chosen> {
  const { fetched, policy, situation } = loaded;
  const mark = JSON.stringify([...closures, policy.lists]);
  const cached = chosenCache.get(fetched);
  if (cached?.mark === mark) return cached;
  const offered = await namesFor(loaded, closures);
  const made = {
    mark,
    chosen: chooseNames({ closures, offered, room, lookup: situation.lookup }),
    missing: [...closures.keys()].filter((category) => !offered.has(category)),
  };
  // What could not be read is tried again the next time.
  if (made.missing.every((category) => !fetched.sets.has(category))) chosenCache.set(fetched, made);
  return made;
}

/** Names of the sets that answer now: a name whose set is lost would be closed by one wall alone. */
async function namesFor(
  { fetched, situation, policy }: Loaded,
  closures: ReadonlyMap<Category, Closure>,
): Promise<NamesByCategory> {
  const open = [...fetched.sets].filter(([category]) => closures.has(category));
  const keyOf = (category: Category): string => fetched.keys.get(category) ?? '';
  const names = await readNames(open.map(([category]) => keyOf(category))).catch(() => null);
  const isOn = isOnIn(policy.lists);
  return new Map(
    open.flatMap(([category, { listIds }]) => {
      const read = names?.get(keyOf(category));
      if (read === undefined) return [];
      // A list that was just turned off still lies in the set, with its names.
      const counted = listIds.every(isOn)
        ? read
        : read.filter((name) => situation.lookup.listsNaming(name, category).some(isOn));
      return [[category, counted] as const];
    }),
  );
}
