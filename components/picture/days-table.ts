import type { Services } from '@/components/services.ts';
import type { CsvCell } from '@/rules/time/csv.ts';
import { type PicturedDay, timeNames } from '@/rules/time/history.ts';

import { topicWords } from './topic-words.ts';

/** All kept days as rows of a file: a line of names, then a line a day. Whole minutes; dates as every spreadsheet reads them. */
export function daysTable(
  child: string,
  days: readonly PicturedDay[],
  services: Pick<Services, 'text' | 'band'>,
): readonly (readonly CsvCell[])[] {
  const { text } = services;
  const topics = timeNames.filter((name) =>
    days.some(({ byCategory }) => byCategory.some(({ category }) => category === name)),
  );
  const head = [
    text('pictureDay'),
    text('pictureChild'),
    text('pictureMinutes'),
    text('pictureLimitMinutes'),
    ...topics.map((topic) => text('pictureTopicMinutes', { topic: topicWords(topic, services) })),
    text('pictureClosedTimes'),
    text('pictureAsked'),
    text('pictureAllowed'),
    text('pictureRefused'),
  ].map(withoutIsolates);
  const rows = days.map((day): CsvCell[] => [
    day.date,
    child,
    minutes(day.totalSeconds),
    day.limitSeconds === null ? '' : minutes(day.limitSeconds),
    ...topics.map((topic) =>
      minutes(day.byCategory.find(({ category }) => category === topic)?.seconds ?? 0),
    ),
    day.blockedCount,
    day.asked,
    day.allowed,
    day.refused,
  ]);
  return [head, ...rows];
}

const minutes = (seconds: number): number => Math.round(seconds / 60);

/** The marks that keep a name's direction on a page are noise in a file. */
const withoutIsolates = (words: string): string => words.replaceAll(/[\u2068\u2069]/g, '');
