// What was found out about a picture, by the hash of its address: never the picture, and not the address either.
import { hashOfName } from '../hosts/suffix-set.ts';

export type Memory<Found> = {
  readonly get: (address: string) => Found | undefined;
  readonly set: (address: string, found: Found) => void;
  /** Only if that is what is known still. */
  readonly remove: (address: string, found: Found) => void;
  readonly size: () => number;
};

/** Forgets what was not asked for the longest. Two hashes: one alone meets another's in some thousands. */
export function createMemory<Found>(most: number): Memory<Found> {
  const known = new Map<string, Found>();
  const keyOf = (address: string): string =>
    `${hashOfName(address)} ${hashOfName(address, 0x9e3779b9)} ${address.length}`;
  return {
    get(address) {
      const key = keyOf(address);
      const found = known.get(key);
      if (found === undefined) return undefined;
      known.delete(key);
      known.set(key, found);
      return found;
    },
    set(address, found) {
      const key = keyOf(address);
      known.delete(key);
      known.set(key, found);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
    remove(address, found) {
      if (known.get(keyOf(address)) === found) known.delete(keyOf(address));
    },
    size: () => known.size,
  };
}
