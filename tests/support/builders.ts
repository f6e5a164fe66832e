// Policies and visits in words. A builder starts from an open profile: nothing is closed but what the test says.
import { createWordFinder } from '@/rules/hosts/address-words.ts';
import { parseAddress, toHost, type Address, type Host } from '@/rules/hosts/address.ts';
import { createPatternIndex, parentsOf } from '@/rules/hosts/match.ts';
import { parsePattern, type Pattern } from '@/rules/hosts/pattern.ts';
import { createLookup, type Lookup } from '@/rules/lists/lookup.ts';
import type { Override } from '@/rules/overrides/override.ts';
import { decide } from '@/rules/policy/decide.ts';
import { createPolicy } from '@/rules/policy/presets.ts';
import {
  type Action,
  type AgeBand,
  categories,
  type Category,
  type ChildProfile,
  type Policy,
  type RuleSet,
  weekdays,
} from '@/rules/policy/schema.ts';
import type { Situation } from '@/rules/policy/situation.ts';
import type { Verdict } from '@/rules/policy/verdict.ts';
import type { Signal } from '@/rules/risk/risk.ts';
import { momentAt } from '@/rules/time/moment.ts';
import { emptyUsage, type Usage } from '@/rules/time/usage.ts';

const zone = 'Asia/Karachi';
/** Wednesday, 18 November 2026, at a local time in Karachi. */
export const at = (time: string): number => Date.parse(`2026-11-18T${time}:00+05:00`);
export const noon = at('12:00');

function anAddress(url: string): Address {
  const address = parseAddress(url);
  if (address === null) throw new Error(`not an address: ${url}`);
  return address;
}
export function aHost(name: string): Host {
  const host = toHost(name);
  if (host === null) throw new Error(`not a host: ${name}`);
  return host;
}
export function aPattern(text: string): Pattern {
  const pattern = parsePattern(text);
  if (!pattern.ok) throw new Error(`${text}: ${pattern.failure}`);
  return pattern.value;
}

export const aLookup = (
  listed: Partial<Record<Category, readonly string[]>> & {
    readonly known?: readonly string[];
  } = {},
): Lookup =>
  createLookup({
    version: 1,
    known: [...(listed.known ?? [])],
    categories: Object.fromEntries(
      categories.map((category) => [category, [...(listed[category] ?? [])]]),
    ) as Record<Category, string[]>,
    brands: [],
    brandWords: { lures: '', softLures: '', carriers: '', neighbours: '' },
  });

const everything = (action: Action): Record<Category, Action> =>
  Object.fromEntries(categories.map((category) => [category, action])) as Record<Category, Action>;

export const anOpenChild = (band: AgeBand = '13-15'): ChildProfile => ({
  id: 'child-1',
  nickname: 'Zara',
  ageBand: band,
  filter: {
    allowlist: [],
    blocklist: [],
    categories: everything('allow'),
    unknown: 'allow',
    safeSearch: false,
    preferSafe: false,
    ageLabels: 'warn',
    lookalikes: 'warn',
  },
  quietTimes: [],
  quotas: [],
});

export const aPolicy = (child: ChildProfile = anOpenChild()): Policy => ({
  ...createPolicy({
    language: 'en',
    country: 'PK',
    timeZone: zone,
    nickname: child.nickname,
    band: child.ageBand,
    childId: child.id,
  }),
  children: [child],
});

/** A household in which one child browses; each `with…` gives a new one. */
export class Household {
  readonly child: ChildProfile;
  readonly lookup: Lookup;
  readonly overrides: readonly Override[];
  readonly usage: Usage;
  readonly help: readonly string[];
  readonly passed: readonly string[];
  readonly fought: readonly string[];

  constructor(parts: Partial<Household> = {}) {
    this.child = parts.child ?? anOpenChild();
    this.lookup = parts.lookup ?? aLookup();
    this.overrides = parts.overrides ?? [];
    this.usage = parts.usage ?? emptyUsage('2026-11-18');
    this.help = parts.help ?? [];
    this.passed = parts.passed ?? [];
    this.fought = parts.fought ?? [];
  }
  with(parts: Partial<Household>): Household {
    return new Household(Object.assign({}, this, parts));
  }
  withFilter(filter: Partial<ChildProfile['filter']>): Household {
    return this.with({ child: { ...this.child, filter: { ...this.child.filter, ...filter } } });
  }
  withCategory(category: Category, action: Action): Household {
    return this.withFilter({ categories: { ...this.child.filter.categories, [category]: action } });
  }
  withQuietTime(from: string, to: string): Household {
    const quietTime = {
      id: `quiet-${this.child.quietTimes.length}`,
      days: [...weekdays],
      from,
      to,
    };
    return this.with({
      child: { ...this.child, quietTimes: [...this.child.quietTimes, quietTime] },
    });
  }
  withQuota(scope: string, minutes: number): Household {
    const everyDay = Object.fromEntries(weekdays.map((day) => [day, minutes]));
    const quota = { id: `quota-${this.child.quotas.length}`, scope, minutes: everyDay };
    return this.with({ child: { ...this.child, quotas: [...this.child.quotas, quota] } });
  }
  withHostSet(id: string, hosts: string[], alwaysOpen = false): Household {
    const set = { id, name: id, hosts, ...(alwaysOpen ? { alwaysOpen } : {}) };
    return this.withChild({ hostSets: [...(this.child.hostSets ?? []), set] });
  }
  withRuleSets(...ruleSets: RuleSet[]): Household {
    return this.withChild({ ruleSets: [...(this.child.ruleSets ?? []), ...ruleSets] });
  }
  withChild(parts: Partial<ChildProfile>): Household {
    return this.with({ child: { ...this.child, ...parts } });
  }
  withOverride(covers: Override['covers'], until: number): Household {
    const override: Override = {
      id: `override-${this.overrides.length}`,
      childId: this.child.id,
      covers,
      grantedAt: at('00:00'),
      expiresAt: until,
      requestId: null,
    };
    return this.with({ overrides: [...this.overrides, override] });
  }
  situation(instant: number = noon): Situation {
    const { filter } = this.child;
    return {
      profile: this.child,
      moment: momentAt(instant, zone),
      usage: this.usage,
      overrides: this.overrides.filter(({ expiresAt }) => instant < expiresAt),
      allowlist: createPatternIndex(filter.allowlist.map(aPattern)),
      blocklist: createPatternIndex(filter.blocklist.map(aPattern)),
      closedWord: createWordFinder(filter.words ?? []),
      lookup: this.lookup,
      isHelp: (host) => parentsOf(host).some((name) => this.help.includes(name)),
      hasPassedWarning: (host) => this.passed.includes(host),
      hasFoughtWarning: (host) => this.fought.includes(host),
    };
  }
  judges(
    url: string,
    about: { at?: number; signals?: readonly Signal[]; embedder?: string } = {},
  ): Verdict {
    return decide(this.situation(about.at), {
      address: anAddress(url),
      embedder: about.embedder === undefined ? null : aHost(about.embedder),
      signals: about.signals ?? [],
    });
  }
}

/** A set of rules that holds on all days and beside the ordinary ones, but for what the test says. */
export const aRuleSet = (parts: Partial<RuleSet> = {}): RuleSet => ({
  id: 'set',
  name: 'Holidays',
  replaces: false,
  quietTimes: [],
  quotas: [],
  ...parts,
});

/** As many sets as a child may have, all of them in force, with windows, weeks, kept minutes and sets of sites. */
export function manyRuleSets(count = 20): ChildProfile {
  const everyDay = (minutes: number) => Object.fromEntries(weekdays.map((day) => [day, minutes]));
  const numbers = Array.from({ length: count }, (_, number) => number);
  const scopes = ['all', 'category:video', 'category:games'];
  return {
    ...anOpenChild(),
    hostSets: numbers.map((number) => ({
      id: `sites-${number}`,
      name: `Sites ${number}`,
      hosts: numbers.map((host) => `site${host}.set${number}.test`),
      ...(number === 0 ? { alwaysOpen: true } : {}),
    })),
    ruleSets: numbers.map((number) => ({
      ...aRuleSet({ id: `set-${number}`, name: `Set ${number}` }),
      ...(number % 4 === 0
        ? { firstDate: '2026-11-01', lastDate: '2027-02-01', isYearly: true }
        : {}),
      quietTimes: scopes.map((scope, night) => ({
        id: `night-${number}-${night}`,
        days: [...weekdays],
        from: '21:00',
        to: '06:30',
        scope,
      })),
      quotas: [...scopes, `set:sites-${number}`].map((scope, quota) => ({
        id: `quota-${number}-${quota}`,
        scope,
        minutes: everyDay(120 + number),
        perWeek: 900 + number,
        ...(quota === 0 ? { carryOver: 30 } : {}),
      })),
    })),
  };
}

export const aHousehold = (): Household => new Household();
