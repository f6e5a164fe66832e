// The brand table, filed for the ways an imitation is looked up. Built once a wake, on the first question.
import type { Starter } from '../lists/starter.ts';
import { type Brand, readBrands } from './brands.ts';
import { skeletonOf } from './looks.ts';

export type BrandIndex = {
  readonly byWord: ReadonlyMap<string, Brand>;
  /** Distinctive names only: in ordinary words "l" for "i" is a slip, not a trick. */
  readonly bySkeleton: ReadonlyMap<string, Brand>;
  readonly byHost: ReadonlyMap<string, Brand>;
  /** Names long enough that one wrong letter still means them. */
  readonly typable: readonly Brand[];
  /** Every host that really belongs to a brand. */
  readonly hosts: ReadonlySet<string>;
  /** What people are lured with or asked for. Words that fan sites and shops use (game, store, wiki) are left out. */
  readonly lures: ReadonlySet<string>;
  /** Enough only beside a long and distinctive name, and only with a dash: "paypal-support", not "apple-support". */
  readonly softLures: ReadonlySet<string>;
  /** Content networks that put the customer's whole name in front of their own. */
  readonly carriers: ReadonlySet<string>;
  /** Ordinary names that stand one slip away from a well-known one, under any ending. */
  readonly neighbours: ReadonlySet<string>;
};
/** As packed in the starter list: `brands` as brands.ts reads them, words with a space between. */
export type PackedBrands = Pick<Starter, 'brands' | 'brandWords'>;

const shortestSkeleton = 5;
const shortestTypo = 6;

const indexCache = new WeakMap<PackedBrands, BrandIndex>();

export function brandIndexOf(packed: PackedBrands): BrandIndex {
  const known = indexCache.get(packed);
  if (known !== undefined) return known;
  const index = createIndex(packed);
  indexCache.set(packed, index);
  return index;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

function createIndex({ brands: lines, brandWords }: PackedBrands): BrandIndex {
  const { brands, hosts } = readBrands(lines);
  const distinctive = brands.filter(({ isPlain }) => !isPlain);
  return {
    hosts,
    lures: setOf(brandWords.lures),
    softLures: setOf(brandWords.softLures),
    carriers: setOf(brandWords.carriers),
    neighbours: setOf(brandWords.neighbours),
    byWord: new Map(brands.map((brand) => [brand.word, brand])),
    bySkeleton: new Map(
      distinctive
        .filter(({ word }) => word.length >= shortestSkeleton)
        .map((brand) => [skeletonOf(brand.word), brand]),
    ),
    // The first word of a line speaks for the host.
    byHost: new Map(brands.toReversed().map((brand) => [brand.host, brand])),
    typable: distinctive.filter(
      ({ word, hasNeighbours }) => !hasNeighbours && word.length >= shortestTypo,
    ),
  };
}
