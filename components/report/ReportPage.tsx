import { HelpButton } from '@/components/help/HelpButton.tsx';
import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import { Screen } from '@/components/ui/Screen.tsx';

import { Filed } from './Filed.tsx';
import { MyReports } from './MyReports.tsx';
import { useReport } from './use-report.ts';

/** One report by itself, as the context menu and the keyboard open it; without an id, the list. */
export function ReportPage({ reportId }: { reportId: string | null }) {
  const { text } = useServices();
  return (
    <Screen surface="report" width="narrow" help={<HelpButton />}>
      <div class="stack-loose">
        <h1>{text(reportId === null ? 'reportListHeading' : 'reportPageHeading')}</h1>
        {reportId === null ? <MyReports /> : <OneReport key={reportId} reportId={reportId} />}
      </div>
    </Screen>
  );
}

function OneReport({ reportId }: { reportId: string }) {
  const { text } = useServices();
  const reporting = useReport({ reportId });
  if (reporting.report !== null) return <Filed reporting={reporting} report={reporting.report} />;
  return reporting.looked ? (
    <Notice tone="calm">
      <p>{text('reportNotFound')}</p>
    </Notice>
  ) : null;
}
