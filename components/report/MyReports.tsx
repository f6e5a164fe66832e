import { useCallback, useEffect, useState } from 'preact/hooks';

import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Host } from '@/components/ui/Host.tsx';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { deskName } from './ReportStatus.tsx';

/** The child's own reports on this device: where each is, and a way to delete it here. */
export function MyReports() {
  const { text, ask, onChanged } = useServices();
  const [reports, setReports] = useState<readonly ReportState[] | null>(null);
  const read = useCallback(async () => {
    const answered = await ask('reports.read', {});
    if (answered.ok) setReports(answered.value.reports);
  }, [ask]);
  useEffect(() => {
    void read();
    return onChanged(() => void read());
  }, [read, onChanged]);
  if (reports === null) return null;
  if (reports.length === 0) return <p class="soft">{text('reportsNone')}</p>;
  return (
    <ul class="stack">
      {reports.map((report) => (
        <li key={report.reportId} class="help-line">
          <OwnReport
            report={report}
            onForget={() => void ask('reports.forget', { reportId: report.reportId }).then(read)}
          />
        </li>
      ))}
    </ul>
  );
}

function OwnReport({ report, onForget }: { report: ReportState; onForget: () => void }) {
  const services = useServices();
  const { text } = services;
  const seen = seenAt(report);
  // Known as long as the report is here: nothing of it is kept once it has arrived.
  const host = report.facts.find(({ key }) => key === 'platform')?.value;
  return (
    <>
      <p class="strong">
        {text(report.topic === null ? 'reportsPage' : `topicReport-${report.topic}`)}
        {host !== undefined && (
          <>
            {' · '}
            <Host name={host} />
          </>
        )}
      </p>
      <p class="soft small">
        {[
          text(`reportsState-${report.state}`, { desk: deskName(report.route) }),
          seen === null ? '' : whenWords(services, seen),
          report.receipt === null ? '' : text('reportReceipt', { receipt: report.receipt }),
        ]
          .filter((words) => words !== '')
          .join(' · ')}
      </p>
      <div class="row">
        <LinkButton
          size="small"
          icon="eye"
          href={`/report.html#${encodeURIComponent(report.reportId)}`}
        >
          {text('reportsOpen')}
        </LinkButton>
        <Button size="small" icon="trash" onPress={onForget}>
          {text('reportsForget')}
        </Button>
      </div>
    </>
  );
}

/** The fact reads "2026-11-21 15:00 +05:00 (Asia/Karachi)". */
function seenAt(report: ReportState): number | null {
  const fact = report.facts.find(({ key }) => key === 'time')?.value ?? '';
  const found = /^(\S+) (\S+) ?([+-]\d{2}:\d{2}|Z)?/.exec(fact);
  const at =
    found === null ? NaN : Date.parse(`${found[1] ?? ''}T${found[2] ?? ''}${found[3] ?? ''}`);
  return Number.isNaN(at) ? null : at;
}
