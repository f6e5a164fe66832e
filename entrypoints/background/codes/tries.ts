// Tries of codes and cards, counted together and apart from those of the PIN.
import { beginAttempt, waitUntil } from '@/rules/guardian/attempts.ts';
import type { Instant } from '@/rules/policy/verdict.ts';

import { armHeartbeat } from '../reconcile.ts';
import type { World } from '../world.ts';

export type Waiting = { readonly kind: 'wait'; readonly waitUntil: Instant; readonly now: Instant };

/** Counts a try and stores it before anything is compared; null: go on. */
export async function beginTry(world: World): Promise<Waiting | null> {
  const now = world.now();
  let wait: Instant | null = null;
  const { waitLeftMs } = await world.stores.codeAttempts.update((old) => {
    const { state, outcome } = beginAttempt(old, now, world.steady());
    wait = outcome === 'go' ? null : outcome.waitUntil;
    return state;
  });
  // A wait runs down only while somebody looks at the clock.
  if (waitLeftMs > 0) await armHeartbeat(world);
  return wait === null ? null : { kind: 'wait', waitUntil: wait, now };
}

/** No, and whether the next try has to wait. */
export async function refused<Why extends string>(
  world: World,
  why: Why,
): Promise<{
  readonly kind: 'refused';
  readonly why: Why;
  readonly waitUntil: Instant | null;
  readonly now: Instant;
}> {
  const attempts = await world.stores.codeAttempts.read();
  const now = world.now();
  return { kind: 'refused', why, waitUntil: waitUntil(attempts, now), now };
}
