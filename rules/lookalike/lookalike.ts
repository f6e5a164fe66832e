// An address that imitates a well-known one. Careful by design: a false alarm on an ordinary site teaches
// a child to click alarms away, so every sign needs a distinctive name or two things together.
import { parentsOf } from '../hosts/match.ts';
import { unicodeHost } from '../hosts/punycode.ts';
import { isIpHost, registrableDomain } from '../hosts/registrable-domain.ts';
import type { BrandIndex } from './brand-index.ts';
import type { Brand } from './brands.ts';
import { isOneSlip, isWithinSlips, latinOf, skeletonOf } from './looks.ts';

/** Keys of the catalogue: what makes the address suspect, in words a child can check. */
export const lookalikeSigns = [
  /** Letters of another script, or digits, that look like the real ones. */
  'lookalikeLetters',
  /** One letter more, less, other or swapped. */
  'lookalikeTypo',
  /** The real name in front of somebody else's address. */
  'lookalikeSubdomain',
  /** The real name with something foreign beside it: "login", "free", another ending. */
  'lookalikeWord',
] as const;

export type LookalikeSign = (typeof lookalikeSigns)[number];
export type Imitation = {
  /** The real host. */
  readonly imitated: string;
  readonly signs: readonly LookalikeSign[];
};

const shortestJoined = 5;
const shortestSoft = 6;
/** In a name this long two wrong letters are still read over. */
const shortestForTwo = 12;

/** `host` in canonical form. Null for the real ones, their own sub-domains, numbers and ordinary names. */
export function judgeAddress(host: string, brands: BrandIndex): Imitation | null {
  if (isIpHost(host)) return null;
  const owner = registrableDomain(host);
  if (owner === null) return null;
  if (parentsOf(host).some((name) => brands.hosts.has(name) || brands.carriers.has(name)))
    return null;
  const label = owner.slice(0, owner.indexOf('.'));
  return (
    imitationOf(brands, unicodeHost(label)) ??
    imitationBefore(brands, host.slice(0, -owner.length - 1), label)
  );
}

/** The registered name itself: "paypa1", "rоblox" with a foreign letter, "robloxx", "demobank-login". */
function imitationOf(brands: BrandIndex, label: string): Imitation | null {
  const latin = latinOf(label);
  if (brands.neighbours.has(latin)) return null;
  const letters = byLooks(brands, label, latin);
  if (letters !== null) return imitation(letters, 'lookalikeLetters');
  const typo = byTypo(brands, latin);
  if (typo !== null) return imitation(typo, 'lookalikeTypo');
  const word =
    byEnding(brands, latin) ?? byDashedLure(brands, latin) ?? byJoinedLure(brands, latin);
  return word === null ? null : imitation(word, 'lookalikeWord');
}

const imitation = (brand: Brand, sign: LookalikeSign): Imitation => ({
  imitated: brand.host,
  signs: [sign],
});

function byLooks(brands: BrandIndex, label: string, latin: string): Brand | null {
  const { byWord, bySkeleton } = brands;
  const named = byWord.get(latin);
  if (named !== undefined) return latin === label ? null : named;
  return bySkeleton.get(skeletonOf(latin)) ?? null;
}

function byTypo(brands: BrandIndex, latin: string): Brand | null {
  const close = brands.typable.find(
    ({ word }) =>
      isOneSlip(latin, word) ||
      (latin !== word && word.length >= shortestForTwo && isWithinSlips(latin, word, 2)),
  );
  // "9minecraft" is another site's name, not a slip of the finger.
  return close === undefined || /^\d|\d$/.test(latin) ? null : close;
}

/** The real host was ruled out before: a name that only one owner bears, under another ending. */
function byEnding(brands: BrandIndex, latin: string): Brand | null {
  const named = brands.byWord.get(latin);
  return named?.isSole === true ? named : null;
}

/** A name and a lure with a dash between: "hbl-login", "r0blox-free", "paypal-support". */
function byDashedLure(brands: BrandIndex, latin: string): Brand | null {
  const parts = latin.split('-');
  if (parts.length === 1) return null;
  for (const [index, part] of parts.entries()) {
    const brand = namedBy(brands, part);
    const others = parts.filter((_, other) => other !== index);
    if (brand !== undefined && others.some((other) => isLureFor(brands, brand, other)))
      return brand;
  }
  return null;
}

function namedBy(brands: BrandIndex, part: string): Brand | undefined {
  const { byWord, bySkeleton } = brands;
  return byWord.get(part) ?? bySkeleton.get(skeletonOf(part));
}

const isLureFor = (brands: BrandIndex, { isPlain, word }: Brand, other: string): boolean =>
  brands.lures.has(other) ||
  (!isPlain && word.length >= shortestSoft && brands.softLures.has(other));

/** Joined without a dash, distinctive names only: "paypallogin", "freerobux". */
function byJoinedLure(brands: BrandIndex, latin: string): Brand | null {
  const { byWord, lures } = brands;
  for (let cut = 3; cut <= latin.length - 3; cut += 1) {
    const before = latin.slice(0, cut);
    const after = latin.slice(cut);
    const brand = lures.has(after) ? byWord.get(before) : undefined;
    const other = lures.has(before) ? byWord.get(after) : undefined;
    const found = brand ?? other;
    if (found !== undefined && !found.isPlain && found.word.length >= shortestJoined) return found;
  }
  return null;
}

/** In front of a foreign name: "paypal.com.evil.test", "usps.com-parcel.test", "paypal.secure-login.test". */
function imitationBefore(brands: BrandIndex, before: string, ownLabel: string): Imitation | null {
  const whole = wholeHostIn(brands, unicodeHost(`${before}.${ownLabel}`).split(/[.-]/));
  if (whole !== undefined) return imitation(whole, 'lookalikeSubdomain');
  if (before === '' || !ownLabel.split('-').some((part) => brands.lures.has(part))) return null;
  const { byWord } = brands;
  const named = before
    .split('.')
    .flatMap((label) => byWord.get(label) ?? [])
    .find(({ isPlain }) => !isPlain);
  return named === undefined ? null : imitation(named, 'lookalikeSubdomain');
}

/** A brand's host among the pieces of a name, of two or three pieces: paypal·com, hbl·com, demobank·test. */
function wholeHostIn(brands: BrandIndex, pieces: readonly string[]): Brand | undefined {
  const { byHost } = brands;
  for (let start = 0; start < pieces.length - 1; start += 1) {
    const two = byHost.get(pieces.slice(start, start + 2).join('.'));
    const found = two ?? byHost.get(pieces.slice(start, start + 3).join('.'));
    if (found !== undefined) return found;
  }
  return undefined;
}
