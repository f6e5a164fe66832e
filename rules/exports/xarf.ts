// XARF v4, category "content": for abuse desks of hosters and platforms. A child never classifies: no "csam" leaves here.
import type { ReportTopic } from '../messages/contract.ts';
import { mappingOf } from '../reporting/mapping.ts';
import type { Report } from '../reporting/schema.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ExportFacts } from './facts.ts';
import type { Sender } from './sender.ts';
import { isHostname, utc } from './tidy.ts';

type Exploitation = 'distribution' | 'grooming' | 'sextortion';
type Kind =
  | { readonly type: 'csem'; readonly exploitation_type: Exploitation }
  | { readonly type: 'phishing' }
  | { readonly type: 'fraud'; readonly fraud_type: 'other' };

/** A hotline that has looked may make "csam" of a "distribution". */
const exploitations: Readonly<Partial<Record<ReportTopic, Exploitation>>> = {
  csam: 'distribution',
  grooming: 'grooming',
  sextortion: 'sextortion',
};

/** null: XARF has no type for it, or nobody has sorted it. */
function kindOf(topic: ReportTopic | null): Kind | null {
  const { xarf } = mappingOf(topic, undefined);
  const exploitation = topic === null ? undefined : exploitations[topic];
  if (xarf === 'content/csem' && exploitation !== undefined) {
    return { type: 'csem', exploitation_type: exploitation };
  }
  if (xarf === 'content/phishing') return { type: 'phishing' };
  return xarf === 'content/fraud' ? { type: 'fraud', fraud_type: 'other' } : null;
}

const platforms: Readonly<Record<Report['where']['kind'], string>> = {
  social: 'social_media',
  messaging: 'messaging_app',
  game: 'gaming_platform',
  video: 'other',
  web: 'other',
};

export type NotXarf = { readonly reason: 'no-type' | 'no-address' };

export function toXarf(facts: ExportFacts, sender: Sender): Result<object, NotXarf> {
  const { report, uri, host, topic } = facts;
  const kind = kindOf(topic);
  if (kind === null) return fail({ reason: 'no-type' });
  if (uri === null || host === null) return fail({ reason: 'no-address' });
  return ok({
    xarf_version: '4.2.0',
    report_id: facts.uuid,
    timestamp: utc(facts.seenAt),
    reporter: sender,
    sender,
    source_identifier: host,
    category: 'content',
    ...kind,
    url: uri,
    ...(isHostname(host) ? { domain: host } : {}),
    evidence_source: 'user_report',
    verification_method: 'user_report',
    description: describe(report),
    tags: tagsOf(report),
    ...(kind.type === 'csem' ? circumstances(report) : {}),
  });
}

function circumstances({ where, who }: Report): object {
  return {
    detection_method: 'user_report',
    platform: platforms[where.kind],
    ...(who.accountName === null || who.accountName === ''
      ? {}
      : { perpetrator_indicators: { account_id: who.accountName } }),
  };
}

/** What a hoster needs to act. Nothing of the child: not the words, not the age, not the country. */
const describe = ({ handling }: Report): string =>
  [
    'Seen by a user, not verified. No picture was taken, kept or attached.',
    handling.addressShortened
      ? 'The address was longer than 2048 characters; its end is missing.'
      : '',
  ]
    .filter(Boolean)
    .join(' ');

/** XARF wants namespace:value; rsit:abusive-content="violence" becomes rsit:abusive-content.violence. */
function tagsOf(report: Report): readonly string[] {
  const plain = report.tags.map((tag) =>
    tag.toLowerCase().replace(/^([a-z\d][\w-]*:[\w-]+)="([\w-]+)"$/, '$1.$2'),
  );
  const fitting = plain.filter((tag) => /^[a-z\d][\w+-]*:[a-z\d][\w+.-]*$/.test(tag));
  return [...new Set([...fitting, 'saathi:not-verified'])].slice(0, 20);
}
