// From the researched list of mechanisms to what the extension ships, and what a shipped pack must keep to.
import * as z from 'zod/mini';

import { mechanismsFor, packsOf } from '../../rules/packs/choose.ts';
import { isAcceptableEndpoint } from '../../rules/packs/endpoint.ts';
import { mechanismSchema, type Mechanism, type Pack } from '../../rules/packs/pack.ts';

/** When the list was made: the day of a mechanism whose source names no other. */
const listMade = '2026-11-01';
const packVersion = 1;

export const sourceMechanismSchema = z.strictObject({
  ...z.omit(mechanismSchema, { checkedOn: true }).shape,
  memberOf: z.array(z.string()),
  sourceSeen: z.string(),
  handlesInferred: z.optional(z.boolean()),
});
export const sourceSchema = z.array(sourceMechanismSchema);
export type SourceMechanism = z.infer<typeof sourceMechanismSchema>;

/** Member states of the European Union, where 112 is the emergency number by Directive (EU) 2018/1972, article 109. */
const europeanUnion = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

export function packOf(country: string, mechanisms: readonly SourceMechanism[]): Pack {
  const converted = mechanisms.map(toMechanism);
  const hasEmergency = converted.some(({ id }) => /-emergency(?:-|$)/.test(id));
  return {
    schema: 'saathi-pack/1',
    country,
    version: packVersion,
    mechanisms:
      europeanUnion.has(country) && !hasEmergency
        ? [...converted, europeanEmergency(country)]
        : converted,
  };
}

function toMechanism(source: SourceMechanism): Mechanism {
  const { memberOf: _, sourceSeen, handlesInferred: __, ...kept } = source;
  return { ...kept, checkedOn: checkedOn(sourceSeen) };
}

const europeanEmergency = (country: string): Mechanism => ({
  id: `${country.toLowerCase()}-emergency-112`,
  country,
  operator: 'Emergency number 112',
  type: 'police',
  handles: ['violence', 'other'],
  phone: '112',
  phoneFormat: 'short',
  hours: '24/7',
  confidence: 'high',
  source: 'Directive (EU) 2018/1972, article 109',
  checkedOn: listMade,
  note: 'Immediate danger only. Free of charge in every member state.',
});

/**
 * The day the source was read, from words such as "archived copy, 2026-04-22; page last modified 2022-05-16". Of a
 * month or a year the first day is taken, of a range the last one named; where no time is named, the list's own day.
 */
export function checkedOn(sourceSeen: string): string {
  const [read = ''] = sourceSeen.split(';');
  const month =
    /\b(January|February|March|April|May|June|July|August|September|October|November|December) (20\d{2})\b/.exec(
      read,
    );
  if (month !== null) return `${month[2]}-${monthNumber(month[1] ?? '')}-01`;
  const dates = [...read.matchAll(/\b(20\d{2})(?:-(\d{2}))?(?:-(\d{2}))?\b/g)].map(
    ([, year, monthOfYear, day]) => `${year}-${monthOfYear ?? '01'}-${day ?? '01'}`,
  );
  return dates.sort().at(-1) ?? (/\bold\b/.test(read) ? '2015-01-01' : listMade);
}

const monthNumber = (name: string): string =>
  String(new Date(`${name} 1, 2000 UTC`).getUTCMonth() + 1).padStart(2, '0');

const anyDay = Date.parse(`${listMade}T00:00:00Z`);

/** Everything wrong with one pack, in sentences. */
export function problemsOf(name: string, pack: Pack): string[] {
  const packs = packsOf(pack.country, pack, pack.country === 'ZZ' ? pack : null);
  const shownLow = mechanismsFor(packs, null, '5-8', anyDay).filter(
    ({ confidence }) => confidence === 'low',
  );
  const ids = pack.mechanisms.map(({ id }) => id);
  return [
    ...(name === `${pack.country}.json` ? [] : [`${name}: is the pack of ${pack.country}`]),
    ...(new Set(ids).size === ids.length ? [] : [`${name}: an id is used twice`]),
    ...shownLow.map(
      ({ id }) => `${name}: ${id} is of low confidence and would be shown to a child`,
    ),
    ...(pack.desk === undefined ||
    pack.desk.kind === 'mail' ||
    isAcceptableEndpoint(pack.desk.endpoint)
      ? []
      : [`${name}: the desk is neither https nor this machine`]),
    ...pack.mechanisms.flatMap((mechanism) =>
      mechanismProblems(mechanism, pack).map((problem) => `${name}: ${mechanism.id}: ${problem}`),
    ),
  ];
}

function mechanismProblems(mechanism: Mechanism, pack: Pack): string[] {
  const { phone, phoneFormat, whatsapp, sms, email, country } = mechanism;
  const problems: string[] = [];
  if (country !== pack.country) problems.push(`belongs to ${country}`);
  if (phone !== undefined && !isDialled(phone, phoneFormat)) {
    problems.push(`the number ${phone} is not ${phoneFormat ?? 'of a named format'}`);
  }
  if (country === 'ZZ' && phone !== undefined && phoneFormat !== 'e164') {
    problems.push('a number for any country must be international');
  }
  if (whatsapp !== undefined && !/^\+\d{8,15}$/.test(whatsapp)) problems.push('WhatsApp number');
  if (sms !== undefined && !/^\+?\d{2,15}$/.test(sms)) problems.push('SMS number');
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    problems.push('mail address');
  for (const address of [mechanism.website, mechanism.webForm]) {
    if (address !== undefined && !/^https?:\/\/[^/]+\.[^/]+/.test(address)) {
      problems.push(`the address ${address} is not one of the web`);
    }
  }
  if (Number.isNaN(Date.parse(mechanism.checkedOn))) problems.push('checkedOn is no date');
  return problems;
}

const formats = { e164: /^\+\d{7,15}$/, short: /^\d{2,7}$/, national: /^\d{3,15}$/ } as const;
const isDialled = (phone: string, format: Mechanism['phoneFormat']): boolean =>
  format !== undefined && formats[format].test(phone);
