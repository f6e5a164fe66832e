// A child's rules as sentences. Order: what is closed, what to ask for, what is checked, then time.
import { scopeWords } from '@/components/blocked/situation.ts';
import type { IconName } from '@/components/icons/shapes.ts';
import { ruleWords } from '@/components/page/rule-words.ts';
import type { Services } from '@/components/services.ts';
import { helpsOf } from '@/rules/policy/helps.ts';
import { categories, type Action, type ChildProfile } from '@/rules/policy/schema.ts';
import { ruleSentences as rulesAsData } from '@/rules/time/sentence-data.ts';

export type Sentence = { readonly icon: IconName; readonly words: string };
type Speaking = Pick<Services, 'text' | 'language' | 'band'>;

export function ruleSentences(profile: ChildProfile, speaking: Speaking): Sentence[] {
  const { text } = speaking;
  const { filter } = profile;
  return [
    // The youngest need no list of what they do not know.
    ...(speaking.band === '5-8'
      ? [{ icon: 'lock', words: text('mineClosedYoung') } as const]
      : topics(profile, 'block', speaking)),
    ...topics(profile, 'ask', speaking),
    ...topics(profile, 'warn', speaking),
    { icon: 'globe', words: text(`mineUnknown-${filter.unknown}`) },
    ...(filter.safeSearch ? [{ icon: 'search', words: text('mineSafeSearch') } as const] : []),
    ...helpSentences(profile, speaking),
    ...timeSentences(profile, speaking),
  ];
}

function topics(profile: ChildProfile, action: Action, { text, language }: Speaking): Sentence[] {
  const named = categories.filter((category) => profile.filter.categories[category] === action);
  if (named.length === 0) return [];
  const list = new Intl.ListFormat(language).format(
    named.map((category) => text(`topic-${category}`)),
  );
  const icon: IconName = action === 'block' ? 'lock' : action === 'ask' ? 'ask' : 'info';
  return [{ icon, words: text(`mineTopics-${action}`, { topics: list }) }];
}

/** What is done inside pages is said here too: nothing is hidden from the child. */
function helpSentences(profile: ChildProfile, { text }: Speaking): Sentence[] {
  const { pages, pictures, kindness, privacy, pressure, search } = helpsOf(profile);
  const only = (isOn: boolean, icon: IconName, key: string): Sentence[] =>
    isOn ? [{ icon, words: text(key) }] : [];
  return [
    ...only(pages, 'shield', 'mineHelps-pages'),
    ...only(pictures === 'hide', 'picture-hidden', 'mineHelps-pictures-hide'),
    ...only(pictures === 'cover', 'picture-hidden', 'mineHelps-pictures-cover'),
    ...only(kindness || privacy || pressure || search, 'heart', 'mineHelps-words'),
  ];
}

/** Time rules, each in its words; sets that are switched off say nothing. */
function timeSentences(profile: ChildProfile, speaking: Speaking): Sentence[] {
  const about = {
    ...speaking,
    scopeWords: (scope: string) => scopeName(scope, profile, speaking),
    reader: 'child' as const,
  };
  return rulesAsData(profile)
    .filter((rule) => rule.kind === 'always-open' || rule.set?.isOff !== true)
    .map((rule) => ({ icon: icons[rule.kind], words: ruleWords(rule, about) }));
}

const icons = { 'quiet-time': 'moon', quota: 'hourglass', 'always-open': 'school' } as const;

const scopeName = (scope: string, { hostSets }: ChildProfile, { text }: Speaking): string =>
  hostSets?.find(({ id }) => scope === `set:${id}`)?.name ?? scopeWords(scope, text);
