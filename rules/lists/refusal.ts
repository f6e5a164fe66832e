// Hosts that no fetched list may close, whatever it says. Such an entry is left out and counted; the rest of the list
// stands. Our own list already names what is to be said of the hosts here, so nothing that should close stays open.
import { parentsOf } from '../hosts/match.ts';
import { createSuffixCheck } from './suffix-check.ts';

/**
 * "suffix": a registry or a hosting that belongs to nobody in particular ("com", "co.uk", "github.io", ""). "help": help
 * for children. "known": an ordinary site of our own list. "needed": where lists and feeds come from. (The desk is "help".)
 */
export const refusalReasons = ['suffix', 'help', 'known', 'needed'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Canonical hosts. A list can close none of them, nor any parent, as that would close them too. */
export type Protected = {
  /** Their sub-domains are help as well. */
  readonly help: Iterable<string>;
  readonly known: Iterable<string>;
  readonly needed: Iterable<string>;
};

export type Refusal = (host: string) => RefusalReason | null;

export function createRefusal({ help, known, needed }: Protected): Refusal {
  const reasons = new Map<string, RefusalReason>();
  const protect = (hosts: Iterable<string>, reason: RefusalReason): void => {
    for (const name of [...hosts].flatMap(parentsOf)) reasons.set(name, reason);
  };
  protect(known, 'known');
  protect(needed, 'needed');
  const helpers = new Set(help);
  protect(helpers, 'help');
  const isSuffix = createSuffixCheck();
  return (host) => {
    if (host === '' || isSuffix(host)) return 'suffix';
    const reason = reasons.get(host);
    if (reason !== undefined) return reason;
    return hasParentIn(host, helpers) ? 'help' : null;
  };
}

function hasParentIn(host: string, hosts: ReadonlySet<string>): boolean {
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) {
    if (hosts.has(host.slice(dot + 1))) return true;
  }
  return false;
}
