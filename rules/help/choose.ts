// Which help a child sees, and in which order: a voice that answers now comes first.
import { isStale } from '../packs/choose.ts';
import type { Packs } from '../packs/choose.ts';
import { isEmergency, type Mechanism, type Need, type Pack } from '../packs/pack.ts';
import type { AgeBand, Language } from '../policy/schema.ts';
import type { Moment } from '../time/moment.ts';
import { isOpenAt } from './hours.ts';
import type { HelpLink, HelpResource } from './resources.ts';

export type Reader = {
  /** null: an adult, who may also see lines of low confidence. */
  readonly band: AgeBand | null;
  readonly language: Language;
  readonly moment: Moment;
  /** Where it is known what help is for: only lines for that, if the country has one. */
  readonly need?: Need;
};
export type Help = {
  /** For danger now; null where we know of no number that is certain. */
  readonly emergency: HelpResource | null;
  /** The country's child helpline first; where there is none, the ways to find one. */
  readonly lines: readonly HelpResource[];
};

const mostLines = 6;

export function helpFor(packs: Packs, reader: Reader): Help {
  const own = packs.country.country === 'ZZ' ? [] : shown(packs.country.mechanisms, reader);
  const abroad = shown(packs.world.mechanisms, reader).filter(({ country }) => country === 'ZZ');
  const emergency = emergencyOf(own, packs.country);
  const all = [...ranked(own.filter(isLine), reader), ...ranked(abroad.filter(isLine), reader)];
  const lines = own.some((line) => isLine(line) && isFor(line, reader))
    ? all.filter((line) => isFor(line, reader))
    : all;
  return {
    emergency: emergency === undefined ? null : resourceOf(emergency, reader),
    lines: lines.slice(0, mostLines).map((mechanism) => resourceOf(mechanism, reader)),
  };
}

/** The number that the pack names; a pack that names none may have a line for it. */
const emergencyOf = (lines: readonly Mechanism[], { emergency }: Pack): Mechanism | undefined => {
  const named = lines.filter(({ phone }) => emergency !== undefined && phone === emergency.phone);
  return named.find(isEmergency) ?? named[0] ?? lines.find(isEmergency);
};

const shown = (mechanisms: readonly Mechanism[], { band }: Reader): Mechanism[] =>
  mechanisms.filter(({ confidence }) => band === null || confidence !== 'low');

const isFor = ({ handles }: Mechanism, { need }: Reader): boolean =>
  need === undefined || handles.includes(need);

const isLine = (mechanism: Mechanism): boolean =>
  mechanism.type === 'helpline' && (reachable(mechanism) || mechanism.website !== undefined);

const reachable = ({ phone, sms, whatsapp, chat }: Mechanism): boolean =>
  phone !== undefined || sms !== undefined || whatsapp !== undefined || Boolean(chat);

function ranked(mechanisms: readonly Mechanism[], reader: Reader): Mechanism[] {
  const scores = new Map(mechanisms.map((mechanism) => [mechanism, scoreOf(mechanism, reader)]));
  return mechanisms.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

function scoreOf(mechanism: Mechanism, { moment, language }: Reader): number {
  const open = isOpenAt(mechanism.hours, moment);
  return (
    (reachable(mechanism) ? 1000 : 0) +
    (open === true ? 400 : open === null ? 200 : 0) +
    { high: 60, medium: 30, low: 0 }[mechanism.confidence] +
    (isChildHelpline(mechanism) ? 50 : 0) +
    (isForChildren(mechanism) ? 15 : 0) +
    (mechanism.handles.length > 2 ? 20 : 0) +
    (isStale(mechanism, moment.instant) ? 0 : 15) +
    (mechanism.languages?.includes(language) === true ? 10 : 0)
  );
}

/** Found in the directory of Child Helpline International. */
const isChildHelpline = ({ source }: Mechanism): boolean =>
  source.includes('childhelplineinternational.org');
const isForChildren = ({ operator }: Mechanism): boolean =>
  /\b(?:child|children|kids?|enfance|niñ|kinder|youth|young)/i.test(operator);

function resourceOf(mechanism: Mechanism, { language, moment }: Reader): HelpResource {
  const { phone, sms, whatsapp, chat } = mechanism;
  return {
    id: mechanism.id,
    label: labelOf(mechanism, language),
    phone: phone === undefined ? null : { href: `tel:${dialled(phone)}`, text: phone },
    sms: sms === undefined ? null : { href: `sms:${dialled(sms)}`, text: sms },
    whatsapp:
      whatsapp === undefined
        ? null
        : { href: `https://wa.me/${whatsapp.replaceAll(/\D/g, '')}`, text: whatsapp },
    website: siteOf(mechanism),
    hasChat: Boolean(chat),
    hours: mechanism.hours ?? '',
    openNow: isOpenAt(mechanism.hours, moment),
    free: isFree(mechanism),
    stale: isStale(mechanism, moment.instant),
    worldwide: mechanism.country === 'ZZ',
  };
}

const labelOf = ({ operator, localName, languages }: Mechanism, language: Language): string =>
  localName !== undefined && language !== 'en' && languages?.includes(language) === true
    ? localName
    : operator;

const dialled = (number: string): string => number.replaceAll(/[^\d+*#]/g, '');

function siteOf({ chat, website, webForm }: Mechanism): HelpLink | null {
  const address = typeof chat === 'string' ? chat : (website ?? webForm);
  if (address === undefined || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { href: address, text: hostname.replace(/^www\./, '') };
}

/** Only where the source says so. */
function isFree({ note }: Mechanism): boolean | null {
  if (note === undefined) return null;
  if (/toll[- ]free|\bfree\b(?! of charge only)/i.test(note) && !/not free/i.test(note))
    return true;
  return null;
}
