import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { isHere, deskName } from './route-words.ts';
import { Sure } from './Sure.tsx';
import type { Reporting } from './use-report.ts';

/** Stops a report that is still here; asks the desk for one that nobody has read yet. */
export function TakeBack({ reporting, report }: { reporting: Reporting; report: ReportState }) {
  const { text } = useServices();
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, undo, withdraw } = reporting;
  if (isHere(report)) {
    if (report.state === 'undoable') return null;
    return (
      <div class="row">
        <Button kind="plain" icon="undo" busy={busy} onPress={() => void undo()}>
          {text('reportTakeBack')}
        </Button>
      </div>
    );
  }
  if (report.state !== 'delivered') return null;
  if (!report.mayWithdraw) {
    return tried && reporting.failed === null && report.deskHasNone !== true ? (
      <Notice tone="calm" live>
        <p>{text('withdrawTooLate')}</p>
      </Notice>
    ) : null;
  }
  if (asking) {
    return (
      <Sure
        question={text('withdrawAsk', { desk: deskName(report.route) })}
        yes={text('withdrawYes')}
        no={text('withdrawNo')}
        busy={busy}
        onNo={() => setAsking(false)}
        onYes={() => {
          setTried(true);
          void withdraw().then(() => setAsking(false));
        }}
      />
    );
  }
  return (
    <div class="row">
      <Button kind="plain" icon="undo" onPress={() => setAsking(true)}>
        {text('reportTakeBack')}
      </Button>
    </div>
  );
}
