import { useCallback, useEffect, useState } from 'preact/hooks';

import { useFocusPlace } from '@/components/page/use-focus-place.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { OneReport } from './OneReport.tsx';
import { OwnReport } from './OwnReport.tsx';
import { Sure } from './Sure.tsx';

export type MyReportsProps = {
  /** "cards": on a page of its own. */
  readonly look?: 'cards';
};

/** The child's own reports on this device: where each is, all of one in its place, and a way to erase them. */
export function MyReports({ look }: MyReportsProps) {
  const { text, ask } = useServices();
  const { reports, read } = useReports();
  const [openId, setOpenId] = useState<string | null>(null);
  const { place, takeFocus } = useFocusPlace();
  const turn = (reportId: string | null) => {
    setOpenId(reportId);
    takeFocus();
    void read();
  };
  const forget = async (reportIds: readonly string[]) => {
    for (const reportId of reportIds) await ask('reports.forget', { reportId });
    await read();
    takeFocus();
  };
  if (reports === null) return null;
  const opened = openId !== null && <Opened reportId={openId} onBack={() => turn(null)} />;
  const list = <List reports={reports} onOpen={turn} onForget={(ids) => void forget(ids)} />;
  return (
    <div class="stack" ref={place} tabIndex={-1}>
      {reports.length === 0 && openId === null && <p class="soft">{text('reportsNone')}</p>}
      {/* In place: an address of its own would stay in the browser's history. */}
      {opened && look === 'cards' ? <Card>{opened}</Card> : opened || list}
    </div>
  );
}

function useReports() {
  const { ask, onChanged } = useServices();
  const [reports, setReports] = useState<readonly ReportState[] | null>(null);
  const read = useCallback(async () => {
    const answered = await ask('reports.read', {});
    if (answered.ok) setReports(answered.value.reports);
  }, [ask]);
  useEffect(() => {
    void read();
    return onChanged(() => void read());
  }, [read, onChanged]);
  return { reports, read };
}

function Opened({ reportId, onBack }: { reportId: string; onBack: () => void }) {
  const { text } = useServices();
  return (
    <div class="stack">
      <div class="row">
        <Button kind="plain" icon="back" onPress={onBack}>
          {text('back')}
        </Button>
      </div>
      <OneReport
        key={reportId}
        reportId={reportId}
        missing={<p class="soft">{text('reportNotFound')}</p>}
      />
    </div>
  );
}

type ListProps = {
  readonly reports: readonly ReportState[];
  readonly onOpen: (reportId: string) => void;
  readonly onForget: (reportIds: readonly string[]) => void;
};

function List({ reports, onOpen, onForget }: ListProps) {
  const { text } = useServices();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ul class="stack">
        {reports.map((report) => (
          <li key={report.reportId} class="help-line">
            <OwnReport
              report={report}
              onOpen={() => onOpen(report.reportId)}
              onForget={() => onForget([report.reportId])}
            />
          </li>
        ))}
      </ul>
      {reports.length > 1 && !asking && (
        <div class="row">
          <Button kind="plain" icon="trash" onPress={() => setAsking(true)}>
            {text('reportsForgetAll')}
          </Button>
        </div>
      )}
      {asking && (
        <Sure
          question={text('forgetAllAsk')}
          yes={text('forgetYes')}
          no={text('forgetNo')}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            onForget(reports.map(({ reportId }) => reportId));
          }}
        />
      )}
    </>
  );
}
