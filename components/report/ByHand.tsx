import { useServices } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { More } from '@/components/ui/More.tsx';
import { answersInOrder } from '@/rules/forms/answers.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';
import type { Door } from '@/rules/packs/doors.ts';

import { CopyFacts } from './CopyFacts.tsx';
import { dialled, doorNotes } from './Door.tsx';

export type ByHandProps = {
  readonly report: ReportState;
  /** The route's own door, as the pack knows it; null where it does not. */
  readonly door: Door | null;
  readonly onForm: (mechanismId: string, url: string) => void;
};

/** A person has to send it: the official form first, then each answer ready to copy, in the form's order. */
export function ByHand({ report, door, onForm }: ByHandProps) {
  const services = useServices();
  const { text } = services;
  const { route } = report;
  if (route.kind !== 'form') return null;
  const phone = door?.mechanism.phone;
  const notes = door === null ? [] : doorNotes(door, services);
  return (
    <div class="stack">
      <div class="row">
        <LinkButton
          kind="main"
          icon="external"
          href={route.url}
          onPress={() => onForm(route.mechanismId, route.url)}
        >
          {text('byHandOpen')}
        </LinkButton>
        {report.mailto !== null && (
          <LinkButton icon="mail" href={report.mailto}>
            {text('byHandMail')}
          </LinkButton>
        )}
        {phone !== undefined && (
          <LinkButton icon="phone" href={`tel:${dialled(phone)}`}>
            {text('lineCall', { number: phone })}
          </LinkButton>
        )}
      </div>
      {notes.length > 0 && (
        <ul class="door-notes soft small">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <More label={text('factsReady')}>
        <CopyFacts facts={answersInOrder(report, door?.mechanism.form?.asks ?? [])} />
        <p>{text('sentNobody')}</p>
        <p class="soft">{text('reportPolice')}</p>
      </More>
    </div>
  );
}
