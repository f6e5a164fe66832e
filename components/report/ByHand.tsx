import { usePacks } from '@/components/help/use-help.ts';
import { useServices } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';
import { mechanismsFor, type Offered } from '@/rules/packs/choose.ts';

import { CopyFacts } from './CopyFacts.tsx';

/** No desk takes it by itself: the official form, the facts to paste, and the other doors. */
export function ByHand({ report }: { report: ReportState }) {
  const { text, band, now } = useServices();
  const packs = usePacks();
  const { route } = report;
  const offered = packs === null ? [] : mechanismsFor(packs, report.topic, band, now());
  const own =
    route.kind === 'form' ? offered.find(({ id }) => id === route.mechanismId) : undefined;
  const others = offered.filter((door) => door !== own && hasDoor(door)).slice(0, 3);
  return (
    <div class="stack">
      {route.kind === 'form' && (
        <div class="stack-tight">
          <p>{text('byHandForm', { operator: route.operator })}</p>
          <div class="row">
            <LinkButton kind="main" icon="external" href={route.url}>
              {text('byHandOpen')}
            </LinkButton>
            {report.mailto !== null && (
              <LinkButton icon="mail" href={report.mailto}>
                {text('byHandMail')}
              </LinkButton>
            )}
            {own?.phone !== undefined && <Phone phone={own.phone} />}
          </div>
        </div>
      )}
      <CopyFacts facts={report.facts} />
      {others.length > 0 && (
        <details class="help-more">
          <summary>{text('byHandOthers')}</summary>
          <ul class="stack">
            {others.map((door) => (
              <li key={door.id}>
                <OtherDoor door={door} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const hasDoor = ({ webForm, phone, email }: Offered): boolean =>
  webForm !== undefined || phone !== undefined || email !== undefined;

function OtherDoor({ door }: { door: Offered }) {
  const { text, language } = useServices();
  const { webForm, phone, email, chat } = door;
  const name = language === 'ur' ? (door.localName ?? door.operator) : door.operator;
  return (
    <div class="help-line">
      <p class="help-line-name">
        <bdi>{name}</bdi>
      </p>
      {door.stale && <p class="soft small">{text('lineStale')}</p>}
      <div class="row">
        {webForm !== undefined && (
          <LinkButton icon="external" href={webForm}>
            {text('byHandOpen')}
          </LinkButton>
        )}
        {typeof chat === 'string' && (
          <LinkButton icon="chat" href={chat}>
            {text('lineChat', { site: new URL(chat).hostname })}
          </LinkButton>
        )}
        {phone !== undefined && <Phone phone={phone} />}
        {email !== undefined && (
          <LinkButton icon="mail" href={`mailto:${email}`}>
            <bdi lang="en">{email}</bdi>
          </LinkButton>
        )}
      </div>
    </div>
  );
}

function Phone({ phone }: { phone: string }) {
  const { text } = useServices();
  return (
    <LinkButton icon="phone" href={`tel:${phone.replaceAll(/[^\d+*#]/g, '')}`}>
      {text('lineCall', { number: phone })}
    </LinkButton>
  );
}
