// Policy, lists and the hour -> declarativeNetRequest rules. The browser holds them, so they stand when the worker is dead.
// What they can not say (path escapes, pushState, wrapped addresses) the second wall says with the same decide().
import type { Host } from '../hosts/address.ts';
import { specificityOf } from '../hosts/match.ts';
import type { Pattern } from '../hosts/pattern.ts';
import type { Lookup } from '../lists/lookup.ts';
import type { Override } from '../overrides/override.ts';
import { type Category, type ChildProfile, categories } from '../policy/schema.ts';
import type { TimeClosures } from '../time/closures.ts';
import { hostsOfSet } from '../time/rules-in-force.ts';
import type { Closure, NamesByCategory } from './budget.ts';
import { hostsOfPattern, isPlainHost, overrideCondition, pathCondition } from './conditions.ts';
import { fetchedRuleId, idsOf, type IdRange } from './ids.ts';
import { patternPriority, priorities } from './priorities.ts';
import { allTypes, frameTypes, type Rule } from './rule.ts';
import { engines, preferSafeHeader, youTubeHeader, youTubeHosts } from './safe-search.ts';

export type RulesetInput = {
  readonly profile: ChildProfile;
  readonly allowlist: readonly Pattern[];
  readonly blocklist: readonly Pattern[];
  readonly lookup: Lookup;
  /** Names of fetched lists, as budget.ts chose them. */
  readonly fetched: NamesByCategory;
  readonly helpHosts: readonly Host[];
  /** The host of our own pages' addresses. */
  readonly ourHost: string;
  /** Live ones only. */
  readonly overrides: readonly Override[];
  readonly time: TimeClosures;
  /** Whether decide() would close this address: an engine that is closed gets no rule that outranks its block. */
  readonly isClosed: (address: string) => boolean;
};

type Draft = Omit<Rule, 'id'>;

/** The rules that mirror decide() at this moment. Deterministic: the same input gives the same ids. */
export function compileRuleset(input: RulesetInput): Rule[] {
  const help = numbered('help', helpRules(input));
  if (input.time.isOver === true) return help;
  return [
    ...help,
    ...numbered('time', timeRules(input)),
    ...numbered('safety', safetyRules(input)),
    ...numbered('overrides', overrideRules(input.overrides)),
    ...numbered('categories', categoryRules(input)),
    ...fetchedRules(input),
    ...numbered('known', knownRules(input)),
    ...numbered('unknown', unknownRules(input.profile)),
    ...numbered('hostPatterns', hostPatternRules(input)),
    ...numbered('pathPatterns', pathPatternRules(input)),
  ];
}

function numbered(range: IdRange, drafts: readonly Draft[]): Rule[] {
  const nextId = idsOf(range);
  return drafts.flatMap((draft) => {
    const id = nextId();
    // Over budget the second wall still answers; the range is far above what a family writes by hand.
    return id === null ? [] : [{ id, ...draft }];
  });
}

const allow = (priority: number, requestDomains: readonly string[]): Draft[] =>
  requestDomains.length === 0
    ? []
    : [
        {
          priority,
          action: { type: 'allow' },
          condition: { requestDomains, resourceTypes: allTypes },
        },
      ];
const block = (priority: number, requestDomains: readonly string[]): Draft[] =>
  requestDomains.length === 0
    ? []
    : [
        {
          priority,
          action: { type: 'block' },
          condition: { requestDomains, resourceTypes: allTypes },
        },
      ];

/** Both browsers hold us to our own rules (tried): what a family closed must not keep its lists from being fetched. */
const helpRules = ({ helpHosts, ourHost }: RulesetInput): Draft[] => [
  ...allow(priorities.help, helpHosts),
  {
    priority: priorities.help,
    action: { type: 'allow' },
    condition: { initiatorDomains: [ourHost], resourceTypes: ['xmlhttprequest'] },
  },
];

const timeRules = (input: RulesetInput): Draft[] =>
  input.time.everything
    ? [closing(input, {})]
    : closedForNow(
        input,
        [...new Set(input.time.scopes.flatMap((scope) => hostsInScope(input, scope)))].toSorted(),
      );

const closedForNow = (input: RulesetInput, requestDomains: readonly string[]): Draft[] =>
  requestDomains.length === 0 ? [] : [closing(input, { requestDomains })];

const closing = (
  { time: { except = [] } }: RulesetInput,
  condition: Pick<Rule['condition'], 'requestDomains'>,
): Draft => ({
  priority: priorities.timeBlock,
  action: { type: 'block' },
  condition: {
    ...condition,
    ...(except.length === 0 ? {} : { excludedRequestDomains: except }),
    resourceTypes: frameTypes,
  },
});

function hostsInScope({ lookup, profile }: RulesetInput, scope: string): readonly string[] {
  if (scope.startsWith('host:')) return [scope.slice('host:'.length)];
  const category = categoryOfScope(scope);
  return category === null ? hostsOfSet(profile.hostSets, scope) : lookup.ownHostsOf(category);
}

const categoryOfScope = (scope: string): Category | null =>
  categories.find((category) => scope === `category:${category}`) ?? null;

function safetyRules({ profile, isClosed }: RulesetInput): Draft[] {
  const { safeSearch, preferSafe } = profile.filter;
  const searches: Draft[] = engines
    .filter((engine) => safeSearch && !isClosed(engine.example))
    .map((engine) => ({
      priority: priorities.safety,
      action: {
        type: 'redirect',
        redirect: { transform: { queryTransform: { addOrReplaceParams: engine.params } } },
      },
      condition: {
        regexFilter: engine.regex,
        isUrlFilterCaseSensitive: false,
        resourceTypes: ['main_frame', 'sub_frame', 'xmlhttprequest'],
      },
    }));
  const youTube: Draft = {
    priority: priorities.safety,
    action: { type: 'modifyHeaders', requestHeaders: [youTubeHeader] },
    condition: {
      requestDomains: youTubeHosts,
      resourceTypes: ['main_frame', 'sub_frame', 'xmlhttprequest', 'other'],
    },
  };
  const prefer: Draft = {
    priority: priorities.safety,
    action: { type: 'modifyHeaders', requestHeaders: [preferSafeHeader] },
    condition: { resourceTypes: ['main_frame', 'sub_frame'] },
  };
  return [...searches, ...(safeSearch ? [youTube] : []), ...(preferSafe ? [prefer] : [])];
}

const overrideRules = (overrides: readonly Override[]): Draft[] =>
  overrides.flatMap((override) => {
    const condition = overrideCondition(override);
    return condition === null
      ? []
      : [{ priority: priorities.override, action: { type: 'allow' }, condition }];
  });

function categoryRules({ profile, lookup }: RulesetInput): Draft[] {
  const hosts = (wanted: boolean): string[] => [
    ...new Set(
      categories
        .filter((name) => isClosed(profile, name) === wanted)
        .flatMap((name) => lookup.ownHostsOf(name)),
    ),
  ];
  return [
    ...allow(priorities.categoryAllow, hosts(false)),
    ...block(priorities.categoryBlock, hosts(true)),
  ];
}

const isClosed = ({ filter }: ChildProfile, category: Category): boolean =>
  filter.categories[category] === 'block' || filter.categories[category] === 'ask';

/** How each category is closed now; the open ones are left out. */
export const closuresOf = ({
  profile,
  time,
}: Pick<RulesetInput, 'profile' | 'time'>): ReadonlyMap<Category, Closure> =>
  new Map(
    categories.flatMap((category): [Category, Closure][] => {
      if (time.isOver === true) return [];
      if (isClosed(profile, category)) return [[category, 'filter']];
      return time.scopes.includes(`category:${category}`) ? [[category, 'time']] : [];
    }),
  );

/** One rule for each category, under an id of its own: a list that changes leaves the other rules as they are. */
const fetchedRules = (input: RulesetInput): Rule[] =>
  [...closuresOf(input)].flatMap(([category, closure]) => {
    const names = input.fetched.get(category) ?? [];
    const drafts =
      closure === 'filter' ? block(priorities.categoryBlock, names) : closedForNow(input, names);
    return drafts.map((draft) => ({ id: fetchedRuleId(category), ...draft }));
  });

/** Needed only where everything else is closed. */
const closesUnknown = ({ filter }: ChildProfile): boolean =>
  filter.unknown === 'block' || filter.unknown === 'ask';

const knownRules = ({ profile, lookup }: RulesetInput): Draft[] =>
  closesUnknown(profile) ? allow(priorities.knownAllow, lookup.knownHosts()) : [];

const unknownRules = (profile: ChildProfile): Draft[] =>
  closesUnknown(profile)
    ? [
        {
          priority: priorities.unknownBlock,
          action: { type: 'block' },
          condition: { resourceTypes: ['main_frame'] },
        },
        // A site may frame itself; its parts from elsewhere must be open by their own right.
        {
          priority: priorities.unknownBlock,
          action: { type: 'block' },
          condition: { domainType: 'thirdParty', resourceTypes: ['sub_frame', 'object'] },
        },
      ]
    : [];

type Listed = { readonly pattern: Pattern; readonly action: 'allow' | 'block' };

const listed = ({ allowlist, blocklist }: RulesetInput): Listed[] => [
  ...allowlist.map((pattern): Listed => ({ pattern, action: 'allow' })),
  ...blocklist.map((pattern): Listed => ({ pattern, action: 'block' })),
];

/** Few rules, many hosts: one rule for each action and specificity. */
function hostPatternRules(input: RulesetInput): Draft[] {
  const groups = new Map<number, { action: 'allow' | 'block'; hosts: string[] }>();
  for (const { pattern, action } of listed(input).filter((entry) => isPlainHost(entry.pattern))) {
    const priority = patternPriority(specificityOf(pattern), action);
    const group = groups.get(priority) ?? { action, hosts: [] };
    group.hosts.push(...hostsOfPattern(pattern));
    groups.set(priority, group);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([priority, { action, hosts }]) =>
      action === 'allow' ? allow(priority, hosts) : block(priority, hosts),
    );
}

function pathPatternRules(input: RulesetInput): Draft[] {
  return listed(input)
    .filter(({ pattern }) => !isPlainHost(pattern))
    .flatMap(({ pattern, action }) => {
      const condition = pathCondition(pattern, action);
      return condition === null
        ? []
        : [
            {
              priority: patternPriority(specificityOf(pattern), action),
              action: { type: action },
              condition,
            },
          ];
    });
}
