// What use cases about codes and given time begin and end with.
import type { PolicyChange } from '@/rules/messages/replies.ts';

import { Refusal } from '../answer.ts';
import { type Loaded, loadSituation } from '../use-cases/situation.ts';
import type { World } from '../world.ts';

/** Refuses before set-up. */
export async function needSituation(world: World): Promise<Loaded> {
  const loaded = await loadSituation(world);
  if (loaded === null) throw new Refusal('not-found');
  return loaded;
}

/** A line for the journal. */
export const happened = (
  key: string,
  values: PolicyChange['values'],
  about: { readonly weakens: boolean; readonly childId?: string },
): PolicyChange => ({ childId: about.childId ?? null, key, values, weakens: about.weakens });
