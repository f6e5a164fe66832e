// What an edition would open to everybody as help. Who signs may err, or lose a key: no site of another kind is opened by it.
import { helpHosts } from '../help/resources.ts';
import type { Starter } from '../lists/starter.ts';
import type { Pack } from './pack.ts';

/** The first of its hosts that our own list knows for something else, and for what; null: it opens help alone. */
export function opensMoreThanHelp(
  pack: Pack,
  { categories }: Pick<Starter, 'categories'>,
): string | null {
  const known = new Set<string>(helpHosts([]));
  const opened = helpHosts([pack]).filter((host) => !known.has(host));
  for (const [category, hosts] of Object.entries(categories)) {
    const found = opened.find((host) => hosts.some((each) => isOneOf(host, each)));
    if (found !== undefined) return `${found}: ${category}`;
  }
  return null;
}

/** Either stands under the other: a name opens all below it. */
const isOneOf = (host: string, listed: string): boolean =>
  host === listed || host.endsWith(`.${listed}`) || listed.endsWith(`.${host}`);
