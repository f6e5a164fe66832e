// Public suffixes for the thread that builds lists, by name: without the few foreign names that the worker's packed form
// takes for suffixes, and all of them at hand to be tested against a filter.
import { isIpHost } from '../hosts/registrable-domain.ts';
import { hashOfName } from '../hosts/suffix-set.ts';
import { suffixNames } from './suffix-names.ts';

// Asked for millions of hosts, of which nearly none is one: most are told by one bit.
const bitsOfHash = 20;

/** What a builder of sets asks. */
export type Suffixes = {
  readonly isSuffix: (host: string) => boolean;
  /** Those that can be named, of two labels or more. */
  readonly names: () => Iterable<string>;
};

export const publicSuffixes = (): Suffixes => ({
  isSuffix: createSuffixCheck(),
  names: suffixesByName,
});

/** Whether the host is a public suffix or a single label, by the letter of the list. */
export function createSuffixCheck(): (host: string) => boolean {
  const rules = rulesByName();
  const seen = new Uint8Array(2 ** bitsOfHash);
  for (const rule of rules) seen[hashOfName(rule) >>> (32 - bitsOfHash)] = 1;
  const isRule = (name: string): boolean =>
    seen[hashOfName(name) >>> (32 - bitsOfHash)] === 1 && rules.has(name);
  return (host) => {
    const dot = host.indexOf('.');
    if (dot === -1) return host !== '' && !isIpHost(host);
    // An exception ("!city.kobe.jp") stands under a wildcard and nowhere else.
    return isRule(`*${host.slice(dot)}`) ? !rules.has(`!${host}`) : isRule(host);
  };
}

/** What registries with a wildcard hand out themselves; nobody lists these names. */
const usualLabels = 'ac co com edu gen gob gov go info mil name ne net or org sch school'.split(
  ' ',
);

/** Every public suffix of two labels or more that has a name, and the usual ones of those that any name stands for. */
export function* suffixesByName(): Generator<string> {
  for (const rule of rulesByName()) {
    if (rule.startsWith('*.')) yield* usualLabels.map((label) => label + rule.slice(1));
    else if (rule.includes('.') && !rule.startsWith('!')) yield rule;
  }
}

let rulesCache: ReadonlySet<string> | null = null;
const rulesByName = (): ReadonlySet<string> => (rulesCache ??= new Set(suffixNames.split(' ')));
