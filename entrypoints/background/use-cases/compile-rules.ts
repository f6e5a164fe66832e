// The first wall's rules for the policy and the hour in force.
import { browser } from 'wxt/browser';

import { isOfAge } from '@/rules/growing/age.ts';
import { parseAddress } from '@/rules/hosts/address.ts';
import { decide } from '@/rules/policy/decide.ts';
import type { Category } from '@/rules/policy/schema.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { type Closure, chooseNames, type NamesByCategory } from '@/rules/rulesets/budget.ts';
import { closuresOf, compileRuleset } from '@/rules/rulesets/compile.ts';
import { fetchedRuleId } from '@/rules/rulesets/ids.ts';
import type { Rule } from '@/rules/rulesets/rule.ts';
import type { TimeClosures } from '@/rules/time/closures.ts';

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
  /** Rules that stay as they stand: nothing has changed about their names, or they can not be read now. */
  readonly isKept: (id: number) => boolean;
  readonly firstWall: FirstWall;
};
export type Standing = {
  /** What the first wall was last given. */
  readonly firstWall: FirstWall;
  /** Not after a start of the browser: then everything is looked at again. */
  readonly isTrusted: boolean;
  /** Our own list comes with the version. */
  readonly version: string;
};

export async function compileRules(
  loaded: Loaded,
  time: TimeClosures,
  standing: Standing,
): Promise<Compiled> {
  const { situation, profile, allowlist, blocklist, helpHosts } = loaded;
  if (isOfAge(profile, situation.moment)) return nothing;
  const closures = closuresOf({ profile, time });
  const { chosen, kept, firstWall } = await fetchedNames(loaded, closures, standing);
  const rules = compileRuleset({
    profile,
    allowlist,
    blocklist,
    lookup: situation.lookup,
    fetched: chosen,
    helpHosts,
    ourHost: new URL(browser.runtime.getURL('')).hostname,
    overrides: situation.overrides,
    time,
    isClosed: (example) => isClosedAtAnyHour(loaded, example),
  });
  const keptIds = new Set(kept.map(fetchedRuleId));
  return { rules, isKept: (id) => keptIds.has(id), firstWall };
}

/** The controls have ended: no page is closed, and no search is changed. */
const nothing: Compiled = {
  rules: [],
  isKept: () => false,
  firstWall: { mark: '', categories: {} },
};

function isClosedAtAnyHour({ situation, profile }: Loaded, example: string): boolean {
  const address = parseAddress(example);
  if (address === null) return true;
  // By its address alone: a closed hour has its own rules, above these.
  const anyHour = { ...situation, profile: { ...profile, quietTimes: [], quotas: [] } };
  return closesPage(decide(anyHour, { address, embedder: null, signals: [] }));
}

type Chosen = {
  readonly chosen: NamesByCategory;
  readonly kept: readonly Category[];
  readonly firstWall: FirstWall;
};

/** A hundred thousand names are read, chosen and compared only where something about them has changed. */
async function fetchedNames(
  loaded: Loaded,
  closures: ReadonlyMap<Category, Closure>,
  { firstWall: standing, isTrusted, version }: Standing,
): Promise<Chosen> {
  const { fetched, policy, situation } = loaded;
  const mark = JSON.stringify([version, room, ...closures, ...fetched.keys, policy.lists]);
  const isLost = fetched.lost.some(({ category }) => closures.has(category));
  if (isTrusted && !isLost && standing.mark === mark) {
    return { chosen: new Map(), kept: [...closures.keys()], firstWall: standing };
  }
  const offered = await namesFor(loaded, closures);
  const chosen = chooseNames({ closures, offered, room, lookup: situation.lookup });
  const missing = [...closures.keys()].filter((category) => !offered.has(category));
  const isOn = isOnIn(policy.lists);
  const kept = missing.flatMap((category) => {
    const wall = standing.categories[category];
    return wall?.lists.some(isOn) === true ? [[category, wall] as const] : [];
  });
  const written = [...chosen].map(([category, names]) => {
    const lists = [...(fetched.sets.get(category)?.listIds ?? [])];
    return [category, { names: names.length, lists }] as const;
  });
  const isWhole = missing.every((category) => !fetched.keys.has(category));
  return {
    chosen,
    kept: kept.map(([category]) => category),
    firstWall: {
      mark: isWhole ? mark : '',
      categories: Object.fromEntries([...kept, ...written]),
    },
  };
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
