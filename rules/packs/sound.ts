// What a pack must keep to beside its schema: numbers that can be dialled, addresses of the web, short codes in their country.
import { isListAddress } from '../lists/address.ts';
import { isAcceptableEndpoint } from './endpoint.ts';
import type { Mechanism, Pack } from './pack.ts';

/** Everything wrong with one pack, in sentences for whoever made it. */
export function problemsOf(pack: Pack): string[] {
  const ids = pack.mechanisms.map(({ id }) => id);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['an id is used twice']),
    ...deskProblems(pack),
    ...emergencyProblems(pack),
    ...mappingProblems(pack),
    ...(pack.updates === undefined ||
    (pack.updates.startsWith('https:') && isListAddress(pack.updates))
      ? []
      : ['the address of updates is not https']),
    ...pack.mechanisms.flatMap((mechanism) =>
      mechanismProblems(mechanism, pack).map((problem) => `${mechanism.id}: ${problem}`),
    ),
  ];
}

/** Nobody's machine is the desk of a country. */
function deskProblems({ desk }: Pack): string[] {
  if (desk === undefined) return [];
  const name = unprintable.test(desk.name)
    ? ['the name of the desk has characters that do not print']
    : [];
  if (desk.kind === 'mail') return name;
  const isOpen = desk.endpoint.startsWith('https:') && isAcceptableEndpoint(desk.endpoint);
  return isOpen
    ? name
    : [...name, 'the desk is not an https address without user, query and fragment'];
}

function emergencyProblems({ emergency, country, mechanisms }: Pack): string[] {
  if (emergency === undefined) return [];
  const { phone, phoneFormat } = emergency;
  if (!isDialled(phone, phoneFormat))
    return [`the emergency number ${phone} is not ${phoneFormat}`];
  if (country === 'ZZ' && phoneFormat !== 'e164') {
    return ['an emergency number for any country must be international'];
  }
  const isSure = mechanisms.some(
    (mechanism) => mechanism.phone === phone && mechanism.confidence === 'high',
  );
  return isSure ? [] : [`the emergency number ${phone} is of no line of high confidence`];
}

const mappingProblems = ({ mapping = {} }: Pack): string[] =>
  Object.entries(mapping).flatMap(([need, { rsit, xarf }]) => [
    ...(/^rsit:[a-z0-9-]+="[a-z0-9-]+"$/.test(rsit) ? [] : [`${need}: ${rsit} is no tag of RSIT`]),
    ...(xarf === null || /^[a-z_]+\/[a-z_]+$/.test(xarf)
      ? []
      : [`${need}: ${xarf} is no type of XARF`]),
  ]);

function mechanismProblems(mechanism: Mechanism, pack: Pack): string[] {
  const { id, phone, phoneFormat, whatsapp, sms, email, country } = mechanism;
  const problems: string[] = [];
  const unless = (isRight: boolean, problem: string): void => {
    if (!isRight) problems.push(problem);
  };
  unless(/^[a-z0-9][a-z0-9-]{0,119}$/.test(id), 'its id is not of a-z, 0-9 and -');
  unless(country === pack.country, `belongs to ${country}`);
  unless(
    phone === undefined || isDialled(phone, phoneFormat),
    `the number ${phone} is not ${phoneFormat ?? 'of a named format'}`,
  );
  unless(
    country !== 'ZZ' || phone === undefined || phoneFormat === 'e164',
    'a number for any country must be international',
  );
  unless(
    country !== 'ZZ' || sms === undefined || sms.startsWith('+'),
    'an SMS number for any country must be international',
  );
  unless(whatsapp === undefined || /^\+\d{8,15}$/.test(whatsapp), 'WhatsApp number');
  unless(sms === undefined || /^\+?\d{2,15}$/.test(sms), 'SMS number');
  unless(
    email === undefined || /^[^\s@?&#%<>"]+@[^\s@?&#%<>"]+\.[^\s@?&#%<>"]+$/.test(email),
    'mail address',
  );
  unless(isDay(mechanism.checkedOn), 'checkedOn is no date');
  unless(
    !/-emergency(?:-|$)/.test(id) || mechanism.confidence === 'high',
    'an emergency number that is not sure',
  );
  return [...problems, ...addressProblems(mechanism), ...wordProblems(mechanism)];
}

const addressProblems = ({ website, webForm, chat }: Mechanism): string[] =>
  [website, webForm, typeof chat === 'string' ? chat : undefined].flatMap((address) =>
    address === undefined || (/^https?:\/\/[^/]+\.[^/]+/.test(address) && URL.canParse(address))
      ? []
      : [`the address ${address} is not one of the web`],
  );

// Controls, private characters and marks that turn the direction of a line; joiners are part of Urdu.
const unprintable = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/u;

const wordProblems = ({ operator, localName, hours, note, source }: Mechanism): string[] =>
  [operator, localName, hours, note, source].some((words) => unprintable.test(words ?? ''))
    ? ['words with characters that do not print']
    : [];

const formats = { e164: /^\+\d{7,15}$/, short: /^\d{2,7}$/, national: /^\d{3,15}$/ } as const;
const isDialled = (phone: string, format: Mechanism['phoneFormat']): boolean =>
  format !== undefined && formats[format].test(phone);

const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};
