// Where one report goes: by itself to a desk, or by a person's hand through an official form.
import type { ReportTopic } from '../messages/contract.ts';
import type { MachineDesk, MailDesk } from '../policy/desk-schema.ts';
import type { Instant } from '../policy/verdict.ts';
import type { DeskRoute, FormDoor } from '../reporting/outbox-state.ts';
import type { Packs } from './choose.ts';
import { type Door, doorsFor } from './doors.ts';
import type { Pack } from './pack.ts';

/** Where a report goes by itself, if anywhere, and what a person can open instead. */
export type Routes = {
  readonly desk: DeskRoute | null;
  /** Of that desk. */
  readonly endpoint?: string;
  readonly byHand: FormDoor;
  /** How the country counts, where it says so. */
  readonly mapping?: Pack['mapping'];
};

/** The desks of a family: one that takes reports by itself, one that takes a mail; mostly there is neither. */
export type Desks = { readonly machine: MachineDesk | null; readonly mail: MailDesk | null };

export const routesFor = (
  topic: ReportTopic | null,
  packs: Packs,
  { machine, mail }: Desks,
  now: Instant,
): Routes => {
  const door = doorFor(topic, packs, now);
  return {
    ...(machine === null
      ? { desk: null }
      : { desk: { kind: 'desk', name: machine.name } as const, endpoint: machine.endpoint }),
    byHand: mail === null ? door : { ...door, email: mail.address },
    mapping: packs.country.mapping,
  };
};

/** The official form that a person can open: that of the first door that has one. */
function doorFor(topic: ReportTopic | null, packs: Packs, now: Instant): FormDoor {
  // A child's doors, though an adult may open it: what is not safe to show to a child is not opened for anyone.
  const forms = (need: ReportTopic | null) =>
    doorsFor(packs, { need, band: '9-12', now, who: 'me', platform: null }).doors.find(opens);
  const found = (forms(topic) ?? forms(null))?.mechanism;
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

const opens = ({ mechanism: { webForm } }: Door): boolean =>
  webForm !== undefined && /^https?:\/\//.test(webForm) && URL.canParse(webForm);

/** Also the first form of the pack for any country; written here so that a missing pack closes no door. */
const lastResort = {
  id: 'zz-iwf-icmec-global-reporting-portal',
  operator: 'IWF / ICMEC global reporting portal',
  url: 'https://report.iwf.org.uk/',
};
