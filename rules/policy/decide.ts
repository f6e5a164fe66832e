// Order is the policy: help first, then what the family chose about the address, then time. One decide() serves
// the declarative rules' compiler, the navigation events and the pages themselves.
import { isOfAge } from '../growing/age.ts';
import type { Address, Host } from '../hosts/address.ts';
import { addressesIn } from '../hosts/carried.ts';
import { parentsOf } from '../hosts/match.ts';
import { sameRegistrableDomain } from '../hosts/registrable-domain.ts';
import { unwrap } from '../hosts/unwrap.ts';
import { overrideFor } from '../overrides/override.ts';
import { closedAt } from '../time/next-stop.ts';
import { scopesOf } from '../time/quota.ts';
import type { Action, Category } from './schema.ts';
import type { Situation, Visit } from './situation.ts';
import { closesPage, type Reason, type Verdict } from './verdict.ts';

/** allow < warn < ask < block: where several rules speak, the strictest one is heard. */
export const strictness: Readonly<Record<Action, number>> = { allow: 0, warn: 1, ask: 2, block: 3 };
const stricter = (a: Verdict, b: Verdict): Verdict =>
  strictness[b.action] > strictness[a.action] ? b : a;

const verdict = (action: Action, reason: Reason, until: number | null = null): Verdict => ({
  action,
  reason,
  until,
});

/**
 * The verdict on one visit. A closed address outranks a closed hour: "opens at 7:00" would be untrue for a site
 * that stays closed then.
 */
export function decide(situation: Situation, visit: Visit): Verdict {
  const { address } = visit;
  if (address.kind === 'browser' || address.kind === 'extension' || address.kind === 'about') {
    return verdict('allow', { kind: 'browser-page' });
  }
  if (address.host !== '' && situation.isHelp(address.host))
    return verdict('allow', { kind: 'help' });
  if (isOfAge(situation.profile, situation.moment)) return verdict('allow', { kind: 'of-age' });
  const onAddress = decideAddress(situation, visit);
  if (closesPage(onAddress)) return onAddress;
  return decideTime(situation, address.host) ?? onAddress;
}

/** What time alone says: null when browsing is open. */
export function decideTime(situation: TimeSituation, host: Host | ''): Verdict | null {
  const scopes = scopesAt(situation, host);
  const closed = closedAt({ ...situation, scopes }, situation.moment);
  return closed === null ? null : verdict('block', closed.reason, closed.until);
}

/** The scopes a visit to this host counts in; a page without a host counts in "all". */
export const scopesAt = (
  { lookup, profile }: Pick<Situation, 'lookup' | 'profile'>,
  host: Host | '',
): readonly string[] =>
  host === '' ? ['all'] : scopesOf(parentsOf(host), lookup.categoriesOf(host), profile.hostSets);

export type TimeSituation = Pick<
  Situation,
  'profile' | 'moment' | 'usage' | 'past' | 'overrides' | 'lookup'
>;

/** What the guardian chose about the address, wrapped addresses included. */
function decideAddress(situation: Situation, visit: Visit): Verdict {
  if (visit.address.kind !== 'web') return decideWithoutHost(situation, visit);
  const judged = unwrap(visit.address)
    .map((inner) => decideInner(situation, visit, inner))
    .reduce(stricter, decideOne(situation, visit));
  return judged.action === 'allow' && judged.reason.kind === 'unknown'
    ? (hintOf(situation, visit) ?? judged)
    : judged;
}

const decideInner = (situation: Situation, visit: Visit, address: Address): Verdict =>
  address.host !== '' && situation.isHelp(address.host)
    ? verdict('allow', { kind: 'help' })
    : decideOne(situation, { ...visit, address, signals: [] });

/** An unchecked site whose address names a closed one may be showing it: reason for a warning, not for more. */
function hintOf(situation: Situation, visit: Visit): Verdict | null {
  const { address, embedder } = visit;
  if (address.host === '' || embedder !== null) return null;
  const closed = addressesIn(address).find((inner) => {
    const judged = decideInner(situation, visit, inner);
    return closesPage(judged) && judged.reason.kind !== 'unknown';
  });
  return closed === undefined
    ? null
    : verdict(warnedAction(situation, address.host), { kind: 'carries', host: closed.host });
}

/** Pages without a host of their own (data:, file:): younger bands stay with the web their family knows. */
function decideWithoutHost({ profile }: Situation, { address }: Visit): Verdict {
  const young = profile.ageBand === '5-8' || profile.ageBand === '9-12';
  return address.kind === 'data' && young
    ? verdict('block', { kind: 'unreadable' })
    : verdict('allow', { kind: 'browser-page' });
}

function decideOne(situation: Situation, visit: Visit): Verdict {
  const { address } = visit;
  const override = overrideFor(
    situation.overrides,
    { href: address.href, host: address.host, parents: parentsOf(address.host) },
    situation.moment.instant,
  );
  if (override !== null) {
    const { id, expiresAt } = override;
    return verdict('allow', { kind: 'override', overrideId: id, expiresAt }, expiresAt);
  }
  const byPattern = decideByPattern(situation, address);
  if (byPattern !== null) return byPattern;
  const word = situation.closedWord(address);
  if (word !== null) return verdict('block', { kind: 'word', word });
  // Where both only warn, what the page gives away tells the child more than "not checked".
  const byList = decideByList(situation, visit);
  const strictest = [...decideBySignals(situation, visit), byList].reduce(stricter);
  return strictest.action === 'warn' && address.host !== ''
    ? verdict(warnedAction(situation, address.host), strictest.reason)
    : strictest;
}

/** A page that took its warning away is closed; a warning the child went past stays past for the day. */
function warnedAction(situation: Situation, host: Host): Action {
  if (situation.hasFoughtWarning(host)) return 'block';
  return situation.hasPassedWarning(host) ? 'allow' : 'warn';
}

/** The more exact pattern wins; block wins a tie. */
function decideByPattern({ allowlist, blocklist }: Situation, address: Address): Verdict | null {
  const block = blocklist.strongestMatch(address, 'block');
  const allow = allowlist.strongestMatch(address, 'allow');
  if (block !== null && (allow === null || block.specificity >= allow.specificity)) {
    return verdict('block', { kind: 'blocklist', pattern: block.pattern.text });
  }
  return allow === null
    ? null
    : verdict('allow', { kind: 'allowlist', pattern: allow.pattern.text });
}

/**
 * A fetched list closes, it never opens: where it says less than what would hold without it, it says nothing. So no list
 * opens an unknown site, and the first wall need not know the names that a list would have opened.
 */
function decideByList(situation: Situation, visit: Visit): Verdict {
  const { lookup, profile } = situation;
  const { host } = visit.address;
  if (host === '') return verdict('allow', { kind: 'browser-page' });
  const byCategory = (category: Category): Verdict =>
    verdict(profile.filter.categories[category], { kind: 'category', category });
  const ours = lookup.ownCategoriesOf(host);
  const [first, ...more] = ours.map(byCategory);
  const without =
    first === undefined
      ? decideUnlisted(situation, host, visit.embedder)
      : more.reduce(stricter, first);
  const [closing, ...others] = lookup
    .categoriesOf(host)
    .filter((category) => !ours.includes(category))
    .map(byCategory)
    .filter(({ action }) => action !== 'allow');
  if (closing === undefined) return without;
  const fetched = others.reduce(stricter, closing);
  // Where both say the same, "games" tells more than "not checked".
  return first === undefined ? stricter(fetched, without) : stricter(without, fetched);
}

function decideUnlisted(
  { profile, lookup }: Situation,
  host: Host,
  embedder: Host | null,
): Verdict {
  if (lookup.isKnown(host)) return verdict('allow', { kind: 'known' });
  // A site may frame itself; what it frames from elsewhere must be open by its own right.
  if (embedder !== null && sameHome(embedder, host)) return verdict('allow', { kind: 'known' });
  // A frame can neither be warned about nor asked for: what would warn is shown, what would ask is not.
  return verdict(profile.filter.unknown, { kind: 'unknown' });
}

const sameHome = (a: Host, b: Host): boolean => a === b || sameRegistrableDomain(a, b);

const decideBySignals = ({ profile: { filter } }: Situation, { signals }: Visit): Verdict[] =>
  signals.flatMap((signal) => {
    if (signal.kind !== 'risk')
      return verdict(signal.kind === 'age-label' ? filter.ageLabels : filter.lookalikes, signal);
    const { topic, level, signs } = signal;
    const action = filter.categories[topic];
    // A family that allows the topic is told nothing; one sign alone is reason for no more than a warning.
    if (action === 'allow') return [];
    return verdict(level === 'close' ? action : 'warn', { kind: 'risk', topic, signs });
  });
