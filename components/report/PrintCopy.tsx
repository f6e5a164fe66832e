import { dayOf } from '@/components/page/formats.ts';
import { clockWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { Facts } from './Sent.tsx';

export type PrintCopyProps = {
  readonly report: ReportState;
  /** Who reads it, by name. */
  readonly reader: string;
  /** null: the report itself has left this device. */
  readonly sha256: string | null;
};

/** The report on paper: the only thing on the sheet, and on the sheet only. */
export function PrintCopy({ report, reader, sha256 }: PrintCopyProps) {
  const { text, now, language, timeZone } = useServices();
  const at = now();
  const printed = [dayOf(language, at, timeZone), clockWords(at, language, timeZone)];
  return (
    <div class="print-copy stack" aria-hidden="true">
      <h1>{text('printHeading')}</h1>
      <p>{text('printUnchecked')}</p>
      <dl class="seen">
        <div>
          <dt>{text('sentTo')}</dt>
          <dd>{reader}</dd>
        </div>
        {report.receipt !== null && (
          <div>
            <dt>{text('printReceipt')}</dt>
            <dd>{report.receipt}</dd>
          </div>
        )}
        {report.topic !== null && (
          <div>
            <dt>{text('reportWhat')}</dt>
            <dd>{text(`topicReport-${report.topic}`)}</dd>
          </div>
        )}
      </dl>
      <Facts facts={report.facts} />
      {sha256 !== null && (
        <div class="stack-tight">
          <p class="strong">{text('printHash')}</p>
          <p class="print-hash">
            <bdi dir="ltr">{sha256}</bdi>
          </p>
          <p class="small">{text('printHashWhy')}</p>
        </div>
      )}
      <p class="small">
        {text('printMade', {
          when: new Intl.ListFormat(language, { type: 'unit' }).format(printed),
        })}
      </p>
    </div>
  );
}
