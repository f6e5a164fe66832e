// The same hosts for both walls in both browsers: what the lists name, what the family chose, and what decide() says.
import '../../support/temporal.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createWordFinder } from '../../../rules/hosts/address-words.ts';
import { parseAddress } from '../../../rules/hosts/address.ts';
import { createPatternIndex, parentsOf } from '../../../rules/hosts/match.ts';
import { parsePattern } from '../../../rules/hosts/pattern.ts';
import { createLookup } from '../../../rules/lists/lookup.ts';
import { createSectionBuilder } from '../../../rules/lists/set/builder.ts';
import { openCategory, packCategory } from '../../../rules/lists/set/category.ts';
import type { Starter } from '../../../rules/lists/starter.ts';
import { decide } from '../../../rules/policy/decide.ts';
import type { Category, Policy } from '../../../rules/policy/schema.ts';
import { closesPage } from '../../../rules/policy/verdict.ts';
import { momentAt } from '../../../rules/time/moment.ts';
import { emptyUsage } from '../../../rules/time/usage.ts';
import { root } from '../../../scripts/commands.ts';
import { aPolicy } from './policy.ts';

/** So many short names that the long ones below are left to the second wall. */
const fillers = Array.from({ length: 31_000 }, (_, at) => `f${at.toString(36)}.example`);
const long = (name: string): string => `a-name-too-long-for-any-first-wall.${name}.test`;

const listed: Readonly<Record<string, readonly string[]>> = {
  adult: [
    ...fillers,
    'red.test',
    'www.deep.red.test',
    'www.school.test',
    'video.test',
    'opened.test',
    ...['one', 'two', 'three', 'four'].map(long),
  ],
  games: [
    'play.test',
    'toys.play.test',
    'red.test',
    'sub.rose.test',
    'xn--bcher-kva.test',
    'chat.test',
    'kids.opened.test',
  ],
  video: ['watch.test', 'play.test'],
};
export const listTexts = Object.entries(listed).map(([category, hosts]) => ({
  category: category as Category,
  path: `/${category}.txt`,
  text: `${hosts.join('\n')}\n`,
  /** Without the well-known site, which no list may close. */
  hosts: hosts.filter((host) => host !== 'www.school.test').length,
}));

/** By name, in the first wall; the rest of what is closed only a set or an expression of ours knows. */
export const inFirstWall = ['red.test', 'sub.rose.test', 'play.test', 'xn--bcher-kva.test'];
export const inSetAlone = ['one', 'two', 'three', 'four'].map(long);

export const visits: readonly string[] = [
  ...['red', 'rose', 'sub.rose', 'play', 'watch', 'opened', 'xn--bcher-kva'].flatMap((name) =>
    ['', 'www.', 'a.b.', 'not'].map((before) => `${before}${name}.test`),
  ),
  ...inSetAlone.flatMap((host) => [host, `www.${host}`, host.slice(host.indexOf('.') + 1)]),
  ...[
    'school',
    'www.school',
    'game',
    'www.game',
    'chat',
    'video',
    'www.video',
    'adult',
    'casino',
  ].map((name) => `${name}.test`),
  'kids.opened.test',
  'new.test',
  'deep.red.test',
  'toys.play.test',
  'small.test',
];

/** Where the lists lie, the policy that turns them on. */
export function parityPolicy(
  addressOf: (path: string) => string,
  unknown: 'allow' | 'ask',
): Policy {
  const policy = aPolicy()
    .category('adult', 'block')
    .category('games', 'ask')
    .allowing('opened.test', 'small.test')
    .unknown(unknown)
    .build();
  const own = listTexts.map(({ category, path }) => ({
    id: `list-${category}`,
    name: category,
    url: addressOf(path),
    category,
  }));
  return { ...policy, lists: { catalogue: [], own, feeds: [] } };
}

/** What decide() says with our own list and exact sets of these lists. */
export function closedHosts(policy: Policy): ReadonlySet<string> {
  const path = join(root, 'public', 'lists', 'starter.json');
  const starter = JSON.parse(readFileSync(path, 'utf8')) as Starter;
  const sets = new Map(
    listTexts.map(({ category }) => {
      const builder = createSectionBuilder();
      for (const host of listed[category] ?? []) builder.add(host);
      const { bytes } = builder.finish({ knownHosts: [] });
      const opened = openCategory(packCategory([{ listId: `list-${category}`, bytes }]));
      if (!opened.ok) throw new Error(opened.failure);
      return [category, opened.value] as const;
    }),
  );
  const [profile] = policy.children;
  if (profile === undefined) throw new Error('no child');
  const moment = momentAt(Date.now(), policy.timeZone);
  const situation = {
    profile,
    moment,
    usage: emptyUsage(moment.date),
    overrides: [],
    allowlist: patternsOf(profile.filter.allowlist),
    blocklist: patternsOf(profile.filter.blocklist),
    closedWord: createWordFinder([]),
    lookup: createLookup(starter, { sets, isOn: () => true }),
    isHelp: (host: string) => parentsOf(host).includes('childline.org.uk'),
    hasPassedWarning: () => false,
    hasFoughtWarning: () => false,
  };
  return new Set(
    visits.filter((host) => {
      const address = parseAddress(`http://${host}/`);
      if (address === null) throw new Error(host);
      return closesPage(decide(situation, { address, embedder: null, signals: [] }));
    }),
  );
}

const patternsOf = (texts: readonly string[]) =>
  createPatternIndex(
    texts.flatMap((text) => {
      const pattern = parsePattern(text);
      return pattern.ok ? [pattern.value] : [];
    }),
  );
