import { durationName } from '@/components/page/formats.ts';
import { quietTimeWords, whenWords } from '@/components/page/when.ts';
import { type Services, useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import type { Day, DayQuota } from '@/rules/messages/replies.ts';

import { useScopeWords } from './rules/scope-words.ts';
import { type TimeBar, TimeBars } from './TimeBars.tsx';

type ScopeWords = (scope: string) => string;

/** The limits of the day and of the week, how much of each is used, and what is quiet today. */
export function Limits({ day }: { day: Day }) {
  const services = useServices();
  const { text } = services;
  const scopeWords = useScopeWords();
  const lines = [
    ...day.quotas.flatMap((quota) => linesOf(quota, services, scopeWords)),
    ...quietTimeWords(day, services, { key: 'todayQuiet', scopeWords }),
  ];
  return (
    <Card heading={text('todayLimits')} icon="hourglass">
      {day.quotas.length === 0 && day.quietTimesToday.length === 0 && (
        <p class="soft">{text('todayNoLimits')}</p>
      )}
      <TimeBars bars={day.quotas.flatMap((quota) => barsOf(quota, services, scopeWords))} />
      {lines.length > 0 && (
        <ul class="stack-tight">
          {lines.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function barsOf(
  { quotaId, scope, usedSeconds, limitSeconds, week }: DayQuota,
  { text, language }: Services,
  scopeWords: ScopeWords,
): TimeBar[] {
  const bar = (key: string, label: string, seconds: number, of: number): TimeBar => ({
    key,
    label,
    seconds,
    of,
    words: text('todayUsed', {
      used: durationName(language, seconds),
      limit: durationName(language, of),
    }),
  });
  const weekName = text('pictureThisWeek', { scope: scopeWords(scope) });
  return [
    ...(limitSeconds === null ? [] : [bar(quotaId, scopeWords(scope), usedSeconds, limitSeconds)]),
    ...(week === null
      ? []
      : [bar(`${quotaId} week`, weekName, week.usedSeconds, week.limitSeconds)]),
  ];
}

function linesOf(
  { scope, carriedSeconds, opensAt }: DayQuota,
  services: Services,
  scopeWords: ScopeWords,
): string[] {
  const { text, language } = services;
  const about = { scope: scopeWords(scope) };
  return [
    ...(carriedSeconds > 0
      ? [text('pictureCarried', { ...about, time: durationName(language, carriedSeconds) })]
      : []),
    ...(opensAt === null
      ? []
      : [text('pictureOpens', { ...about, when: whenWords(services, opensAt) })]),
  ];
}
