// More seconds for a quota. Where it was lifted for a while, more may be used than it gives: what is given now comes on
// top of that, or fifteen minutes would be fewer, or none.
import type { Moment } from '../time/moment.ts';
import { quotaStates, type Spending } from '../time/quota.ts';
import type { Override } from './override.ts';

const mostSeconds = 86_400;
/** A heartbeat or two past the limit are no lifting: limits stay round numbers. */
const overshootSeconds = 60;

/** The override, raised by what its scopes lack; without a scope of its own, as one for each that lacks differently. */
export function onTopOfUse(
  override: Override,
  spending: Spending,
  moment: Moment,
  newId: () => string,
): readonly Override[] {
  const { covers } = override;
  if (covers.kind !== 'time' || covers.extraSeconds === undefined) return [override];
  const { extraSeconds, scope } = covers;
  const missing = missingSeconds(spending, moment);
  const raised = (name: string, id: string): Override => ({
    ...override,
    id,
    covers: {
      kind: 'time',
      scope: name,
      extraSeconds: Math.min(Math.ceil(extraSeconds + (missing.get(name) ?? 0)), mostSeconds),
    },
  });
  if (scope !== undefined) return [raised(scope, override.id)];
  if ([...missing.values()].every((seconds) => seconds === 0)) return [override];
  return [...missing.keys()].map((name, at) => raised(name, at === 0 ? override.id : newId()));
}

/** By scope of the quotas in force: how much more was used than they give. */
function missingSeconds(spending: Spending, moment: Moment): ReadonlyMap<string, number> {
  const missing = new Map<string, number>();
  for (const state of quotaStates(spending, moment)) {
    const { quota, limit, used, weekLimit, weekUsed } = state;
    const over = Math.max(0, used - (limit ?? used), weekUsed - (weekLimit ?? weekUsed));
    const lacking = over <= overshootSeconds ? 0 : over;
    missing.set(quota.scope, Math.max(missing.get(quota.scope) ?? 0, lacking));
  }
  return missing;
}
