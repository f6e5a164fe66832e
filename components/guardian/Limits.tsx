import { durationName } from '@/components/page/formats.ts';
import { quietTimeWords, whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import type { Day, DayQuota } from '@/rules/messages/replies.ts';

import { useScopeWords } from './rules/scope-words.ts';
import { type TimeBar, TimeBars } from './TimeBars.tsx';

/** The limits of the day and of the week, how much of each is used, and what is quiet today. */
export function Limits({ day }: { day: Day }) {
  const services = useServices();
  const { text, language } = services;
  const scopeWords = useScopeWords();
  const usedWords = (used: number, limit: number) =>
    text('todayUsed', {
      used: durationName(language, used),
      limit: durationName(language, limit),
    });
  const barsOf = ({ quotaId, scope, usedSeconds, limitSeconds, week }: DayQuota): TimeBar[] => [
    {
      key: quotaId,
      label: scopeWords(scope),
      seconds: usedSeconds,
      of: limitSeconds,
      words: usedWords(usedSeconds, limitSeconds),
    },
    ...(week === null
      ? []
      : [
          {
            key: `${quotaId} week`,
            label: text('pictureThisWeek', { scope: scopeWords(scope) }),
            seconds: week.usedSeconds,
            of: week.limitSeconds,
            words: usedWords(week.usedSeconds, week.limitSeconds),
          },
        ]),
  ];
  const lines = [
    ...day.quotas.flatMap(({ scope, carriedSeconds, opensAt }) => [
      ...(carriedSeconds > 0
        ? [
            text('pictureCarried', {
              scope: scopeWords(scope),
              time: durationName(language, carriedSeconds),
            }),
          ]
        : []),
      ...(opensAt === null
        ? []
        : [text('pictureOpens', { scope: scopeWords(scope), when: whenWords(services, opensAt) })]),
    ]),
    ...quietTimeWords(day, services, { key: 'todayQuiet', scopeWords }),
  ];
  return (
    <Card heading={text('todayLimits')} icon="hourglass">
      {day.quotas.length === 0 && day.quietTimesToday.length === 0 && (
        <p class="soft">{text('todayNoLimits')}</p>
      )}
      <TimeBars bars={day.quotas.flatMap(barsOf)} />
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
