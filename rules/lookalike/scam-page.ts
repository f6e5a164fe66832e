// What speaks for a scam on one page: its address, whose name it borrows, what it wants typed, what it says. Each is one source
// of rules/risk/evidence.ts: one warns at most, two that do not depend on each other close.
import type { Address } from '../hosts/address.ts';
import { parentsOf } from '../hosts/match.ts';
import { isPrivateHost } from '../hosts/private-host.ts';
import { isIpHost, sameRegistrableDomain } from '../hosts/registrable-domain.ts';
import { isInstitution } from '../risk/address-evidence.ts';
import type { Evidence, Weight } from '../risk/evidence.ts';
import type { FoundRisk } from '../risk/found.ts';
import type { AddressJudge } from './address-score.ts';
import type { BrandIndex } from './brand-index.ts';
import { claimedName, nameInHost, nameInTitle } from './claimed-name.ts';
import { freeHostOf } from './free-hosts.ts';
import { judgeAddress } from './lookalike.ts';
import type { ScamKind } from './scam-recipes.ts';
import { readScamText, type ScamText, type ScamWords } from './scam-text.ts';

export type ScamForm = {
  readonly hasPassword: boolean;
  readonly hasCard: boolean;
  /** An identity number, a PIN, a one-time code. */
  readonly hasSecret: boolean;
  /** Host that the form goes to; '': the page's own. */
  readonly to: string;
};
/** The body of "page.read" fits. */
export type ScamFacts = ScamWords & { readonly forms: readonly ScamForm[] };

export type ScamKnowledge = {
  readonly brands: BrandIndex;
  /** Null: the address model could not be read; then the address counts by its look-alikes only. */
  readonly judge: AddressJudge | null;
};

type Place = Pick<Address, 'host' | 'port' | 'path' | 'search'>;

const evidence = (source: Evidence['source'], weight: Weight, sign: string): Evidence => ({
  topic: 'scam',
  source,
  weight,
  sign,
});

/**
 * Nothing for a brand's own pages: what they ask for is theirs to ask. `read`: what else was found of the page; that the text
 * model hears a scam counts beside the address and the form, and stays one source with the words read here.
 */
export function scamSigns(
  page: ScamFacts,
  place: Place,
  known: ScamKnowledge,
  read: readonly Evidence[] = [],
): Evidence[] {
  if (isBeyondDoubt(place, known)) return [];
  const wants = page.forms.filter(asksForSecrets);
  const isHeard = read.some(({ topic, source }) => topic === 'scam' && source === 'text');
  const fromPlace = placeEvidence(place, known);
  // Most news pages have a sign-in: a password is an ask only where hardly any honest page stands.
  const isOddPlace = fromPlace.some(({ weight }) => weight > 1);
  const words = textOf(page, place.host, isOddPlace ? wants.length > 0 : wants.some(isDeep));
  const claimed = claimOf(page, place.host, known.brands, words);
  const borrowed = claimed === null ? [] : [evidence('imitation', 2, 'scamBorrowedName')];
  const fromText =
    words === null
      ? []
      : [evidence('text', words.strength === 'clear' ? 3 : 2, `scam${words.kind}`)];
  const found = { words, isHeard, fromPlace, isBorrowed: borrowed.length > 0 };
  const isOdd = makesFormOdd(wants, place.host, found);
  return [...fromPlace, ...borrowed, ...fromText, ...formEvidence(wants, place.host, isOdd)];
}

/** A ministry or a university may be quoted or broken into: its words alone are never clear. */
function textOf(page: ScamFacts, host: string, wants: boolean): ScamText | null {
  const words = readScamText(page, wants);
  return words !== null && isInstitution(host) ? { ...words, strength: 'likely' } : words;
}

type SoFar = {
  readonly words: ScamText | null;
  readonly isHeard: boolean;
  readonly fromPlace: readonly Evidence[];
  readonly isBorrowed: boolean;
};

/** Whether what is known beside the form makes it one that such a page has no reason to have. */
function makesFormOdd(wants: readonly ScamForm[], host: string, found: SoFar): boolean {
  const { words, isHeard, fromPlace, isBorrowed } = found;
  const isDeepForm = wants.some(isDeep);
  const isSpoken = words !== null || isHeard;
  return (
    isBorrowed ||
    words?.strength === 'clear' ||
    (words?.isTaught === false && secretless.has(words.kind)) ||
    isNumber(host) ||
    fromPlace.some(({ source }) => source === 'imitation') ||
    // Pages to sign in on have odd addresses as well: a password alone says nothing there, a card or a code does.
    (fromPlace.some(({ weight }) => weight > 1) && (isSpoken || isDeepForm)) ||
    (isSpoken && freeHostOf(host) !== null) ||
    // What is typed into a stranger's page leaves it for a place of its own.
    (freeHostOf(host) !== null && wants.some(({ to }) => isElsewhere(to, host))) ||
    (isSpoken && fromPlace.length > 0 && isDeepForm)
  );
}

/** Followers, a cure or a chain letter need no password, no card and no code, whoever gives them. */
const secretless: ReadonlySet<ScamKind> = new Set(['Virus', 'Followers', 'Chain', 'Allow']);

/**
 * Whose page it says it is. By a title that is nothing but a name, and by a name in the host where it wants more than a
 * password or stands among strangers; where the words are a scam's, any title with a name in it.
 */
function claimOf(
  { title, forms }: ScamFacts,
  host: string,
  brands: BrandIndex,
  words: ScamText | null,
): string | null {
  const isFree = freeHostOf(host) !== null;
  const wants = forms.some(asksForSecrets);
  // A shop for what belongs to a name has the name in its title too: a story of its own has to be told beside it.
  const isTold = words?.isTaught === false && (words.kind !== 'Push' || words.strength === 'clear');
  const spoken = isTold && (wants || isFree) ? nameInTitle(host, title, brands) : null;
  if (!wants || spoken !== null) return spoken;
  const named = claimedName(host, title, brands);
  return named ?? (forms.some(isDeep) || isFree ? nameInHost(host, brands) : null);
}

/** What the family runs at home, and a brand's own hosts, save where strangers have pages on them. */
const isBeyondDoubt = ({ host }: Place, { brands }: ScamKnowledge): boolean =>
  host === '' ||
  isPrivateHost(host) ||
  (freeHostOf(host) === null && parentsOf(host).some((name) => brands.hosts.has(name)));

const asksForSecrets = ({ hasPassword, hasCard, hasSecret }: ScamForm): boolean =>
  hasPassword || hasCard || hasSecret;

/** More than a password: what takes money by itself. */
const isDeep = ({ hasCard, hasSecret }: ScamForm): boolean => hasCard || hasSecret;

function placeEvidence(place: Place, { brands, judge }: ScamKnowledge): Evidence[] {
  const imitation = judgeAddress(place.host, brands);
  const level = judge?.(place).level ?? 'ordinary';
  const isOdd = level === 'clear' || isNumber(place.host);
  const isMinor = level === 'likely' || hasThrowawayEnding(place.host);
  return [
    ...(imitation === null ? [] : [evidence('imitation', 3, 'scamImitatedAddress')]),
    ...(isOdd ? [evidence('address', 2, 'scamOddAddress')] : []),
    ...(isMinor && !isOdd ? [evidence('address', 1, 'scamOddAddress')] : []),
  ];
}

/**
 * Endings that cost next to nothing and are left after a week: of the names there that are looked at, most were made to trick.
 * Honest pages have them too; it only supports what else is found.
 */
const throwawayEndings = new Set(
  `top xyz click vip icu cyou cfd sbs buzz rest monster quest bond win bid loan fun site online space website pw tk ml ga cf gq
  lol live life pro cam beauty hair skin autos makeup homes mom pics work men stream trade date racing review party host
  press best uno shop store info cc`.split(/\s+/),
);
const hasThrowawayEnding = (host: string): boolean =>
  throwawayEndings.has(host.slice(host.lastIndexOf('.') + 1));

/** Routers, printers and what a family runs at home ask for passwords under a number, and rightly. */
const isNumber = (host: string): boolean => isIpHost(host) && !isPrivateHost(host);

/**
 * A form for secrets is what every honest sign-in has: it counts only where something else is odd, or where a stranger's
 * page on a free host asks for a card or a code.
 */
function formEvidence(wants: readonly ScamForm[], host: string, isOdd: boolean): Evidence[] {
  const isFree = freeHostOf(host) !== null;
  const deep = wants.find(isDeep);
  if (wants.length === 0 || (!isOdd && !(isFree && deep !== undefined))) return [];
  const away = wants.some(({ to }) => isElsewhere(to, host));
  const weight = away || (isFree && deep !== undefined) ? 3 : 2;
  if (deep === undefined) return [evidence('form', weight, 'scamAsksPassword')];
  return [evidence('form', weight, deep.hasCard ? 'scamAsksCard' : 'scamAsksCode')];
}

const isElsewhere = (to: string, host: string): boolean =>
  to !== '' && to !== host && !sameRegistrableDomain(to, host) && freeHostOf(to) === null;

export type PasswordSign = {
  /** Key of the catalogue. */
  readonly sign: 'scamImitatedAddress' | 'scamFoundBefore' | 'scamOddAddress';
  /** The real host; '' where no particular one is imitated. */
  readonly imitated: string;
};

/**
 * Whether the place is one where a password should not be typed; null for ordinary places. `found`: what reading the page gave.
 * The password itself is no part of the question.
 */
export function judgePasswordPlace(
  place: Place,
  known: ScamKnowledge,
  found: FoundRisk | null,
): PasswordSign | null {
  if (isBeyondDoubt(place, known)) return null;
  const imitation = judgeAddress(place.host, known.brands);
  if (imitation !== null) return { sign: 'scamImitatedAddress', imitated: imitation.imitated };
  if (found?.topic === 'scam') return { sign: 'scamFoundBefore', imitated: '' };
  const isOdd = isNumber(place.host) || known.judge?.(place).level === 'clear';
  return isOdd ? { sign: 'scamOddAddress', imitated: '' } : null;
}
