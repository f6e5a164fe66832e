// Gathers what decide() looks at: the policy in force, the active child, the hour, the lists.
import { isOfAge, withBelievedAge } from '@/rules/growing/age.ts';
import { createWordFinder, type WordFinder } from '@/rules/hosts/address-words.ts';
import { type Host, toHost } from '@/rules/hosts/address.ts';
import { createPatternIndex, parentsOf, type PatternIndex } from '@/rules/hosts/match.ts';
import { parsePattern, type Pattern } from '@/rules/hosts/pattern.ts';
import { type BrandIndex, brandIndexOf } from '@/rules/lookalike/brand-index.ts';
import { liveOverrides } from '@/rules/overrides/override.ts';
import type { ChildProfile, Policy } from '@/rules/policy/schema.ts';
import type { Situation } from '@/rules/policy/situation.ts';
import type { FoundRisk } from '@/rules/risk/found.ts';
import { judgedMoment, type Ledger, pastOf, usageOf } from '@/rules/time/ledger.ts';
import { scopesOf } from '@/rules/time/quota.ts';

import type { OpenedSets } from '../adapters/opened-sets.ts';
import type { HelpHosts } from '../adapters/packaged.ts';
import type { CurrentPolicy } from '../policy-store.ts';
import type { World } from '../world.ts';

export type Loaded = {
  readonly current: CurrentPolicy;
  readonly policy: Policy;
  readonly profile: ChildProfile;
  readonly situation: Situation;
  readonly allowlist: readonly Pattern[];
  readonly blocklist: readonly Pattern[];
  readonly helpHosts: readonly Host[];
  readonly fetched: OpenedSets;
  /** Names that an address may imitate. */
  readonly brands: BrandIndex;
  /** The age label an address is known to carry; null: none. */
  readonly ageLabelOf: (url: string) => string | null;
  /** What was found when that address was read. */
  readonly riskOf: (url: string) => FoundRisk | null;
};

/** A page chooses its own address: two megabytes of it, a few times over, would fill the session's storage. */
export const labelKey = (url: string): string => url.slice(0, 2048);

/** Null before set-up. */
export async function loadSituation(world: World): Promise<Loaded | null> {
  const reading = readWorld(world);
  reading.catch(() => undefined); // who waits for it below is told; without a policy nobody waits
  const current = await world.policies.current();
  if (current.policy === null) return null;
  const { policy } = current;
  const child = activeChild(policy);
  const read = await reading;
  const { ledger, overrides, passed, fought, labels, risks, starter, fetched } = read;
  const moment = judgedMoment(ledger, world.now(), policy.timeZone);
  const lists = listsOf(child);
  const profile = isOfAge(child, moment)
    ? withBelievedAge(child, moment, await world.stores.believed.read())
    : child;
  const helpHosts = helpHostsOf(policy, read);
  const helpSet = new Set<string>(helpHosts);
  const passedHosts =
    passed.date === moment.date && passed.childId === profile.id ? new Set(passed.hosts) : null;
  return {
    current,
    policy,
    profile,
    allowlist: lists.allowlist,
    blocklist: lists.blocklist,
    helpHosts,
    fetched,
    brands: brandIndexOf(starter),
    // Asked for web addresses only: none of them is a name that every object answers to.
    ageLabelOf: (url) => labels[labelKey(url)] ?? null,
    riskOf: (url) => risks[labelKey(url)] ?? null,
    situation: {
      profile,
      moment,
      usage: usageOf(ledger, profile.id, moment),
      past: pastOf(ledger, profile.id, moment),
      overrides: liveOverrides([...overrides, ...(current.grants ?? [])], moment.instant).filter(
        // Dinner is for all: another child chosen meanwhile does not end it.
        ({ childId, covers }) => childId === profile.id || covers.kind === 'lockdown',
      ),
      allowlist: lists.allowIndex,
      blocklist: lists.blockIndex,
      closedWord: lists.closedWord,
      lookup: world.lookupFor(starter, fetched, policy.lists),
      isHelp: (host) => parentsOf(host).some((name) => helpSet.has(name)),
      hasPassedWarning: (host) => passedHosts?.has(host) ?? false,
      hasFoughtWarning: (host) => fought.includes(host),
    },
  };
}

/** All that does not depend on the policy is read beside it: a worker that wakes has no time to lose. */
async function readWorld({ stores, packaged, openedSets }: World) {
  const [ledger, overrides, passed, fought, labels, risks, starter, fetched, shipped, taken] =
    await Promise.all([
      stores.ledger.read(),
      stores.overrides.read(),
      stores.passed.read(),
      stores.fought.read(),
      stores.labels.read(),
      stores.risks.read(),
      packaged.starter(),
      openedSets(),
      packaged.helpHosts(),
      stores.packHosts.read(),
    ]);
  return { ledger, overrides, passed, fought, labels, risks, starter, fetched, shipped, taken };
}

/** The scopes of the page that is being counted, and of what plays beside it. */
export const scopesInFront = (
  { open, beside = [] }: Ledger,
  { hostSets }: ChildProfile,
): readonly string[] =>
  open === null
    ? ['all']
    : [open, ...beside].flatMap(({ host, categories }) =>
        scopesOf(parentsOf(host), categories, hostSets),
      );

export const activeChild = (policy: Policy): ChildProfile => {
  const child = policy.children.find(({ id }) => id === policy.activeChild) ?? policy.children[0];
  if (child === undefined) throw new Error('A policy has at least one child');
  return child;
};

type Lists = {
  readonly allowlist: readonly Pattern[];
  readonly blocklist: readonly Pattern[];
  readonly allowIndex: PatternIndex;
  readonly blockIndex: PatternIndex;
  readonly closedWord: WordFinder;
};
// Keyed by the profile object itself: a policy that was saved anew is another object.
const listsCache = new WeakMap<ChildProfile, Lists>();

function listsOf(profile: ChildProfile): Lists {
  const cached = listsCache.get(profile);
  if (cached !== undefined) return cached;
  // A pattern that does not parse matches nothing; the guardian's page names it.
  const parsed = (texts: readonly string[]): Pattern[] =>
    texts.flatMap((text) => {
      const pattern = parsePattern(text);
      return pattern.ok ? [pattern.value] : [];
    });
  const allowlist = parsed(profile.filter.allowlist);
  const blocklist = parsed(profile.filter.blocklist);
  const lists = {
    allowlist,
    blocklist,
    allowIndex: createPatternIndex(allowlist),
    blockIndex: createPatternIndex(blocklist),
    closedWord: createWordFinder(profile.filter.words ?? []),
  };
  listsCache.set(profile, lists);
  return lists;
}

type HelpSources = { readonly shipped: HelpHosts; readonly taken: HelpHosts };

/** An edition of a pack that was taken stands in the place of the one that was shipped. */
function helpHostsOf({ country, desk: own }: Policy, { shipped, taken }: HelpSources): Host[] {
  const hosts = ['ZZ', country].flatMap((each) => taken[each] ?? shipped[each] ?? []) as Host[];
  const address = own !== undefined && 'endpoint' in own ? URL.parse(own.endpoint) : null;
  const desk = address === null ? null : toHost(address.hostname);
  // A desk on this machine is a trial: it must not open every other page of this machine.
  return desk === null || isLoopbackHost(desk) ? hosts : [...hosts, desk];
}

const isLoopbackHost = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host);
