import { parsePattern } from '@/rules/hosts/pattern.ts';
import { weekdays, type Quota } from '@/rules/policy/schema.ts';
import { fail, ok, type Result } from '@/rules/result.ts';

import { minutesIn, mostADay, mostAWeek } from './minutes.ts';

export type NewQuotaTyped = {
  /** "all", "category:…", "set:…" or "host": then the host that was typed. */
  readonly scope: string;
  readonly host: string;
  readonly minutes: string;
  readonly per: 'day' | 'week';
};
/** `key`: what is wrong, in the catalogue. */
export type NewQuotaProblem = { readonly field: 'host' | 'minutes'; readonly key: string };

export function readNewQuota(
  typed: NewQuotaTyped,
  there: readonly Quota[],
): Result<Omit<Quota, 'id'>, NewQuotaProblem> {
  const scope = typed.scope === 'host' ? hostScope(typed.host) : ok(typed.scope);
  if (!scope.ok) return fail({ field: 'host', key: scope.failure });
  if (there.some((quota) => quota.scope === scope.value)) {
    return fail({ field: typed.scope === 'host' ? 'host' : 'minutes', key: 'rulesQuotaThere' });
  }
  const isWeekly = typed.per === 'week';
  const minutes = minutesIn(typed.minutes, isWeekly ? mostAWeek : mostADay);
  if (minutes === undefined || minutes === null) {
    return fail({ field: 'minutes', key: isWeekly ? 'quotaWeekWrong' : 'rulesMinutesWrong' });
  }
  return ok(
    isWeekly
      ? { scope: scope.value, minutes: {}, perWeek: minutes }
      : {
          scope: scope.value,
          minutes: Object.fromEntries(weekdays.map((day) => [day, minutes])),
        },
  );
}

/** Time is counted for a whole site: "youtube.com/shorts" is no scope. The failure is a catalogue key. */
function hostScope(typed: string): Result<string, string> {
  const host = wholeHost(typed);
  return host.ok ? ok(`host:${host.value}`) : host;
}

/** A host with all below it, out of what was typed. The failure is a catalogue key. */
export function wholeHost(typed: string): Result<string, string> {
  const read = parsePattern(typed);
  if (!read.ok) return fail(`pattern-${read.failure}`);
  const { host, anySuffix, port, path, query, fragment } = read.value;
  const parts = [port, path, query, fragment];
  const isWhole = !anySuffix && parts.every((part) => part === null);
  return isWhole ? ok(host) : fail('rulesQuotaHostOnly');
}
