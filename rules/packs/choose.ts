// Which doors of a country's pack are shown, and in which order.
import type { ReportTopic } from '../messages/contract.ts';
import type { ReportRoute } from '../messages/report-replies.ts';
import type { AgeBand, MachineDesk, Policy } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { isAcceptableEndpoint } from './endpoint.ts';
import type { Mechanism, Need, Pack } from './pack.ts';

/** The family's country and the pack for any country. */
export type Packs = { readonly country: Pack; readonly world: Pack };
export type Offered = Mechanism & {
  /** Checked more than twelve months ago: say that it may have changed. */
  readonly stale: boolean;
};

/** A country without a pack, or a pack that could not be read, is an empty one. */
export const packsOf = (country: string, own: Pack | null, world: Pack | null): Packs => ({
  country: own ?? emptyPack(country),
  world: world ?? emptyPack('ZZ'),
});
const emptyPack = (country: string): Pack => ({
  schema: 'saathi-pack/1',
  country,
  version: 0,
  mechanisms: [],
});

type Kind = Mechanism['type'];

/** Who can do something about it, first to last. */
const kindsFor: Readonly<Record<Need, readonly Kind[]>> = {
  csam: ['hotline', 'police', 'helpline', 'regulator', 'cert'],
  grooming: ['police', 'helpline', 'hotline', 'regulator', 'cert'],
  sextortion: ['police', 'helpline', 'hotline', 'regulator', 'cert'],
  cyberbullying: ['helpline', 'police', 'regulator', 'hotline', 'cert'],
  hate: ['hotline', 'regulator', 'police', 'helpline', 'cert'],
  'self-harm': ['helpline', 'police', 'hotline', 'regulator', 'cert'],
  violence: ['police', 'hotline', 'helpline', 'regulator', 'cert'],
  phishing: ['cert', 'police', 'regulator', 'hotline', 'helpline'],
  'identity-theft': ['cert', 'police', 'regulator', 'hotline', 'helpline'],
  other: ['police', 'regulator', 'hotline', 'helpline', 'cert'],
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
    .sort((a, b) => scoreOf(b, need) - scoreOf(a, need));
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

function scoreOf(mechanism: Offered, need: Need | null): number {
  const kinds = need === null ? (['helpline'] as const) : kindsFor[need];
  const at = kinds.findIndex((kind) => kind === mechanism.type);
  return (
    (at < 0 ? 0 : (kinds.length - at) * 100) +
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

export type FormRoute = Extract<ReportRoute, { kind: 'form' }>;
export type DeskRoute = Extract<ReportRoute, { kind: 'desk' }>;
/** Where a report goes by itself, if anywhere, and what a person can open instead. */
export type Routes = {
  readonly desk: DeskRoute | null;
  readonly byHand: { readonly form: FormRoute; readonly email: string | null };
};

export const routesFor = (
  topic: ReportTopic | null,
  packs: Packs,
  desk: MachineDesk | null,
  now: Instant,
): Routes => ({
  desk: desk === null ? null : { kind: 'desk', name: desk.name },
  byHand: doorFor(topic, packs, now),
});

/** How a report leaves: by itself to the desk, else through the best official form. */
export function routeFor(
  topic: ReportTopic | null,
  packs: Packs,
  desk: MachineDesk | null,
  now: Instant,
): ReportRoute {
  const routes = routesFor(topic, packs, desk, now);
  return routes.desk ?? routes.byHand.form;
}

/** The official form a person can open. Without a topic the one that takes most kinds of things. */
function doorFor(topic: ReportTopic | null, packs: Packs, now: Instant): Routes['byHand'] {
  // "5-8": what is not safe to show to the youngest is not opened for anyone.
  const found =
    mechanismsFor(packs, topic ?? 'other', '5-8', now).find(opens) ??
    mechanismsFor(packs, null, '5-8', now).find(opens);
  return {
    form: {
      kind: 'form',
      mechanismId: found?.id ?? lastResort.id,
      operator: found?.operator ?? lastResort.operator,
      url: found?.webForm ?? lastResort.url,
    },
    email: found?.email ?? null,
  };
}

const opens = ({ webForm }: Mechanism): boolean =>
  webForm !== undefined && /^https?:\/\//.test(webForm) && URL.canParse(webForm);

/** Also the first form of the pack for any country; written here so that a missing pack closes no door. */
const lastResort = {
  id: 'zz-iwf-icmec-global-reporting-portal',
  operator: 'IWF / ICMEC global reporting portal',
  url: 'https://report.iwf.org.uk/',
};
