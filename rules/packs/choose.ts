// Which doors of a country's pack are shown, and in which order.
import type { MachineDesk, MailDesk } from '../policy/desk-schema.ts';
import type { AgeBand, Policy } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { isAcceptableEndpoint } from './endpoint.ts';
import { emptyPack, type Mechanism, type Need, type Pack } from './pack.ts';

/** The family's country and the pack for any country. */
export type Packs = { readonly country: Pack; readonly world: Pack };
/** Who stands behind a door; "platform": the service itself on which something was seen. */
export type DoorKind = Mechanism['type'] | 'platform';
export type Offered = Omit<Mechanism, 'type'> & {
  readonly type: DoorKind;
  /** Checked more than twelve months ago: say that it may have changed. */
  readonly stale: boolean;
};

/** A country without a pack, or a pack that could not be read, is an empty one. */
export const packsOf = (country: string, own: Pack | null, world: Pack | null): Packs => ({
  country: own ?? emptyPack(country),
  world: world ?? emptyPack('ZZ'),
});

/** Who can do something about it, first to last. Where it is not clear, who listens comes first. */
export const kindsFor: Readonly<Record<Need, readonly DoorKind[]>> = {
  csam: ['hotline', 'police', 'helpline', 'regulator', 'cert'],
  grooming: ['police', 'helpline', 'hotline', 'regulator', 'cert'],
  sextortion: ['police', 'helpline', 'hotline', 'regulator', 'cert'],
  cyberbullying: ['helpline', 'police', 'regulator', 'hotline', 'cert'],
  hate: ['hotline', 'regulator', 'police', 'helpline', 'cert'],
  'self-harm': ['helpline', 'police', 'hotline', 'regulator', 'cert'],
  violence: ['police', 'hotline', 'helpline', 'regulator', 'cert'],
  phishing: ['cert', 'police', 'regulator', 'hotline', 'helpline'],
  'identity-theft': ['cert', 'police', 'regulator', 'hotline', 'helpline'],
  other: ['helpline', 'police', 'hotline', 'regulator', 'cert'],
};

/**
 * Mechanisms for a need (null: any), best first. To a child (a band) nothing of low confidence is offered, and
 * nobody ever gets a short code of another country. `now` decides what is stale.
 */
export function mechanismsFor(
  packs: Packs,
  need: Need | null,
  band: AgeBand | null,
  now: Instant,
): Offered[] {
  const own = packs.country.mechanisms.filter(({ country }) => country === packs.country.country);
  const abroad = packs.world.mechanisms.filter(isForAnyone);
  const all = packs.country.country === packs.world.country ? abroad : [...own, ...abroad];
  return all
    .filter((mechanism) => need === null || mechanism.handles.includes(need))
    .filter((mechanism) => band === null || mechanism.confidence !== 'low')
    .map((mechanism) => ({ ...mechanism, stale: isStale(mechanism, now) }))
    .sort((a, b) => scoreOf(b, kindsFor[need ?? 'other']) - scoreOf(a, kindsFor[need ?? 'other']));
}

const isForAnyone = (mechanism: Mechanism): boolean =>
  mechanism.country === 'ZZ' &&
  (mechanism.phone === undefined || mechanism.phoneFormat === 'e164') &&
  (mechanism.sms === undefined || mechanism.sms.startsWith('+'));

/** A `checkedOn` that can not be read counts as old. */
export function isStale({ checkedOn }: Pick<Mechanism, 'checkedOn'>, now: Instant): boolean {
  const checked = Date.parse(checkedOn);
  return Number.isNaN(checked) || now - checked > 366 * 24 * 3_600_000;
}

/** More than all the rest together: who it is comes before how near and how sure. */
export const kindScore = 1000;

/** Higher is better: first who it is (`kinds`, best first), then how near and how sure. */
export function scoreOf(mechanism: Offered, kinds: readonly DoorKind[]): number {
  const at = kinds.findIndex((kind) => kind === mechanism.type);
  return (
    (at < 0 ? 0 : (kinds.length - at) * kindScore) +
    (mechanism.country === 'ZZ' ? 0 : 40) +
    { high: 20, medium: 10, low: 0 }[mechanism.confidence] +
    (mechanism.stale ? 0 : 5) +
    (mechanism.webForm === undefined ? 0 : 2) +
    (mechanism.anonymous === true ? 1 : 0)
  );
}

/** The desk reports are delivered to: the policy's, else the country pack's; null if there is none we may send to. */
export function deskOf(policy: Pick<Policy, 'desk'>, pack: Pack | null): MachineDesk | null {
  const desk = policy.desk ?? pack?.desk;
  return desk !== undefined && desk.kind !== 'mail' && isAcceptableEndpoint(desk.endpoint)
    ? desk
    : null;
}

/** A desk that takes mail, by the same order: the family's own program sends. */
export function mailDeskOf(policy: Pick<Policy, 'desk'>, pack: Pack | null): MailDesk | null {
  const desk = policy.desk ?? pack?.desk;
  return desk?.kind === 'mail' ? desk : null;
}
