// Policy, lists and the hour -> declarativeNetRequest rules. The browser holds them, so they stand when the worker is dead.
// What they can not say (path escapes, pushState, wrapped addresses) the second wall says with the same decide().
import type { Host } from '../hosts/address.ts';
import { specificityOf } from '../hosts/match.ts';
import type { Pattern } from '../hosts/pattern.ts';
import type { Lookup } from '../lists/lookup.ts';
import type { Override } from '../overrides/override.ts';
import { type Category, type ChildProfile, categories } from '../policy/schema.ts';
import { hostsOfPattern, isPlainHost, overrideCondition, pathCondition } from './conditions.ts';
import { idsOf, type IdRange } from './ids.ts';
import { patternPriority, priorities } from './priorities.ts';
import { allTypes, frameTypes, type Rule } from './rule.ts';
import { engines, preferSafeHeader, youTubeHeader, youTubeHosts } from './safe-search.ts';

export type RulesetInput = {
  readonly profile: ChildProfile;
  readonly allowlist: readonly Pattern[];
  readonly blocklist: readonly Pattern[];
  readonly lookup: Lookup;
  readonly helpHosts: readonly Host[];
  /** Live ones only. */
  readonly overrides: readonly Override[];
  readonly time: TimeClosures;
  /** Whether decide() would close this address: an engine that is closed gets no rule that outranks its block. */
  readonly isClosed: (address: string) => boolean;
};
/** What time has closed: everything, or the hosts of some scopes. */
export type TimeClosures = { readonly everything: boolean; readonly hosts: readonly string[] };

type Draft = Omit<Rule, 'id'>;

/** The rules that mirror decide() at this moment. Deterministic: the same input gives the same ids. */
export function compileRuleset(input: RulesetInput): Rule[] {
  return [
    ...numbered('help', helpRules(input)),
    ...numbered('time', timeRules(input.time)),
    ...numbered('safety', safetyRules(input)),
    ...numbered('overrides', overrideRules(input.overrides)),
    ...numbered('categories', categoryRules(input)),
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
const block = (
  priority: number,
  requestDomains: readonly string[],
  resourceTypes = allTypes,
): Draft[] =>
  requestDomains.length === 0
    ? []
    : [{ priority, action: { type: 'block' }, condition: { requestDomains, resourceTypes } }];

const helpRules = ({ helpHosts }: RulesetInput): Draft[] => allow(priorities.help, helpHosts);

const timeRules = ({ everything, hosts }: TimeClosures): Draft[] =>
  everything
    ? [
        {
          priority: priorities.timeBlock,
          action: { type: 'block' },
          condition: { resourceTypes: frameTypes },
        },
      ]
    : block(priorities.timeBlock, hosts, frameTypes);

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
  const { filter } = profile;
  const closed = (category: Category): boolean =>
    filter.categories[category] === 'block' || filter.categories[category] === 'ask';
  const hosts = (wanted: boolean): string[] => [
    ...new Set(
      categories.filter((name) => closed(name) === wanted).flatMap((name) => lookup.hostsOf(name)),
    ),
  ];
  return [
    ...allow(priorities.categoryAllow, hosts(false)),
    ...block(priorities.categoryBlock, hosts(true)),
  ];
}

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
