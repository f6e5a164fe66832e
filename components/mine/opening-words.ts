// What opens when: whatever is closed by time now, with its end, then what is still to come today.
import type { IconName } from '@/components/icons/shapes.ts';
import { clockWords, whenWords } from '@/components/page/when.ts';
import type { Services } from '@/components/services.ts';
import type { Day } from '@/rules/messages/replies.ts';

export type OpeningLine = { readonly icon: IconName; readonly words: string };

export function openingWords(
  day: Day,
  services: Pick<Services, 'text' | 'language' | 'now' | 'timeZone'>,
  scopeWords: (scope: string) => string,
): readonly OpeningLine[] {
  const { text, language, timeZone } = services;
  const now = services.now();
  const clock = (at: number) => clockWords(at, language, timeZone);
  const rests = day.overrides
    .filter(({ covers }) => covers === 'lockdown')
    .map(({ expiresAt }): OpeningLine => ({
      icon: 'family',
      words: text('openRest', { when: whenWords(services, expiresAt) }),
    }));
  const spent = day.quotas
    .filter(({ opensAt }) => opensAt !== null)
    .map(({ scope, opensAt }): OpeningLine => ({
      icon: 'hourglass',
      words: text('openQuota', {
        scope: scopeWords(scope),
        when: whenWords(services, opensAt ?? now),
      }),
    }));
  const quiet = day.quietTimesToday.map(({ scope, from, to }): OpeningLine => {
    const isRunning = from <= now && now < to;
    const key = isRunning ? 'openQuietNow' : 'openQuietLater';
    return {
      icon: 'moon',
      words:
        scope === 'all'
          ? text(key, { from: clock(from), to: clock(to), when: whenWords(services, to) })
          : text(`${key}For`, {
              scope: scopeWords(scope),
              from: clock(from),
              to: clock(to),
              when: whenWords(services, to),
            }),
    };
  });
  const lines = [...rests, ...spent, ...quiet];
  return lines.filter(({ words }, at) => lines.findIndex((line) => line.words === words) === at);
}
