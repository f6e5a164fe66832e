import { bestKnown, catalogue } from '@/rules/lists/catalogue.ts';
import { type Wanted, wantedLists } from '@/rules/lists/plan.ts';

import type { World } from '../world.ts';

const offered = [{ ...bestKnown, category: null }, ...catalogue];

/** Lists that the policy in force names, once managed storage has had its time to answer: a school's policy names others. */
export async function wantedNow(world: World): Promise<readonly Wanted[]> {
  const { policy } = await world.policies.settled();
  return policy === null ? [] : wantedLists(policy.lists, offered);
}
