// More minutes for a page that spent quotas closed.
import type { Covers, Override } from '@/rules/overrides/override.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { startOfNextDay } from '@/rules/time/moment.ts';

import { judgeIn } from '../use-cases/judge.ts';
import type { Loaded } from '../use-cases/situation.ts';

const mostSeconds = 86_400;
/** More quotas than one page can stand under. */
const mostScopes = 60;

/**
 * The overrides that open the page for so many minutes of its quotas' time; null if more time does not open it. Where a
 * quota was lifted for a while, more may be used than it gives: the minutes come on top of that.
 */
export function moreMinutes(
  loaded: Loaded,
  page: { readonly url: string; readonly minutes: number },
  newId: () => string,
): readonly Override[] | null {
  const { moment, overrides } = loaded.situation;
  const give = (covers: Covers): Override => ({
    id: newId(),
    childId: loaded.profile.id,
    covers,
    grantedAt: moment.instant,
    expiresAt: startOfNextDay(moment),
    requestId: null,
  });
  const judgeWith = (given: readonly Override[]) =>
    judgeIn(
      { ...loaded, situation: { ...loaded.situation, overrides: [...overrides, ...given] } },
      page,
    ).verdict;
  const given: Override[] = [];
  while (given.length < mostScopes) {
    const { reason, ...verdict } = judgeWith(given);
    if (reason.kind !== 'quota') {
      return given.length === 0 || closesPage({ reason, ...verdict }) ? null : given;
    }
    const { scope } = reason;
    const withSeconds = (extraSeconds: number) => give({ kind: 'time', scope, extraSeconds });
    const isStillSpent = (extraSeconds: number): boolean => {
      const then = judgeWith([...given, withSeconds(extraSeconds)]).reason;
      return then.kind === 'quota' && then.scope === scope;
    };
    if (isStillSpent(mostSeconds)) return null;
    const missing = leastFalse(isStillSpent, mostSeconds);
    given.push(withSeconds(Math.min(missing - 1 + page.minutes * 60, mostSeconds)));
  }
  return null;
}

/** The least number from 1 to `most` for which a question that turns from true to false is false. */
function leastFalse(isTrue: (value: number) => boolean, most: number): number {
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isTrue(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
