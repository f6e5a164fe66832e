import { parsePattern } from '@/rules/hosts/pattern.ts';
import type { Quota } from '@/rules/policy/schema.ts';
import { fail, ok, type Result } from '@/rules/result.ts';

import { minutesIn } from './minutes.ts';

export type NewQuotaTyped = {
  /** "all", "category:…" or "host": then the host that was typed. */
  readonly scope: string;
  readonly host: string;
  readonly minutes: string;
};
/** `key`: what is wrong, in the catalogue. */
export type NewQuotaProblem = { readonly field: 'host' | 'minutes'; readonly key: string };

export function readNewQuota(
  typed: NewQuotaTyped,
  there: readonly Quota[],
): Result<{ readonly scope: string; readonly minutes: number }, NewQuotaProblem> {
  const scope = typed.scope === 'host' ? hostScope(typed.host) : ok(typed.scope);
  if (!scope.ok) return fail({ field: 'host', key: scope.failure });
  if (there.some((quota) => quota.scope === scope.value)) {
    return fail({ field: typed.scope === 'host' ? 'host' : 'minutes', key: 'rulesQuotaThere' });
  }
  const minutes = minutesIn(typed.minutes);
  return minutes === undefined || minutes === null
    ? fail({ field: 'minutes', key: 'rulesMinutesWrong' })
    : ok({ scope: scope.value, minutes });
}

/** Time is counted for a whole site: "youtube.com/shorts" is no scope. The failure is a catalogue key. */
function hostScope(typed: string): Result<string, string> {
  const read = parsePattern(typed);
  if (!read.ok) return fail(`pattern-${read.failure}`);
  const { host, anySuffix, port, path, query, fragment } = read.value;
  const parts = [port, path, query, fragment];
  const isWhole = !anySuffix && parts.every((part) => part === null);
  return isWhole ? ok(`host:${host}`) : fail('rulesQuotaHostOnly');
}
