// How desks count a report: one value of RSIT each, and the type of XARF v4 where there is one.
import type { ReportTopic } from '../messages/contract.ts';
import type { Pack } from '../packs/pack.ts';

export type Mapping = {
  /** A machine tag: rsit:CLASSIFICATION="TYPE". */
  readonly rsit: string;
  /** CATEGORY/TYPE; null: XARF has no type for it. */
  readonly xarf: string | null;
};
/** What a country's pack says instead. */
export type PackMapping = NonNullable<Pack['mapping']>;

/** Reference Security Incident Taxonomy, and XARF 4.2.0. A child never classifies: "csam" there is a hotline's word. */
const ours: Readonly<Record<ReportTopic, Mapping>> = {
  csam: { rsit: 'rsit:abusive-content="violence"', xarf: 'content/csem' },
  grooming: { rsit: 'rsit:abusive-content="violence"', xarf: 'content/csem' },
  sextortion: { rsit: 'rsit:abusive-content="violence"', xarf: 'content/csem' },
  cyberbullying: { rsit: 'rsit:abusive-content="harmful-speech"', xarf: null },
  hate: { rsit: 'rsit:abusive-content="harmful-speech"', xarf: null },
  'self-harm': { rsit: 'rsit:other="other"', xarf: null },
  violence: { rsit: 'rsit:abusive-content="violence"', xarf: null },
  phishing: { rsit: 'rsit:fraud="phishing"', xarf: 'content/phishing' },
  'identity-theft': { rsit: 'rsit:fraud="masquerade"', xarf: 'content/fraud' },
  other: { rsit: 'rsit:other="other"', xarf: null },
};

const machineTag = /^rsit:[a-z0-9-]+="[a-z0-9-]+"$/;
const xarfType = /^[a-z_]+\/[a-z_]+$/;

/** A pack's own value where it is one, else ours; null: no topic was chosen. */
export function mappingOf(topic: ReportTopic | null, pack: PackMapping | undefined): Mapping {
  const base = ours[topic ?? 'other'];
  const own = pack?.[topic ?? 'other'];
  if (own === undefined) return base;
  return {
    rsit: machineTag.test(own.rsit) ? own.rsit : base.rsit,
    xarf: own.xarf === null || isType(own.xarf) ? own.xarf : base.xarf,
  };
}

const isType = (type: string): boolean => xarfType.test(type) && !type.endsWith('/csam');
