// The brand table, filed for the ways an imitation is looked up. Built once a wake, on the first question.
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
};

const shortestSkeleton = 5;
const shortestTypo = 6;

const indexCache = new WeakMap<readonly string[], BrandIndex>();

/** `lines` as brands.ts reads them. */
export function brandIndexOf(lines: readonly string[]): BrandIndex {
  const known = indexCache.get(lines);
  if (known !== undefined) return known;
  const index = createIndex(lines);
  indexCache.set(lines, index);
  return index;
}

function createIndex(lines: readonly string[]): BrandIndex {
  const { brands, hosts } = readBrands(lines);
  const distinctive = brands.filter(({ isPlain }) => !isPlain);
  return {
    hosts,
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
