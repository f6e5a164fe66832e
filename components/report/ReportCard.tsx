import './report.css';
import type { ComponentChildren } from 'preact';

import { useFocusPlace } from '@/components/page/use-focus-place.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

import { Filed } from './Filed.tsx';
import { useReport } from './use-report.ts';

export type ReportCardProps = {
  /** The address to report; without it the popup's own tab is meant. */
  readonly url?: string;
  readonly kind?: 'plain' | 'quiet';
  readonly size?: 'wide';
  /** Stands beside the button, then below what became of the report. */
  readonly children?: ComponentChildren;
};

/** One press reports the page. What happens to it is said right here, and all the rest can be left out. */
export function ReportCard({ url, kind = 'plain', size, children }: ReportCardProps) {
  const { text } = useServices();
  const reporting = useReport(url === undefined ? {} : { url });
  const { place, takeFocus } = useFocusPlace();
  const { report, failed, busy } = reporting;
  return (
    <div class="stack" data-saathi="report" ref={place} tabIndex={-1}>
      {report && <Filed reporting={reporting} report={report} />}
      <div class="row">
        {report === null && (
          <Button
            kind={kind}
            {...(size && { size })}
            icon="report"
            busy={busy}
            onPress={() => void reporting.file().then(takeFocus)}
          >
            {text('helpReport')}
          </Button>
        )}
        {children}
      </div>
      {report === null && failed && (
        <Notice tone="care" live>
          <p class="strong">{text('reportFailed')}</p>
          <p>{text('reportFailedNext')}</p>
        </Notice>
      )}
    </div>
  );
}
