// Chooses how a list is kept: whole hashes for a handful, wider prints for thousands, 16 bits for the great lists.
import { fillFuse, type FuseNames, type Prints } from './fill-fuse.ts';
import type { SectionHead } from './format.ts';
import { shapeFor, slotsOf } from './fuse.ts';

export type BodyParts = {
  /** Hashes of the listed hosts that no other covers, sorted. */
  readonly kept: Uint32Array;
  /** Hashes of the names of two labels that these are under, sorted. */
  readonly roots: Uint32Array;
  /** Different hosts given. */
  readonly count: number;
};
type Body = { readonly head: SectionHead; readonly body: Uint8Array };

const mostInTable = 32;
const fewestOf16Bits = 100_000;
// All told, for a list of 16-bit prints. Marks of roots take part of it, or are left out.
const mostBytesPerHost = 2.3;
// Head and exceptions: one name in 65,536 of the known ones.
const roomForRest = 2048;
const mostRootShare = 0.25;
const mostAttempts = 96;

export function buildBody({ kept, roots, count }: BodyParts): Body {
  const hosts = kept.length / 2;
  if (hosts <= mostInTable) return tableOf(kept, count);
  const printBits = hosts < fewestOf16Bits ? 32 : 16;
  const setSeed = seedOf(kept);
  const marks = canMark(hosts, roots.length / 2, printBits) ? roots : roots.subarray(0, 0);
  const hashes = new Uint32Array(kept.length + marks.length);
  hashes.set(kept);
  hashes.set(marks, kept.length);
  const names: FuseNames = { hashes, listedCount: hosts };
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const shape = shapeFor(hashes.length / 2, attempt, setSeed);
    const slots = slotsOf(shape);
    const prints: Prints = printBits === 16 ? new Uint16Array(slots) : new Uint32Array(slots);
    if (!fillFuse(names, shape, prints)) continue;
    return {
      head: {
        ...emptyHead,
        ...shape,
        count,
        printBits,
        marksRoots: canMark(hosts, roots.length / 2, printBits) ? 1 : 0,
      },
      body: new Uint8Array(prints.buffer),
    };
  }
  // Not seen with any list; a crafted one would have to foresee its own hash to get here.
  return tableOf(kept, count);
}

const emptyHead: SectionHead = {
  count: 0,
  printBits: 64,
  marksRoots: 0,
  seed: 0,
  segmentBits: 0,
  starts: 0,
  tableLength: 0,
  exceptions: 0,
};

const tableOf = (kept: Uint32Array, count: number): Body => ({
  head: { ...emptyHead, count, tableLength: kept.length / 2 },
  body: new Uint8Array(kept.slice().buffer),
});

function canMark(hosts: number, roots: number, printBits: number): boolean {
  if (printBits !== 16) return roots <= mostRootShare * hosts;
  const slots = slotsOf(shapeFor(hosts + roots, 0, 0));
  return 2 * slots <= mostBytesPerHost * hosts - roomForRest;
}

/** The first seed comes from the whole list, so that who adds a few names can not choose names that fit no seed. */
function seedOf(hashes: Uint32Array): number {
  let seed = 0x2545f491;
  for (let index = 0; index < hashes.length; index += 1) {
    seed = Math.imul(seed ^ (hashes[index] ?? 0), 0x9e3779b1);
    seed ^= seed >>> 15;
  }
  return seed;
}
