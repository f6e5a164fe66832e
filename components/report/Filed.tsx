import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { AddWhat } from './AddWhat.tsx';
import { ByHand } from './ByHand.tsx';
import { ReportStatus } from './ReportStatus.tsx';
import { SendingConsent } from './SendingConsent.tsx';
import { Support } from './Support.tsx';
import type { Reporting } from './use-report.ts';
import { WhoReads } from './WhoReads.tsx';

/** May still be taken back: nothing has left the device. */
const isHere = ({ state }: ReportState): boolean =>
  state === 'undoable' || state === 'waiting' || state === 'by-hand' || state === 'refused';

/** A report that we have: where it is, what can be added, who reads it. */
export function Filed({ reporting, report }: { reporting: Reporting; report: ReportState }) {
  const { text } = useServices();
  const [adding, setAdding] = useState(false);
  if (report.state === 'undone') return <ReportStatus report={report} onUndo={null} />;
  const isTold = adding || report.topic !== null;
  const byHand = report.state === 'by-hand' || report.state === 'refused';
  return (
    <Card>
      <ReportStatus report={report} onUndo={() => void reporting.undo()} />
      {report.route.kind === 'desk' && report.state !== 'delivered' && <SendingConsent />}
      <Support topic={report.topic}>
        {!isTold && (
          <Button icon="plus" onPress={() => setAdding(true)}>
            {text('reportAdd')}
          </Button>
        )}
      </Support>
      {isTold && <AddWhat reporting={reporting} report={report} />}
      {byHand && <ByHand report={report} />}
      <WhoReads report={report} />
      {isHere(report) && report.state !== 'undoable' && (
        <div class="row">
          <Button
            kind="plain"
            icon="undo"
            busy={reporting.busy}
            onPress={() => void reporting.undo()}
          >
            {text('reportTakeBack')}
          </Button>
        </div>
      )}
    </Card>
  );
}
