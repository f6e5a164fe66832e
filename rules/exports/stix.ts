// A STIX 2.1 bundle, for police and CERTs that share by TAXII. Every id follows from the report, so importing it twice
// makes nothing twice. Marked TLP:RED throughout.
import { canonicalJson, type Json } from '../canonical.ts';
import type { Report } from '../reporting/schema.ts';
import { plainFacts, type ExportFacts } from './facts.ts';
import type { Sender } from './sender.ts';
import { utc } from './tidy.ts';
import { ourUuid, uuidV5 } from './uuid.ts';

/** STIX 2.1, section 2.9: the namespace of observables, whose ids follow from what they say. */
const observableNamespace = '00abedb4-aa42-466c-9c01-fed23315a9b7';
/** STIX 2.1, section 7.2.1.4: fixed by the standard, word for word. */
const tlpRed = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
  created: '2017-01-20T00:00:00.000Z',
  definition_type: 'tlp',
  name: 'TLP:RED',
  definition: { tlp: 'red' },
} as const;
const marked = { spec_version: '2.1', object_marking_refs: [tlpRed.id] } as const;
/** An identity is not versioned by us: it is as old as this format of ours. */
const identityTime = '2026-11-22T00:00:00.000Z';

type StixObject = { readonly id: string; readonly [property: string]: Json };

export function toStix(facts: ExportFacts, sender: Sender | null): object {
  const by = identityOf(sender);
  const observables = observablesOf(facts);
  const told = [incidentOf(facts, by.id), ...observationOf(facts, by.id, observables)];
  const about = [...told, ...observables].map(({ id }) => id);
  return {
    type: 'bundle',
    id: `bundle--${ourUuid(`bundle:${facts.uuid}:${facts.report.version}`)}`,
    objects: [tlpRed, by, ...told, ...observables, ...notesOf(facts, by.id, about)],
  };
}

const identityOf = (sender: Sender | null): StixObject => ({
  type: 'identity',
  ...marked,
  id: `identity--${ourUuid(`identity:${sender?.contact.toLowerCase() ?? 'saathi'}`)}`,
  created: identityTime,
  modified: identityTime,
  ...(sender === null
    ? { name: "Saathi: a young person's report", identity_class: 'system' }
    : { name: sender.org, identity_class: 'organization', contact_information: sender.contact }),
});

function incidentOf(facts: ExportFacts, by: string): StixObject {
  return {
    ...versioned('incident', facts, by),
    name: facts.summary,
    description: 'Seen by a young person, not verified. No picture was taken, kept or attached.',
    ...(facts.tags.length === 0 ? {} : { labels: facts.tags }),
  };
}

function observationOf(
  facts: ExportFacts,
  by: string,
  observables: readonly StixObject[],
): readonly StixObject[] {
  if (observables.length === 0) return [];
  const seen = utc(facts.seenAt);
  return [
    {
      ...versioned('observed-data', facts, by),
      first_observed: seen,
      last_observed: seen,
      number_observed: 1,
      object_refs: observables.map(({ id }) => id),
    },
  ];
}

function observablesOf({ report, uri, profileUri }: ExportFacts): readonly StixObject[] {
  const addresses = [...new Set([uri, profileUri])].filter((value) => value !== null);
  return [...addresses.map((value) => observable('url', { value })), ...accountOf(report)];
}

function accountOf({ who, where }: Report): readonly StixObject[] {
  if (who.accountName === null || who.accountName === '') return [];
  const type = accountType(where.platform);
  const says = { account_login: who.accountName, ...(type === null ? {} : { account_type: type }) };
  return [observable('user-account', says)];
}

/** Open vocabulary account-type-ov where it has a word. */
function accountType(platform: string | null): string | null {
  const plain = (platform ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === 'x' ? 'twitter' : plain || null;
}

/** Its id is made of what it says, so that two reports of one address meet. */
const observable = (type: string, says: Readonly<Record<string, string>>): StixObject => ({
  type,
  ...marked,
  id: `${type}--${uuidV5(observableNamespace, canonicalJson(says))}`,
  ...says,
});

function notesOf(facts: ExportFacts, by: string, about: readonly string[]): readonly StixObject[] {
  const { report } = facts;
  const content = plainFacts(facts).map(([name, value]) => `${name}: ${value}`);
  const note = { ...versioned('note', facts, by), abstract: 'Facts of the report', lang: 'en' };
  const facted = { ...note, content: content.join('\n'), object_refs: about };
  if (report.what === null || report.what === '') return [facted];
  const words = {
    ...versioned('note', facts, by, 'words'),
    labels: ['own-words'],
    ...(isLanguage(report.language) ? { lang: report.language } : {}),
    content: report.what,
    object_refs: about,
  };
  return [facted, words];
}

/** A language tag of RFC 5646, as far as languages of ours go. */
const isLanguage = (text: string): boolean => /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(text);

function versioned(type: string, facts: ExportFacts, by: string, which = ''): StixObject {
  return {
    type,
    ...marked,
    id: `${type}--${ourUuid(`${type}:${facts.uuid}:${which}`)}`,
    created_by_ref: by,
    created: utc(facts.createdAt),
    modified: utc(facts.modifiedAt),
  };
}
