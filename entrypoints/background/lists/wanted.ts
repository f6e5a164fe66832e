import { bestKnown, catalogue } from '@/rules/lists/catalogue.ts';
import { type Wanted, wantedLists } from '@/rules/lists/plan.ts';

import type { World } from '../world.ts';

const offered = [{ ...bestKnown, category: null }, ...catalogue];

/** Lists that the policy in force names: the one managed storage has confirmed, so that nothing else is ever fetched. */
export async function wantedNow(world: World): Promise<readonly Wanted[]> {
  const { policy } = await world.policies.settled();
  return policy === null ? [] : wantedLists(policy.lists, offered);
}
