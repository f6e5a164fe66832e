// More minutes for a page that spent quotas closed.
import { onTopOfUse } from '@/rules/overrides/more-time.ts';
import type { Override } from '@/rules/overrides/override.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { startOfNextDay } from '@/rules/time/moment.ts';

import { judgeIn } from '../use-cases/judge.ts';
import type { Loaded } from '../use-cases/situation.ts';

/** More quotas than one page can stand under. */
const mostScopes = 60;

/** The overrides that open the page for so many minutes of use today; null if more time does not open it. */
export function moreMinutes(
  loaded: Loaded,
  { url, minutes }: { readonly url: string; readonly minutes: number },
  newId: () => string,
): readonly Override[] | null {
  const { situation, profile } = loaded;
  const { moment } = situation;
  const given: Override[] = [];
  while (given.length < mostScopes) {
    const then = { ...situation, overrides: [...situation.overrides, ...given] };
    const { verdict } = judgeIn({ ...loaded, situation: then }, { url });
    const { reason } = verdict;
    if (reason.kind !== 'quota') return given.length === 0 || closesPage(verdict) ? null : given;
    const { scope } = reason;
    // It was given already and did not open.
    if (given.some(({ covers }) => covers.kind === 'time' && covers.scope === scope)) return null;
    const more: Override = {
      id: newId(),
      childId: profile.id,
      covers: { kind: 'time', scope, extraSeconds: minutes * 60 },
      grantedAt: moment.instant,
      expiresAt: startOfNextDay(moment),
      requestId: null,
    };
    given.push(...onTopOfUse(more, then, moment, newId));
  }
  return null;
}
