// How time rules, sets of rules and sets of sites can be loosened and tightened: for the table of policy changes.
import type { ChildProfile, HostSet, Policy, Quota, RuleSet } from '@/rules/policy/schema.ts';

import { aRuleSet } from './builders.ts';
import {
  base,
  bothWays,
  type Case,
  day,
  loosens,
  night,
  tightens,
  withChild,
} from './policy-changes.ts';

const quotas = (...list: Quota[]): Policy => withChild({ quotas: list });
const week = (perWeek: number): Quota => ({ ...day(60), perWeek });
const keeping = (carryOver: number): Quota => ({ ...day(60), carryOver });

const ruleCases: readonly Case[] = [
  ...bothWays('child.quotas', ['changeWeek', 'changeWeek'], [quotas(week(300)), quotas(week(301))]),
  ...bothWays(
    'child.quotas',
    ['changeWeekRemoved', 'changeWeekAdded'],
    [quotas(week(300)), quotas(day(60))],
  ),
  ...bothWays(
    'child.quotas',
    ['changeCarryOver', 'changeCarryOver'],
    [quotas(day(60)), quotas(keeping(15))],
  ),
  loosens('child.quotas', 'kept minutes moved to the tighter of two limits', 'changeCarryOver', [
    quotas(day(60), { ...day(120), id: 'wide', carryOver: 30 }),
    quotas(keeping(30), { ...day(120), id: 'wide' }),
  ]),
  ...bothWays(
    'child.quietTimes',
    ['changeQuietTimeRemovedFor', 'changeQuietTimeAddedFor'],
    [
      withChild({
        quietTimes: [night, { ...night, id: 'g', from: '15:00', scope: 'category:games' }],
      }),
      base,
    ],
  ),
  ...bothWays(
    'child.quietTimes',
    ['changeQuietTimeFor', 'changeQuietTimeFor'],
    [
      withChild({ quietTimes: [{ ...night, scope: 'category:games' }] }),
      withChild({ quietTimes: [{ ...night, scope: 'category:games', from: '20:45' }] }),
    ],
  ),
  loosens('child.quietTimes', 'narrowed to a part of browsing', 'changeQuietTimeRemoved', [
    base,
    withChild({ quietTimes: [{ ...night, scope: 'category:games' }] }),
  ]),
  tightens('child.quietTimes', 'widened to all browsing', 'changeQuietTimeAdded', [
    withChild({ quietTimes: [{ ...night, scope: 'category:games' }] }),
    base,
  ]),
];

const sets = (...ruleSets: RuleSet[]): Policy => withChild({ ruleSets });
/** Ordinary rules stand beside it: all browsing, 90 or 120 minutes a day, closed at night. */
const stricter = aRuleSet({ quotas: [{ ...day(30), id: 'less' }] });
const milder = aRuleSet({ replaces: true, quotas: [{ ...day(300), id: 'more' }] });
const asStrict = aRuleSet({
  replaces: true,
  firstDate: '2026-02-18',
  lastDate: '2026-03-19',
  quietTimes: [{ ...night, id: 'earlier', from: '20:00', to: '07:00' }],
  quotas: [{ ...day(60), id: 'ramadan' }],
});
const ruleSetCases: readonly Case[] = [
  ...bothWays(
    'child.ruleSets',
    ['changeRuleSetRemoved', 'changeRuleSetAdded'],
    [sets(stricter), base],
  ),
  ...bothWays(
    'child.ruleSets',
    ['changeRuleSetAdded', 'changeRuleSetRemoved'],
    [base, sets(milder)],
  ),
  ...bothWays(
    'child.ruleSets',
    ['changeRuleSetOff', 'changeRuleSetOn'],
    [sets(stricter), sets({ ...stricter, isOff: true })],
  ),
  loosens('child.ruleSets', 'one that would rest all later rules', 'changeRuleSetAdded', [
    base,
    sets(asStrict),
  ]),
  loosens('child.ruleSets', 'one that would rest them for longer', 'changeRuleSetChanged', [
    sets(asStrict),
    sets({ ...asStrict, lastDate: '2026-12-31' }),
  ]),
  loosens('child.ruleSets', 'one that would rest them again', 'changeRuleSetOn', [
    sets({ ...asStrict, isOff: true }),
    sets(asStrict),
  ]),
  tightens('child.ruleSets', 'one in their place that got stricter', 'changeRuleSetChanged', [
    sets(asStrict),
    sets({ ...asStrict, quotas: [{ ...day(30), id: 'ramadan' }] }),
  ]),
  tightens('child.ruleSets', 'one that says what others say', 'changeRuleSetRemoved', [
    sets(stricter, { ...stricter, id: 'twin' }),
    sets(stricter),
  ]),
  tightens('child.ruleSets', 'another name', 'changeRuleSetChanged', [
    sets(stricter),
    sets({ ...stricter, name: 'Exams' }),
  ]),
  tightens('child.ruleSets', 'one that was off, with any rules', 'changeRuleSetAdded', [
    base,
    sets({ ...milder, isOff: true }),
  ]),
  loosens('child.ruleSets', 'fewer dates', 'changeRuleSetChanged', [
    sets({ ...stricter, firstDate: '2026-12-01', lastDate: '2026-12-31' }),
    sets({ ...stricter, firstDate: '2026-12-02', lastDate: '2026-12-31' }),
  ]),
  loosens('child.ruleSets', 'dates of one year only', 'changeRuleSetChanged', [
    sets({ ...stricter, firstDate: '2026-12-20', lastDate: '2027-01-05', isYearly: true }),
    sets({ ...stricter, firstDate: '2026-12-20', lastDate: '2027-01-05' }),
  ]),
  loosens('child.ruleSets', 'fewer days', 'changeRuleSetChanged', [
    sets({ ...stricter, days: ['fri', 'sat'] }),
    sets({ ...stricter, days: ['sat'] }),
  ]),
  loosens('child.ruleSets', 'in the place of other rules', 'changeRuleSetChanged', [
    sets({ ...stricter, days: ['sat'] }),
    sets({ ...stricter, days: ['sat'], replaces: true }),
  ]),
  loosens('child.ruleSets', 'two under one id', 'changeRuleSets', [
    sets(stricter),
    sets(stricter, { ...stricter, quotas: [] }),
  ]),
];

const hosts = (...hostSets: HostSet[]): Policy => withChild({ hostSets });
const fun: HostSet = { id: 'fun', name: 'Fun', hosts: ['a.test'] };
const school: HostSet = { id: 'school', name: 'School', hosts: ['s.test'], alwaysOpen: true };
const limited: Partial<ChildProfile> = { quotas: [{ ...day(30), scope: 'set:fun' }] };
const hostSetCases: readonly Case[] = [
  ...bothWays(
    'child.hostSets',
    ['changeOpenSetAdded', 'changeOpenSetRemoved'],
    [base, hosts(school)],
  ),
  ...bothWays(
    'child.hostSets',
    ['changeHostSetMore', 'changeHostSetLess'],
    [hosts(school), hosts({ ...school, hosts: ['s.test', 't.test'] })],
  ),
  ...bothWays(
    'child.hostSets',
    ['changeHostSetLess', 'changeHostSetMore'],
    [hosts({ ...fun, hosts: ['a.test', 'b.test'] }), hosts(fun)],
  ),
  ...bothWays(
    'child.hostSets',
    ['changeHostSetOpen', 'changeHostSetNotOpen'],
    [hosts(fun), hosts({ ...fun, alwaysOpen: true })],
  ),
  tightens('child.hostSets', 'another name', 'changeHostSetName', [
    hosts(fun),
    hosts({ ...fun, name: 'Play' }),
  ]),
  tightens('child.hostSets', 'one that nobody names', 'changeHostSetRemoved', [hosts(fun), base]),
  tightens('child.hostSets', 'a new one', 'changeHostSetAdded', [base, hosts(fun)]),
  loosens('child.hostSets', 'one that a limit names', 'changeHostSetRemoved', [
    withChild({ ...limited, hostSets: [fun] }),
    withChild(limited),
  ]),
  loosens('child.hostSets', 'two under one id', 'changeHostSets', [
    hosts(fun),
    hosts(fun, { ...school, id: 'fun' }),
  ]),
];

export const timeCases: readonly Case[] = [...ruleCases, ...ruleSetCases, ...hostSetCases];
