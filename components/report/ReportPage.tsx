import './report.css';
import { HelpButton } from '@/components/help/HelpButton.tsx';
import { LeaveRow } from '@/components/help/LeaveRow.tsx';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Screen } from '@/components/ui/Screen.tsx';

import { MyReports } from './MyReports.tsx';
import { OneReport } from './OneReport.tsx';
import { SideCard } from './SideCard.tsx';

export type ReportPageProps = {
  /** null: the list of all. */
  readonly reportId: string | null;
  /** In the small window beside an official form; its mechanism, if not the report's own. */
  readonly card?: { readonly mechanismId: string | null } | null;
};

/** The list of this device's reports; one by itself only in the card beside its official form. */
export function ReportPage({ reportId, card = null }: ReportPageProps) {
  const { text } = useServices();
  return (
    <Screen surface="report" width="narrow" help={<HelpButton />}>
      <div class="stack-loose">
        <h1>{text(reportId === null ? 'reportListHeading' : 'reportPageHeading')}</h1>
        {reportId === null ? (
          <>
            <MyReports look="cards" />
            <LeaveRow />
          </>
        ) : (
          <OneReport
            key={reportId}
            reportId={reportId}
            missing={<Missing />}
            frame={(report, filed) =>
              card === null ? (
                <Card>{filed}</Card>
              ) : (
                <SideCard report={report} mechanismId={card.mechanismId}>
                  <Card>{filed}</Card>
                </SideCard>
              )
            }
          />
        )}
      </div>
    </Screen>
  );
}

function Missing() {
  const { text } = useServices();
  return (
    <>
      <Notice tone="calm">
        <p>{text('reportNotFound')}</p>
      </Notice>
      <LeaveRow />
    </>
  );
}
