// Whether a pattern speaks about an address, and which of many speaks loudest.
import type { Address, Host } from './address.ts';
import { primaryHost, ruleHost, sameVideo } from './alias.ts';
import { isSamePath, matchesPathGlob } from './path.ts';
import { canonicalFragment, type Pattern } from './pattern.ts';
import { matchesQuery } from './query.ts';
import { isIpHost, publicSuffixOf } from './registrable-domain.ts';

/** A pattern with a query must match differently for each use: see query.ts. */
export type PatternUse = 'allow' | 'block';
export type PatternMatch = { readonly pattern: Pattern; readonly specificity: number };
export type PatternIndex = {
  readonly size: number;
  strongestMatch(address: Address, as: PatternUse): PatternMatch | null;
};

// Longer paths are cut here: no server reads them, and a glob must stay cheap.
const longestPath = 16_384;

export function matchesPattern(pattern: Pattern, address: Address, as: PatternUse): boolean {
  return createPatternIndex([pattern]).strongestMatch(address, as) !== null;
}

/**
 * A small integer for ranking, 1 to 1000. A pattern with a page beats one without; among equals more labels
 * beat fewer, then a longer path beats a shorter, then a port beats none. Patterns that still tie are equal: block wins.
 */
export function specificityOf(pattern: Pattern): number {
  const port = pattern.port === null ? 0 : 1;
  const labels = Math.min(isIpHost(pattern.host) ? 4 : pattern.host.split('.').length, 8);
  const rank = 2 * labels + (pattern.anySuffix ? 1 : 0);
  if (!hasPage(pattern)) return 4 * rank + port;
  const path = (pattern.path ?? '').replaceAll('*', '').length + (pattern.fragment ?? '').length;
  const query = (pattern.query ?? []).reduce(
    (sum, { key, value }) => sum + key.length + value.length,
    1,
  );
  const length = Math.min(path, 25) + (pattern.query === null ? 0 : Math.min(query, 15));
  return 100 + 44 * rank + length + port;
}

/** Answers in the time of one host's labels, however many patterns there are. */
export function createPatternIndex(patterns: Iterable<Pattern>): PatternIndex {
  const byHost = new Map<string, Pattern[]>();
  const byStem = new Map<string, Pattern[]>();
  let size = 0;
  for (const pattern of patterns) {
    const key = hasPage(pattern) ? pattern.host : ruleHost(pattern.host);
    fileUnder(pattern.anySuffix ? byStem : byHost, key, pattern);
    size += 1;
  }
  const candidatesFor = (host: Host): Pattern[] => [
    ...namesOf(host).flatMap((name) => byHost.get(name) ?? []),
    ...(byStem.size === 0 ? [] : stemsOf(host).flatMap((stem) => byStem.get(stem) ?? [])),
  ];
  return {
    size,
    strongestMatch(address, as) {
      const spellings = spellingsOf(address);
      const matches = spellings.flatMap((spelling) =>
        spelling.host === ''
          ? []
          : candidatesFor(spelling.host).filter((pattern) => matchesPage(pattern, spelling, as)),
      );
      return strongest(matches);
    },
  };
}

/** The host and every parent, nearest first, and the same for the service it belongs to. */
function namesOf(host: Host): string[] {
  const primary = primaryHost(host);
  return primary === host
    ? parentsOf(host)
    : [...new Set([...parentsOf(host), ...parentsOf(primary)])];
}

/** Every name a host rule could be written for: label boundaries only; a number has no parents. */
export function parentsOf(host: string): string[] {
  if (isIpHost(host)) return [host];
  const names = [host];
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
    names.push(host.slice(dot + 1));
  }
  return names;
}

/** The host without its registry suffix, and that name's parents: for "google.*". */
function stemsOf(host: Host): string[] {
  if (isIpHost(host)) return [];
  const suffix = publicSuffixOf(host, 'icann');
  return suffix.length === host.length ? [] : parentsOf(host.slice(0, -suffix.length - 1));
}

function spellingsOf(address: Address): Address[] {
  const video = sameVideo(address);
  return video === null ? [address] : [address, video];
}

function matchesPage(pattern: Pattern, address: Address, as: PatternUse): boolean {
  return (
    (pattern.port === null || pattern.port === effectivePort(address)) &&
    matchesPath(pattern, address) &&
    (pattern.query === null || matchesQuery(pattern.query, address.search, as)) &&
    (pattern.fragment === null ||
      matchesPathGlob(pattern.fragment, canonicalFragment(address.hash.slice(0, longestPath))))
  );
}

function matchesPath(pattern: Pattern, address: Address): boolean {
  if (pattern.path === null) return true;
  if (pattern.query !== null && !pattern.path.includes('*')) {
    return isSamePath(pattern.path, address.path);
  }
  return matchesPathGlob(pattern.path, address.path.slice(0, longestPath));
}

function effectivePort(address: Address): number {
  if (address.port !== null) return address.port;
  return /^(?:\w+:)?https:/.test(address.href) ? 443 : 80;
}

function strongest(patterns: readonly Pattern[]): PatternMatch | null {
  let best: PatternMatch | null = null;
  for (const pattern of patterns) {
    const specificity = specificityOf(pattern);
    const isBetter =
      best === null ||
      specificity > best.specificity ||
      (specificity === best.specificity && pattern.text < best.pattern.text);
    if (isBetter) best = { pattern, specificity };
  }
  return best;
}

const hasPage = (pattern: Pattern): boolean =>
  pattern.path !== null || pattern.query !== null || pattern.fragment !== null;

function fileUnder(index: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const filed = index.get(key);
  if (filed === undefined) index.set(key, [pattern]);
  else filed.push(pattern);
}
