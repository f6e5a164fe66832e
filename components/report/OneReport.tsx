import './report.css';
import type { ComponentChildren } from 'preact';

import type { ReportState } from '@/rules/messages/report-replies.ts';

import { Filed } from './Filed.tsx';
import { useReport } from './use-report.ts';

export type OneReportProps = {
  readonly reportId: string;
  /** Shown if this device has no such report. */
  readonly missing: ComponentChildren;
  /** What the report is set into. */
  readonly frame?: (report: ReportState, filed: ComponentChildren) => ComponentChildren;
};

/** One report, read by its id. */
export function OneReport({ reportId, missing, frame }: OneReportProps) {
  const reporting = useReport({ reportId });
  const { report, looked } = reporting;
  if (report === null) return looked ? <>{missing}</> : null;
  const filed = <Filed reporting={reporting} report={report} />;
  return <>{frame === undefined ? filed : frame(report, filed)}</>;
}
