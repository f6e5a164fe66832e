import { useState } from 'preact/hooks';

import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Host } from '@/components/ui/Host.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { factOf, isHere, readerName } from './route-words.ts';
import { Sure } from './Sure.tsx';
import { useDoors } from './use-doors.ts';

export type OwnReportProps = {
  readonly report: ReportState;
  readonly onOpen: () => void;
  readonly onForget: () => void;
};

/** One line of the list: where it is, and what can be done with it. What it is about waits inside: a list is seen over a shoulder. */
export function OwnReport({ report, onOpen, onForget }: OwnReportProps) {
  const services = useServices();
  const { text } = services;
  const [asking, setAsking] = useState(false);
  const seen = seenAt(report);
  const doors = useDoors({ topic: null, who: 'me', platform: null });
  const desk = readerName(report, doors, services);
  // Known as long as the report is here: nothing of it is kept once it has arrived.
  const host = factOf(report, 'platform');
  const notes = [
    stateWords(report, desk, text),
    seen === null ? '' : whenWords(services, seen),
    report.receipt === null ? '' : text('reportReceipt', { receipt: report.receipt }),
  ].filter((words) => words !== '');
  return (
    <>
      <p class="strong">{host === null ? text('reportsPage') : <Host name={host} />}</p>
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
  { state, progress, deskHasNone }: ReportState,
  desk: string,
  text: ReturnType<typeof useServices>['text'],
): string {
  if (deskHasNone === true) return text('reportsState-gone', { desk });
  // What the desk says of it is newer than that it arrived.
  return state === 'delivered' && progress !== null && progress !== 'received'
    ? text(`progress-${progress}`)
    : text(`reportsState-${state}`, { desk });
}

/** The fact reads "2026-11-21 15:00 +05:00 (Asia/Karachi)". */
function seenAt(report: ReportState): number | null {
  const found = /^(\S+) (\S+) ?([+-]\d{2}:\d{2}|Z)?/.exec(factOf(report, 'time') ?? '');
  const at =
    found === null ? NaN : Date.parse(`${found[1] ?? ''}T${found[2] ?? ''}${found[3] ?? ''}`);
  return Number.isNaN(at) ? null : at;
}
