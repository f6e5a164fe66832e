import type { AgeBand } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { type PlatformForm, platformFormOf, platformForms } from '../reporting/platform-forms.ts';
import {
  type DoorKind,
  isStale,
  kindScore,
  kindsFor,
  mechanismsFor,
  type Offered,
  type Packs,
  scoreOf,
} from './choose.ts';
import { isEmergency, type Need, needs } from './pack.ts';

export type Door = {
  readonly mechanism: Offered;
  readonly kind: DoorKind;
  /** Where it is read, ISO 3166-1 alpha-2; "ZZ": no one country. */
  readonly country: string;
  /** Whether it wants to know who is telling; null: not known. */
  readonly nameNeeded: boolean | null;
  /** Nothing but the address is given: no words, no title, no picture. */
  readonly addressOnly: boolean;
};
export type Doors = {
  /** The number for danger now, before anything else; null: none that we are sure of. */
  readonly danger: Offered | null;
  /** Best first. */
  readonly doors: readonly Door[];
};
export type Wish = {
  /** null: it is not clear what it is. */
  readonly need: Need | null;
  /** null: an adult. */
  readonly band: AgeBand | null;
  readonly now: Instant;
  readonly who: 'me' | 'friend';
  /** The service it was seen on, as a report names it (`where.platform`). */
  readonly platform: string | null;
};

export function doorsFor(packs: Packs, wish: Wish): Doors {
  const people = peopleFor(packs, wish);
  const all = withSomeoneToTalkTo(packs, wish, people);
  const form = wish.band === '5-8' || all.length === 0 ? null : platformFormOf(wish.platform);
  return {
    danger: dangerOf(packs, wish),
    doors: [...all, ...(form === null ? [] : [platformDoor(form, wish.now)])].map((mechanism) =>
      doorOf(mechanism, wish),
    ),
  };
}

/** A door that was shown before, by its id; for a form that somebody opens. */
export function doorWithId(packs: Packs, id: string, now: Instant): Offered | null {
  const form = platformForms.find(({ platform }) => platformId(platform) === id);
  if (form !== undefined) return platformDoor(form, now);
  return mechanismsFor(packs, null, null, now).find((mechanism) => mechanism.id === id) ?? null;
}

function peopleFor(packs: Packs, wish: Wish): Offered[] {
  const kinds = kindsOf(wish);
  const usable = mechanismsFor(packs, wish.need, wish.band, wish.now).filter((mechanism) =>
    isFor(mechanism, wish),
  );
  const scores = new Map(usable.map((mechanism) => [mechanism, scoreFor(mechanism, kinds, wish)]));
  return usable
    .filter((mechanism) => !isCoveredAtHome(mechanism, usable))
    .filter(isFirstOfItsForm)
    .toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** What is there for any country is for those that have no such door of their own, with a form if it has one. */
const isCoveredAtHome = (mechanism: Offered, all: readonly Offered[]): boolean =>
  mechanism.country === 'ZZ' &&
  !isForOwnPicture(mechanism) &&
  all.some(
    ({ type, country, webForm }) =>
      type === mechanism.type &&
      country !== 'ZZ' &&
      (webForm !== undefined || mechanism.webForm === undefined),
  );

/** Who stands by a friend needs somebody who listens more than an office that asks for the one it happened to. */
const kindsOf = ({ need, who }: Wish): readonly DoorKind[] => {
  const kinds = kindsFor[need ?? 'other'];
  return who === 'me' || need === 'csam'
    ? kinds
    : ['helpline', ...kinds.filter((kind) => kind !== 'helpline')];
};

function scoreFor(mechanism: Offered, kinds: readonly DoorKind[], wish: Wish): number {
  const { need, band, who } = wish;
  return (
    scoreOf(mechanism, kinds) +
    // Where it is not clear what it is: whoever takes most things, not a line for one of them.
    (need === null
      ? mechanism.handles.length * 5 + (mechanism.handles.includes('other') ? 50 : 0)
      : 0) -
    // A list of lines elsewhere is less than one that answers here.
    (isDirectory(mechanism) ? 1.5 * kindScore : 0) -
    (need === 'csam' && isForOwnPicture(mechanism) ? 95 : 0) -
    (band !== null && mechanism.form?.adult === true ? 5 : 0) -
    (who === 'friend' && nameNeeded(mechanism) === true ? 50 : 0)
  );
}

/** The smallest get no form: only who can be called. A picture of oneself is nobody else's to hand in. */
function isFor(mechanism: Offered, { band, who }: Wish): boolean {
  if (isEmergency(mechanism) || !isReachable(mechanism)) return false;
  if (who === 'friend' && isForOwnPicture(mechanism)) return false;
  return band !== '5-8' || (mechanism.type === 'helpline' && mechanism.phone !== undefined);
}

/** Several entries may lead to the same form: the first is enough. */
const isFirstOfItsForm = (mechanism: Offered, at: number, all: readonly Offered[]): boolean =>
  mechanism.webForm === undefined ||
  all.findIndex(({ webForm }) => webForm === mechanism.webForm) === at;

/** Whatever it is: one who listens is always among the doors, if there is one. */
function withSomeoneToTalkTo(packs: Packs, wish: Wish, people: readonly Offered[]): Offered[] {
  if (people.some(({ type }) => type === 'helpline')) return [...people];
  const any = peopleFor(packs, { ...wish, need: null });
  return [...people, ...any.filter(({ type }) => type === 'helpline').slice(0, 2)];
}

const platformDoor = (form: PlatformForm, now: Instant): Offered => ({
  id: platformId(form.platform),
  country: 'ZZ',
  operator: form.platform,
  type: 'platform',
  handles: [...needs],
  webForm: form.webForm,
  confidence: 'high',
  source: form.source,
  checkedOn: form.checkedOn,
  stale: isStale(form, now),
});
const platformId = (platform: string): string =>
  `platform-${platform.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

const doorOf = (mechanism: Offered, { need }: Wish): Door => ({
  mechanism,
  kind: mechanism.type,
  country: readIn(mechanism),
  nameNeeded: nameNeeded(mechanism),
  addressOnly: need === 'csam',
});

function nameNeeded({ anonymous, form }: Offered): boolean | null {
  if (form?.adult === true) return true;
  return anonymous === undefined ? null : !anonymous;
}

/** Portals that one country's people read for others. */
const readers: Readonly<Record<string, string>> = {
  'report.iwf.org.uk': 'GB',
  'takeitdown.ncmec.org': 'US',
  'report.cybertip.org': 'US',
};

const readIn = ({ country, webForm }: Offered): string => readers[hostOf(webForm)] ?? country;

const isForOwnPicture = ({ webForm }: Offered): boolean =>
  hostOf(webForm) === 'takeitdown.ncmec.org' || /report-?remove/i.test(webForm ?? '');

/** Leads on to others and takes nothing itself. */
const isDirectory = ({ webForm, website }: Offered): boolean =>
  /(?:^|\.)(?:inhope|childhelplineinternational)\.org$/.test(hostOf(webForm ?? website));

const hostOf = (address: string | undefined): string => URL.parse(address ?? '')?.hostname ?? '';

const isReachable = ({ webForm, website, phone, sms, whatsapp, email, chat }: Offered): boolean =>
  [webForm, website, phone, sms, whatsapp, email].some((way) => way !== undefined) ||
  typeof chat === 'string';

function dangerOf(packs: Packs, { band, now }: Wish): Offered | null {
  const { country, emergency, issued } = packs.country;
  if (country === 'ZZ') return null;
  const lines = mechanismsFor(packs, null, band, now).filter(isEmergency);
  const named = lines.find(({ phone }) => emergency === undefined || phone === emergency.phone);
  if (named !== undefined || emergency === undefined) return named ?? null;
  return {
    id: `${country.toLowerCase()}-emergency`,
    country,
    operator: emergency.phone,
    type: 'police',
    handles: [...needs],
    ...emergency,
    confidence: 'high',
    source: 'the emergency number of the country pack',
    checkedOn: issued,
    stale: isStale({ checkedOn: issued }, now),
  };
}
