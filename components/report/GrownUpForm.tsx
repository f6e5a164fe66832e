import { usePacks } from '@/components/help/use-help.ts';
import { useServices } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { More } from '@/components/ui/More.tsx';
import { answersInOrder } from '@/rules/forms/answers.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';
import type { Offered } from '@/rules/packs/choose.ts';
import { doorWithId } from '@/rules/packs/doors.ts';

import { CopyFacts } from './CopyFacts.tsx';
import { dialled } from './Door.tsx';

/**
 * Behind "get a grown-up", behind one more line: what only the grown-up does. No form opens for the youngest, in whatever
 * way: a grown-up opens it elsewhere, and here are its name, its address, and a phone or a mail.
 */
export function GrownUpForm({ report }: { report: ReportState }) {
  const { text, language } = useServices();
  const office = useOffice(report);
  const { route } = report;
  if (route.kind !== 'form') return null;
  const name = (language === 'en' ? undefined : office?.localName) ?? route.operator;
  const phone = office?.phone;
  return (
    <More label={text('youngGrownUp')}>
      <div class="stack">
        <p class="strong">
          <bdi>{name}</bdi>
        </p>
        <div class="row">
          {phone !== undefined && (
            <LinkButton icon="phone" href={`tel:${dialled(phone)}`}>
              {text('lineCall', { number: phone })}
            </LinkButton>
          )}
          {report.mailto !== null && (
            <LinkButton icon="mail" href={report.mailto}>
              {text('youngMail')}
            </LinkButton>
          )}
        </div>
        <p>{text('youngForm', { site: written(route.url) })}</p>
        <More label={text('factsReady')}>
          <CopyFacts facts={answersInOrder(report, office?.form?.asks ?? [])} />
          <p>{text('sentNobody')}</p>
          <p class="soft">{text('reportPolice')}</p>
        </More>
      </div>
    </More>
  );
}

/** Of all that the packs know, not of a young child's doors: those have no offices. */
function useOffice({ route }: ReportState): Offered | null {
  const { now } = useServices();
  const packs = usePacks();
  if (packs === null || route.kind !== 'form') return null;
  return doorWithId(packs, route.mechanismId, now());
}

/** As somebody types it into another device. */
const written = (url: string): string =>
  url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
