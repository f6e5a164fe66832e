import './report.css';
import type { ComponentChildren } from 'preact';

import { useFocusPlace } from '@/components/page/use-focus-place.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';

import { Filed } from './Filed.tsx';
import { NotKept } from './NotKept.tsx';
import { useHandOver } from './use-hand-over.ts';
import { useReport } from './use-report.ts';

export type ReportCardProps = {
  /** The address to report; without it the popup's own tab is meant. */
  readonly url?: string;
  /** A report that was filed before this opened. */
  readonly reportId?: string;
  readonly kind?: 'plain' | 'quiet';
  readonly size?: 'wide';
  /** A popup closes when the printer's window opens. */
  readonly mayPrint?: boolean;
  /** Stands beside the button, then below what became of the report. */
  readonly children?: ComponentChildren;
};

/** One press reports the page. What happens to it is said right here, and all the rest can be left out. */
export function ReportCard(props: ReportCardProps) {
  const { url, reportId, kind = 'plain', size, mayPrint = true, children } = props;
  const { text } = useServices();
  const reporting = useReport({
    ...(url === undefined ? {} : { url }),
    ...(reportId === undefined ? {} : { reportId }),
  });
  const handOver = useHandOver();
  const { place, takeFocus } = useFocusPlace();
  const { report, failed, busy } = reporting;
  const press = async () => {
    const filed = await reporting.file();
    takeFocus();
    if (filed !== null) handOver(filed);
  };
  return (
    <div class="stack" data-saathi="report" ref={place} tabIndex={-1}>
      {report && (
        <Card>
          <Filed reporting={reporting} report={report} mayPrint={mayPrint} />
        </Card>
      )}
      <div class="row">
        {report === null && (
          <Button
            kind={kind}
            {...(size && { size })}
            icon="report"
            busy={busy}
            onPress={() => void press()}
          >
            {text('helpReport')}
          </Button>
        )}
        {children}
      </div>
      {report === null && failed !== null && <NotKept failed={failed} />}
    </div>
  );
}
