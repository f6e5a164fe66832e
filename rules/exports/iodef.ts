// IODEF version 2 in JSON (RFC 8727): from one incident team to another. It has no class for the abuse of children, so the
// subject stands in the description and in AdditionalData with its RSIT value.
import { plainFacts, type ExportFacts } from './facts.ts';
import type { Sender } from './sender.ts';
import { utc } from './tidy.ts';

type Extension = {
  readonly name: string;
  readonly dtype: 'string' | 'url';
  readonly value: string;
};

export function toIodef(facts: ExportFacts, sender: Sender): object {
  const { seenAt, createdAt, modifiedAt } = facts;
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
        DetectTime: utc(seenAt),
        ReportTime: utc(createdAt),
        GenerationTime: utc(modifiedAt),
        Description: [facts.summary],
        Contact: [
          {
            role: 'creator',
            type: 'organization',
            ContactName: [sender.org],
            Email: [{ EmailTo: sender.contact }],
          },
        ],
        AdditionalData: extensions(facts),
      },
    ],
  };
}

function extensions(facts: ExportFacts): readonly Extension[] {
  const { report, uri, profileUri } = facts;
  const line = (name: string, value: string): Extension => ({ name, dtype: 'string', value });
  const link = (name: string, value: string): Extension => ({ name, dtype: 'url', value });
  return [
    ...(uri === null ? noUri(report.where.url, line) : [link('address', uri)]),
    ...(profileUri === null ? [] : [link('profile', profileUri)]),
    ...plainFacts(facts).map(([name, value]) => line(name, value)),
    ...facts.tags.map((tag) => line('taxonomy', tag)),
    ...(report.what === null || report.what === ''
      ? []
      : [line('in their own words', report.what)]),
  ];
}

const noUri = (
  address: string | null,
  line: (name: string, value: string) => Extension,
): readonly Extension[] => (address === null || address === '' ? [] : [line('address', address)]);
