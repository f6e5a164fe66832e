import { useState } from 'preact/hooks';

import { LeaveRow } from '@/components/help/LeaveRow.tsx';
import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { DangerFirst } from './DangerFirst.tsx';
import { FiledDetails } from './FiledDetails.tsx';
import { ReportStatus } from './ReportStatus.tsx';
import { factOf, isOver, readerName } from './route-words.ts';
import { SendingConsent } from './SendingConsent.tsx';
import { type Telling, useDoors } from './use-doors.ts';
import type { Reporting } from './use-report.ts';
import { YoungFiled } from './YoungFiled.tsx';

export type FiledProps = {
  readonly reporting: Reporting;
  readonly report: ReportState;
  /** A popup closes when the printer's window opens. */
  readonly mayPrint?: boolean;
};

/** A report that we have: the number for danger, then where it is, then what can be done with it. */
export function Filed({ reporting, report, mayPrint = true }: FiledProps) {
  const services = useServices();
  const { text, band } = services;
  const [who, setWho] = useState<Telling['who']>('me');
  const doors = useDoors({ topic: report.topic, who, platform: factOf(report, 'platform') });
  const isYoung = band === '5-8';
  return (
    <div class="stack filed">
      <DangerFirst danger={doors?.danger} onDanger={isOver(report) ? null : reporting.isUrgent} />
      <ReportStatus
        report={report}
        reader={readerName(report, doors, services)}
        onUndo={() => void reporting.undo()}
      />
      {reporting.isSame && <p>{text('reportSame')}</p>}
      {reporting.failed !== null && (
        <Notice tone="care" live>
          <p>{text('reportFailed')}</p>
        </Notice>
      )}
      {report.route.kind === 'desk' && !isOver(report) && report.state !== 'delivered' && (
        <SendingConsent />
      )}
      {isYoung && <YoungFiled {...{ reporting, report }} />}
      {!isYoung && !isOver(report) && (
        <FiledDetails {...{ reporting, report, doors, mayPrint, who }} onWho={setWho} />
      )}
      {!isYoung && <LeaveRow />}
    </div>
  );
}
