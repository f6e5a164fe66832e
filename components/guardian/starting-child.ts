import { createChild } from '@/rules/policy/presets.ts';
import type { AgeBand, ChildProfile } from '@/rules/policy/schema.ts';

/** A site that exists nowhere, closed for every new child: whoever wants to see a closed page opens it. */
export const tryItHost = 'closed.saathi.example';

/** A new child: the rules of the band, and the site to try them with. */
export function startingChild(id: string, nickname: string, band: AgeBand): ChildProfile {
  const child = createChild(id, nickname, band);
  return { ...child, filter: { ...child.filter, blocklist: [tryItHost] } };
}

export const canTryIt = ({ filter }: ChildProfile): boolean => filter.blocklist.includes(tryItHost);
