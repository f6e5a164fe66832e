// Permissions that were given, beside those that still hold.
import type { Override } from '@/rules/overrides/override.ts';

import type { World } from '../world.ts';

/** One that is not live yet comes after the clock was set back: it is kept. */
export const notOver = (overrides: readonly Override[], at: number): Override[] =>
  overrides.filter(({ expiresAt }) => at < expiresAt);

/** More than so many could not be read back, and none would hold. */
const mostOverrides = 200;

export const addOverrides = (world: World, given: readonly Override[]): Promise<unknown> =>
  world.stores.overrides.update((old) => {
    const at = Math.max(...given.map(({ grantedAt }) => grantedAt));
    return [...notOver(old, at), ...given].slice(-mostOverrides);
  });
