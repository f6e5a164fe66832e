// A child's rules as sentences. Order: what is closed, what to ask for, what is checked, then time.
import { scopeWords } from '@/components/blocked/situation.ts';
import type { IconName } from '@/components/icons/shapes.ts';
import { clockName, durationName, weekdayList } from '@/components/page/formats.ts';
import type { Services } from '@/components/services.ts';
import {
  categories,
  weekdays,
  type Action,
  type ChildProfile,
  type Quota,
  type Weekday,
} from '@/rules/policy/schema.ts';

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
    ...profile.quietTimes.map(({ days, from, to }): Sentence => ({
      icon: 'moon',
      words: text('mineQuiet', {
        days: daysWords(days, speaking),
        from: clockName(speaking.language, from),
        to: clockName(speaking.language, to),
      }),
    })),
    ...profile.quotas.flatMap((quota) => quotaSentences(quota, speaking)),
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

/** One sentence for all days with the same minutes. */
function quotaSentences({ scope, minutes }: Quota, speaking: Speaking): Sentence[] {
  const { text, language } = speaking;
  const byMinutes = new Map<number, Weekday[]>();
  for (const day of weekdays) {
    const limit = minutes[day];
    if (limit !== undefined) byMinutes.set(limit, [...(byMinutes.get(limit) ?? []), day]);
  }
  return [...byMinutes].map(([limit, days]) => ({
    icon: 'hourglass',
    words: text('mineQuota', {
      scope: scopeWords(scope, text),
      time: durationName(language, limit * 60),
      days: daysWords(days, speaking),
    }),
  }));
}

const daysWords = (days: readonly Weekday[], { text, language }: Speaking): string =>
  days.length === weekdays.length ? text('mineEveryDay') : weekdayList(language, days);
