// The table that the tests of policy changes walk through.
import { createChild, createPolicy } from '@/rules/policy/presets.ts';
import {
  type Action,
  actions,
  categories,
  type ChildProfile,
  type Feed,
  type Filter,
  type Lists,
  type OwnList,
  type Policy,
  type QuietTime,
  type Quota,
  weekdays,
} from '@/rules/policy/schema.ts';

export const base: Policy = createPolicy({
  language: 'en',
  country: 'PK',
  timeZone: 'Asia/Karachi',
  nickname: 'Zara',
  band: '9-12',
  childId: 'zara',
});
export const withChild = (parts: Partial<ChildProfile>, policy = base): Policy => ({
  ...policy,
  children: policy.children.map((child) => (child.id === 'zara' ? { ...child, ...parts } : child)),
});
export const zara = (policy = base): ChildProfile =>
  policy.children[0] ?? createChild('zara', 'Zara', '9-12');
export const withFilter = (parts: Partial<Filter>): Policy =>
  withChild({ filter: { ...zara().filter, ...parts } });
export const night: QuietTime = { id: 'night', days: [...weekdays], from: '20:30', to: '06:30' };
export const day = (minutes: number): Quota => ({
  id: 'day',
  scope: 'all',
  minutes: Object.fromEntries(weekdays.map((name) => [name, minutes])),
});
const grantKey = { id: 'key-1', name: 'Ammi', childId: 'zara', publicKey: 'A'.repeat(43) };
const desk = {
  kind: 'rt-rest2',
  name: 'Desk',
  endpoint: 'https://desk.test',
  queue: 'q',
  user: 'u',
  password: 'p',
} as const;
export const ali = createChild('ali', 'Ali', '5-8');
export const both: Policy = { ...base, children: [...base.children, ali] };
/** No time is counted against a quota, so none can be had twice. */
const unmeasured: Policy = withChild({ quotas: [] }, both);

const actionPairs = actions.flatMap((mild, at) =>
  actions.slice(at + 1).map((strict) => [mild, strict] as const),
);

export type Case = {
  readonly what: string;
  readonly field: string;
  readonly key: string;
  readonly before: Policy;
  readonly after: Policy;
  readonly isWeaker: boolean;
};
type Pair = readonly [before: Policy, after: Policy];
export const loosens = (field: string, what: string, key: string, [before, after]: Pair): Case => ({
  what,
  field,
  key,
  before,
  after,
  isWeaker: true,
});
export const tightens = (
  field: string,
  what: string,
  key: string,
  [before, after]: Pair,
): Case => ({
  what,
  field,
  key,
  before,
  after,
  isWeaker: false,
});
/** A field that is loosened one way and tightened the other. */
export const bothWays = (
  field: string,
  [loosening, tightening]: readonly [string, string],
  [strict, mild]: Pair,
): Case[] => [
  loosens(field, 'loosened', loosening, [strict, mild]),
  tightens(field, 'tightened', tightening, [mild, strict]),
];

const noLists: Lists = { catalogue: [], own: [], feeds: [] };
const ownList: OwnList = {
  id: 'own-1',
  name: 'Our list',
  url: 'https://lists.test/a.txt',
  category: 'games',
};
const feed: Feed = {
  id: 'feed-1',
  name: 'School feed',
  url: 'https://feed.test/',
  root: 'A'.repeat(43),
};
const withLists = (lists: Partial<Lists>): Policy => ({ ...base, lists: { ...noLists, ...lists } });
/** On asks an address of somebody else, off closes less: the guardian decides about both. */
const onAndOff = (what: string, on: Policy): Case[] => [
  loosens('policy.lists', `${what} on`, 'changeListOn', [base, on]),
  loosens('policy.lists', `${what} off`, 'changeListOff', [on, base]),
];
const anotherList = (what: string, other: Partial<OwnList>): Case =>
  loosens('policy.lists', what, 'changeListOn', [
    withLists({ own: [ownList] }),
    withLists({ own: [{ ...ownList, ...other }] }),
  ]);

const policyCases: readonly Case[] = [
  ...onAndOff('a list of the catalogue', withLists({ catalogue: ['some-list'] })),
  ...onAndOff('an own list', withLists({ own: [ownList] })),
  ...onAndOff('a feed', withLists({ feeds: [feed] })),
  anotherList('an own list at another address', { url: 'https://elsewhere.test/a.txt' }),
  anotherList('an own list under another topic', { category: 'video' }),
  loosens('policy.lists', 'a feed with another root', 'changeListOff', [
    withLists({ feeds: [feed] }),
    withLists({ feeds: [{ ...feed, root: 'B'.repeat(43) }] }),
  ]),
  tightens('policy.language', 'another language', 'changeLanguage', [
    base,
    { ...base, language: 'ur' },
  ]),
  loosens('policy.country', 'another country', 'changeCountry', [base, { ...base, country: 'IN' }]),
  loosens('policy.timeZone', 'another time zone', 'changeTimeZone', [
    base,
    { ...base, timeZone: 'Pacific/Kiritimati' },
  ]),
  tightens('policy.activeChild', 'a stricter child', 'changeActiveChild', [
    unmeasured,
    { ...unmeasured, activeChild: 'ali' },
  ]),
  loosens('policy.activeChild', 'a stricter child with a day of its own', 'changeActiveChild', [
    withChild({ quotas: [day(60)] }, both),
    { ...withChild({ quotas: [day(60)] }, both), activeChild: 'ali' },
  ]),
  loosens('policy.activeChild', 'a milder child', 'changeActiveChild', [
    { ...both, activeChild: 'ali' },
    both,
  ]),
  loosens('policy.activeChild', 'a child that is not there', 'changeActiveChild', [
    base,
    { ...base, activeChild: 'nobody' },
  ]),
  ...bothWays('policy.children', ['changeChildRemoved', 'changeChildAdded'], [both, base]),
  loosens('policy.children', 'a second profile under one id', 'changeChildDoubled', [
    base,
    { ...base, children: [...base.children, { ...ali, id: 'zara' }] },
  ]),
  loosens('policy.desk', 'a desk', 'changeDesk', [base, { ...base, desk }]),
  loosens('policy.desk', 'another desk', 'changeDesk', [
    { ...base, desk },
    { ...base, desk: { ...desk, queue: 'other' } },
  ]),
  loosens('policy.desk', 'no desk', 'changeDeskRemoved', [{ ...base, desk }, base]),
  ...bothWays(
    'policy.grantKeys',
    ['changeGrantKeyAdded', 'changeGrantKeyRemoved'],
    [base, { ...base, grantKeys: [grantKey] }],
  ),
];

const filterCases: readonly Case[] = [
  ...bothWays(
    'filter.allowlist',
    ['changeAllowlistAdded', 'changeAllowlistRemoved'],
    [base, withFilter({ allowlist: ['a.test'] })],
  ),
  ...bothWays(
    'filter.blocklist',
    ['changeBlocklistRemoved', 'changeBlocklistAdded'],
    [withFilter({ blocklist: ['a.test'] }), base],
  ),
  ...bothWays(
    'filter.words',
    ['changeWordRemoved', 'changeWordAdded'],
    [withFilter({ words: ['casino'] }), base],
  ),
  ...bothWays(
    'filter.safeSearch',
    ['changeSafeSearchOff', 'changeSafeSearchOn'],
    [base, withFilter({ safeSearch: false })],
  ),
  ...bothWays(
    'filter.preferSafe',
    ['changePreferSafeOff', 'changePreferSafeOn'],
    [base, withFilter({ preferSafe: false })],
  ),
  ...(
    [
      ['unknown', 'changeUnknown'],
      ['ageLabels', 'changeAgeLabels'],
      ['lookalikes', 'changeLookalikes'],
    ] as const
  ).flatMap(([field, key]) =>
    actionPairs.flatMap(([mild, strict]) =>
      bothWays(
        `filter.${field}`,
        [key, key],
        [withFilter({ [field]: strict }), withFilter({ [field]: mild })],
      ),
    ),
  ),
  ...categories.flatMap((category) =>
    actionPairs.flatMap(([mild, strict]) => {
      const filterWith = (action: Action) =>
        withFilter({ categories: { ...zara().filter.categories, [category]: action } });
      return bothWays(
        'filter.categories',
        ['changeCategory', 'changeCategory'],
        [filterWith(strict), filterWith(mild)],
      );
    }),
  ),
];

const quietWith = (...quietTimes: QuietTime[]): Policy => withChild({ quietTimes });
const quotasWith = (...quotas: Quota[]): Policy => withChild({ quotas });
const schoolDays: Quota = { ...day(30), minutes: { mon: 30, tue: 30, wed: 30, thu: 30, fri: 30 } };

const childCases: readonly Case[] = [
  tightens('child.nickname', 'another nickname', 'changeNickname', [
    base,
    withChild({ nickname: 'Z' }),
  ]),
  ...bothWays(
    'child.ageBand',
    ['changeAgeBand', 'changeAgeBand'],
    [base, withChild({ ageBand: '13-15' })],
  ),
  ...bothWays(
    'child.quietTimes',
    ['changeQuietTimeRemoved', 'changeQuietTimeAdded'],
    [base, quietWith()],
  ),
  ...bothWays(
    'child.quietTimes',
    ['changeQuietTime', 'changeQuietTime'],
    [base, quietWith({ ...night, to: '06:29' })],
  ),
  ...bothWays(
    'child.quietTimes',
    ['changeQuietTime', 'changeQuietTime'],
    [base, quietWith({ ...night, days: ['mon'] })],
  ),
  loosens('child.quietTimes', 'moved', 'changeQuietTime', [
    base,
    quietWith({ ...night, from: '20:00', to: '06:00' }),
  ]),
  tightens('child.quietTimes', 'removed where another one covers it', 'changeQuietTimeRemoved', [
    quietWith(night, { ...night, id: 'late', from: '22:00' }),
    base,
  ]),
  ...bothWays('child.quotas', ['changeQuotaRemoved', 'changeQuotaAdded'], [base, quotasWith()]),
  ...bothWays(
    'child.quotas',
    ['changeQuotaRemoved', 'changeQuotaAdded'],
    [quotasWith(day(30)), quotasWith(schoolDays)],
  ),
  ...bothWays(
    'child.quotas',
    ['changeQuota', 'changeQuota'],
    [quotasWith(day(30)), quotasWith(day(31))],
  ),
  loosens('child.quotas', 'one day raised, the others lowered', 'changeQuota', [
    quotasWith(day(30)),
    quotasWith({ ...day(10), minutes: { ...day(10).minutes, sun: 31 } }),
  ]),
  loosens('child.quotas', 'moved to a narrower scope', 'changeQuotaRemoved', [
    quotasWith(day(30)),
    quotasWith({ ...day(30), scope: 'host:a.test' }),
  ]),
  loosens('child.quotas', 'the stricter of two taken away', 'changeQuota', [
    quotasWith(day(60), { ...day(30), id: 'second' }),
    quotasWith(day(60)),
  ]),
];

/** Every way each field can be loosened or tightened. */
export const cases: readonly Case[] = [...policyCases, ...filterCases, ...childCases];
