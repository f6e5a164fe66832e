// What time has closed at a moment, in terms a browser's own rules can hold.
import { isOfAge } from '../growing/age.ts';
import type { Moment } from './moment.ts';
import { closedAt, isClosedAt } from './next-stop.ts';
import type { Spending } from './quota.ts';
import { alwaysOpenHosts, type TimeProfile } from './rules-in-force.ts';

/** Everything, or some scopes ("category:games", "host:youtube.com", "set:ID"). */
export type TimeClosures = {
  readonly everything: boolean;
  readonly scopes: readonly string[];
  /** Hosts that stay open all the same. */
  readonly except?: readonly string[];
  /** The child is of age: no rule of ours holds any more. */
  readonly isOver?: boolean;
};

export function timeClosures(spending: Spending, moment: Moment): TimeClosures {
  const { profile } = spending;
  if (isOfAge(profile, moment)) return { everything: false, scopes: [], isOver: true };
  const all = closedAt({ ...spending, scopes: ['all'] }, moment);
  // Nothing stays open in a rest but help.
  if (all?.reason.kind === 'lockdown') return { everything: true, scopes: [] };
  const except = alwaysOpenHosts(profile).toSorted();
  const scopes =
    all === null
      ? scopesIn(profile).filter((scope) => isClosedAt({ ...spending, scopes: [scope] }, moment))
      : [];
  return {
    everything: all !== null,
    scopes: scopes.toSorted(),
    ...(except.length === 0 ? {} : { except }),
  };
}

/** Every scope a time rule of the child speaks of. */
const scopesIn = (profile: TimeProfile): readonly string[] => [
  ...new Set(
    [profile, ...(profile.ruleSets ?? [])]
      .flatMap(({ quietTimes, quotas }) => [...quietTimes, ...quotas])
      .flatMap(({ scope }) => scope ?? []),
  ),
];
