// What is heard or seen at once, under the names it is counted by.
import { parentsOf } from '../hosts/match.ts';
import { scopesOf } from './quota.ts';
import type { TimeProfile } from './rules-in-force.ts';
import type { Spot } from './usage.ts';

/**
 * Two hosts that a quota adds up (sub-domains, a set of sites) would count one second twice while both are heard: they
 * count under one name, that of the host which most quotas count. Where each has a limit that the other is not under,
 * each keeps its name: else one would be free beside the other.
 */
export function countedOnce(spots: readonly Spot[], profile: TimeProfile): readonly Spot[] {
  if (spots.length < 2) return spots;
  const quotas = [profile, ...(profile.ruleSets ?? [])].flatMap((rules) => rules.quotas);
  const summed = new Set(
    quotas.map(({ scope }) => scope).filter((scope) => /^(?:host|set):/.test(scope)),
  );
  const scoped = spots.map(({ host }) => ({
    host,
    scopes: scopesOf(parentsOf(host), [], profile.hostSets).filter((scope) => summed.has(scope)),
  }));
  return spots.map((spot, at) => {
    const own = scoped[at]?.scopes ?? [];
    if (own.length === 0) return spot;
    const [widest = spot] = scoped
      .filter(({ scopes }) => own.every((scope) => scopes.includes(scope)))
      .toSorted((a, b) => b.scopes.length - a.scopes.length);
    return { ...spot, host: widest.host };
  });
}
