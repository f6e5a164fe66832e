// Where one report goes: by itself to a desk, or by a person's hand through an official form.
import type { ReportTopic } from '../messages/contract.ts';
import type { ReportRoute } from '../messages/report-replies.ts';
import type { MachineDesk } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import type { Packs } from './choose.ts';
import { mechanismsFor, type Offered } from './choose.ts';
import type { Pack } from './pack.ts';

export type FormRoute = Extract<ReportRoute, { kind: 'form' }>;
export type DeskRoute = Extract<ReportRoute, { kind: 'desk' }>;
/** Where a report goes by itself, if anywhere, and what a person can open instead. */
export type Routes = {
  readonly desk: DeskRoute | null;
  readonly byHand: { readonly form: FormRoute; readonly email: string | null };
  /** How the country counts, where it says so. */
  readonly mapping?: Pack['mapping'];
};

export const routesFor = (
  topic: ReportTopic | null,
  packs: Packs,
  desk: MachineDesk | null,
  now: Instant,
): Routes => ({
  desk: desk === null ? null : { kind: 'desk', name: desk.name },
  byHand: doorFor(topic, packs, now),
  mapping: packs.country.mapping,
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

const opens = ({ webForm }: Offered): boolean =>
  webForm !== undefined && /^https?:\/\//.test(webForm) && URL.canParse(webForm);

/** Also the first form of the pack for any country; written here so that a missing pack closes no door. */
const lastResort = {
  id: 'zz-iwf-icmec-global-reporting-portal',
  operator: 'IWF / ICMEC global reporting portal',
  url: 'https://report.iwf.org.uk/',
};
