// What is heard or seen at once, under the names it is counted by.
import { parentsOf } from '../hosts/match.ts';
import { scopesOf } from './quota.ts';
import type { TimeProfile } from './rules-in-force.ts';
import type { Spot } from './usage.ts';

/**
 * Two hosts that a quota adds up (sub-domains, a set of sites) would count one second twice while both are heard: the
 * later one counts under the name of the first.
 */
export function countedOnce(spots: readonly Spot[], profile: TimeProfile): readonly Spot[] {
  if (spots.length < 2) return spots;
  const quotas = [profile, ...(profile.ruleSets ?? [])].flatMap((rules) => rules.quotas);
  const summed = new Set(
    quotas.map(({ scope }) => scope).filter((scope) => /^(?:host|set):/.test(scope)),
  );
  const taken = new Map<string, string>();
  return spots.map((spot) => {
    const scopes = scopesOf(parentsOf(spot.host), [], profile.hostSets).filter((scope) =>
      summed.has(scope),
    );
    const first = scopes.map((scope) => taken.get(scope)).find((host) => host !== undefined);
    for (const scope of scopes) if (!taken.has(scope)) taken.set(scope, first ?? spot.host);
    return first === undefined ? spot : { ...spot, host: first };
  });
}
