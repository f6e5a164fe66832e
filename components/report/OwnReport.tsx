import { useState } from 'preact/hooks';

import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Host } from '@/components/ui/Host.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { deskName, factOf, isHere } from './route-words.ts';
import { Sure } from './Sure.tsx';

export type OwnReportProps = {
  readonly report: ReportState;
  readonly onOpen: () => void;
  readonly onForget: () => void;
};

/** One line of the list: what it was about, where it is, and what can be done with it. */
export function OwnReport({ report, onOpen, onForget }: OwnReportProps) {
  const services = useServices();
  const { text } = services;
  const [asking, setAsking] = useState(false);
  const seen = seenAt(report);
  const desk = deskName(report.route);
  // Known as long as the report is here: nothing of it is kept once it has arrived.
  const host = factOf(report, 'platform');
  const notes = [
    stateWords(report, text),
    seen === null ? '' : whenWords(services, seen),
    report.receipt === null ? '' : text('reportReceipt', { receipt: report.receipt }),
  ].filter((words) => words !== '');
  return (
    <>
      <p class="strong">
        {text(report.topic === null ? 'reportsPage' : `topicReport-${report.topic}`)}
        {host !== null && (
          <>
            {' · '}
            <Host name={host} />
          </>
        )}
      </p>
      <p class="soft small">{notes.join(' · ')}</p>
      {asking ? (
        <Sure
          question={text(isHere(report) ? 'forgetAskHere' : 'forgetAskGone', { desk })}
          yes={text('forgetYes')}
          no={text('forgetNo')}
          onYes={onForget}
          onNo={() => setAsking(false)}
        />
      ) : (
        <div class="row">
          <Button size="small" icon="eye" onPress={onOpen}>
            {text('reportsOpen')}
          </Button>
          <Button size="small" icon="trash" onPress={() => setAsking(true)}>
            {text('reportsForget')}
          </Button>
        </div>
      )}
    </>
  );
}

function stateWords(
  { state, progress, route }: ReportState,
  text: ReturnType<typeof useServices>['text'],
): string {
  // What the desk says of it is newer than that it arrived.
  return state === 'delivered' && progress !== null && progress !== 'received'
    ? text(`progress-${progress}`)
    : text(`reportsState-${state}`, { desk: deskName(route) });
}

/** The fact reads "2026-11-21 15:00 +05:00 (Asia/Karachi)". */
function seenAt(report: ReportState): number | null {
  const found = /^(\S+) (\S+) ?([+-]\d{2}:\d{2}|Z)?/.exec(factOf(report, 'time') ?? '');
  const at =
    found === null ? NaN : Date.parse(`${found[1] ?? ''}T${found[2] ?? ''}${found[3] ?? ''}`);
  return Number.isNaN(at) ? null : at;
}
