// A MISP event (MISP core format), for POST /events/add. It stays with the organisation that takes it in: distribution 0,
// not published, and no attribute for automatic detection.
import { plainFacts, type ExportFacts } from './facts.ts';
import { utc } from './tidy.ts';
import { ourUuid } from './uuid.ts';

type Valued = {
  readonly category: 'Network activity' | 'Social network' | 'Internal reference' | 'Other';
  readonly type: 'url' | 'text' | 'datetime';
  readonly comment: string;
  readonly value: string;
};

export function toMisp(facts: ExportFacts): object {
  const timestamp = seconds(facts.modifiedAt);
  const attributes = valuesOf(facts).map((valued) => ({
    uuid: ourUuid(`misp:${facts.uuid}:${valued.comment}`),
    ...valued,
    to_ids: false,
    // As the event.
    distribution: '5',
    sharing_group_id: '0',
    timestamp,
    deleted: false,
    // A child's words and our own names for things must not tie strangers' events together.
    disable_correlation: valued.type !== 'url',
    first_seen: utc(facts.seenAt),
  }));
  return {
    Event: {
      uuid: facts.uuid,
      info: facts.summary,
      date: utc(facts.seenAt).slice(0, 10),
      // Nobody has judged it yet.
      threat_level_id: '4',
      analysis: '0',
      distribution: '0',
      sharing_group_id: '0',
      published: false,
      publish_timestamp: '0',
      timestamp,
      locked: false,
      attribute_count: String(attributes.length),
      Attribute: attributes,
      Tag: tagsOf(facts),
    },
  };
}

function valuesOf(facts: ExportFacts): readonly Valued[] {
  const { report, uri, profileUri } = facts;
  const url = (comment: string, value: string | null): readonly Valued[] =>
    value === null ? [] : [{ category: 'Network activity', type: 'url', comment, value }];
  const text = (comment: string, value: string | null): readonly Valued[] =>
    value === null || value === '' ? [] : [{ ...placeOf(comment), type: 'text', comment, value }];
  return [
    ...url('address', uri),
    ...(profileUri === uri ? [] : url('profile', profileUri)),
    { category: 'Other', type: 'datetime', comment: 'seen', value: utc(facts.seenAt) },
    ...plainFacts(facts).flatMap(([name, value]) => text(name, value)),
    ...text('in their own words', report.what),
  ];
}

const internal = new Set([
  'report id',
  'version',
  'sha-256 of the report',
  'version before',
  'made by',
]);
/** Which category an attribute of type "text" stands in. Never "sha256": that would be a file. */
const placeOf = (name: string): Pick<Valued, 'category'> => {
  if (name === 'account') return { category: 'Social network' };
  return { category: internal.has(name) ? 'Internal reference' : 'Other' };
};

const tagsOf = ({ report, tags }: ExportFacts): readonly { readonly name: string }[] =>
  [...new Set([...tags, 'tlp:red', `saathi:urgency="${report.urgency}"`])].map((name) => ({
    name,
  }));

const seconds = (instant: number): string => String(Math.floor(instant / 1000));
