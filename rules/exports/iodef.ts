// IODEF version 2 in JSON (RFC 8727): from one incident team to another. It has no class for the abuse of children: the RSIT
// value stands as the category of the incident, the facts without a field of their own in AdditionalData.
import type { ReportTopic } from '../messages/contract.ts';
import { plainFacts, type ExportFacts } from './facts.ts';
import type { Sender } from './sender.ts';
import { utc } from './tidy.ts';

type Extension = { readonly name: string; readonly dtype: 'string'; readonly value: string };

export function toIodef(facts: ExportFacts, sender: Sender): object {
  return {
    version: '2.0',
    lang: 'en',
    Incident: [
      {
        purpose: 'reporting',
        status: 'new',
        // Not to be shared further without asking who sent it.
        restriction: 'private',
        IncidentID: { id: facts.uuid, name: sender.domain },
        DetectTime: utc(facts.seenAt),
        ReportTime: utc(facts.createdAt),
        GenerationTime: utc(facts.modifiedAt),
        Description: [facts.summary],
        Discovery: [{ source: 'external-notification' }],
        ...assessmentOf(facts),
        Contact: [contactOf(sender)],
        ...eventOf(facts),
        AdditionalData: extensions(facts),
      },
    ],
  };
}

const contactOf = ({ org, contact }: Sender): object => ({
  role: 'creator',
  type: 'organization',
  ContactName: [org],
  Email: [{ EmailTo: contact }],
});

/** An assessment may not be without an impact, and nobody has judged one. Extortion is what was told, not a judgement. */
function assessmentOf({ tags, topic }: ExportFacts): object {
  if (tags.length === 0) return {};
  const impact = { severity: 'unknown', type: impacts[topic ?? 'other'] ?? 'unknown' };
  return { Assessment: [{ IncidentCategory: tags, Impact: [{ BusinessImpact: impact }] }] };
}
const impacts: Readonly<Partial<Record<ReportTopic, string>>> = { sextortion: 'extortion' };

/** Where it was seen. RFC 8727, section 3.2: systems stand in EventData directly. */
function eventOf({ uri, profileUri, seenAt }: ExportFacts): object {
  const addresses = [...new Set([uri, profileUri])].flatMap((value) =>
    value === null ? [] : [{ category: 'site-uri', value }],
  );
  if (addresses.length === 0) return {};
  const system = { category: 'source', Node: { Address: addresses } };
  return { EventData: [{ DetectTime: utc(seenAt), System: [system] }] };
}

function extensions(facts: ExportFacts): readonly Extension[] {
  const line = (name: string, value: string | null): readonly Extension[] =>
    value === null || value === '' ? [] : [{ name, dtype: 'string', value }];
  return [
    ...plainFacts(facts).flatMap(([name, value]) => line(name, value)),
    ...line('in their own words', facts.report.what),
  ];
}
