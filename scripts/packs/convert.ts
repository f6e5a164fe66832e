// From the researched list of mechanisms to what the extension ships.
import * as z from 'zod/mini';

import {
  isEmergency,
  mechanismSchema,
  type Mechanism,
  type Pack,
  packSchema,
} from '../../rules/packs/pack.ts';

/** When the list was made: the day of a mechanism whose source names no other. */
const listMade = '2026-11-01';

export const sourceMechanismSchema = z.strictObject({
  ...z.omit(mechanismSchema, { checkedOn: true }).shape,
  memberOf: z.array(z.string()),
  sourceSeen: z.string(),
  handlesInferred: z.optional(z.boolean()),
});
export const sourceSchema = z.array(sourceMechanismSchema);
export type SourceMechanism = z.infer<typeof sourceMechanismSchema>;

/** What is agreed with a country, not researched. */
export const agreedSchema = z.record(
  z.string().check(z.regex(/^[A-Z]{2}$/)),
  z.strictObject(z.pick(packSchema, { desk: true, updates: true, mapping: true }).shape),
);
export type Agreed = z.infer<typeof agreedSchema>;

/** An edition without its number and dates. */
export type Content = Omit<Pack, 'version' | 'issued' | 'expires'>;

/** Member states of the European Union, where 112 is the emergency number by Directive (EU) 2018/1972, article 109. */
const europeanUnion = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

export function contentOf(
  country: string,
  sources: readonly SourceMechanism[],
  agreed: Agreed[string] = {},
): Content {
  const converted = sources.map(toMechanism);
  const hasEmergency = converted.some(isEmergency);
  const mechanisms =
    europeanUnion.has(country) && !hasEmergency
      ? [...converted, europeanEmergency(country)]
      : converted;
  const { phone, phoneFormat } = mechanisms.find(isEmergency) ?? {};
  return {
    schema: 'saathi-pack/2',
    country,
    ...(phone === undefined || phoneFormat === undefined
      ? {}
      : { emergency: { phone, phoneFormat } }),
    mechanisms,
    ...agreed,
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
