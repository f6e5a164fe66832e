import { useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ReportCopy, ReportState } from '@/rules/messages/report-replies.ts';

import { PrintCopy } from './PrintCopy.tsx';

export type KeepCopyProps = {
  readonly report: ReportState;
  readonly reader: string;
  /** A popup closes when the printer's window opens. */
  readonly mayPrint: boolean;
};

/** A file and a sheet of paper, made only when somebody asks for them. */
export function KeepCopy({ report, reader, mayPrint }: KeepCopyProps) {
  const { text, ask, saveFile } = useServices();
  const { reportId } = report;
  const [printed, setPrinted] = useState<ReportCopy | null>(null);
  const [failed, setFailed] = useState(false);
  const copy = async (use: (copy: ReportCopy) => void) => {
    const answered = await ask('report.copy', { reportId });
    setFailed(!answered.ok);
    if (answered.ok) use(answered.value);
  };
  return (
    <div class="stack-tight">
      <p>{text('keepNote')}</p>
      <div class="row">
        <Button
          icon="download"
          onPress={() =>
            void copy(({ file }) => saveFile(`report-${reportId.slice(0, 8)}.json`, file))
          }
        >
          {text('keepSave')}
        </Button>
        {mayPrint && (
          <Button icon="print" onPress={() => void copy(setPrinted)}>
            {text('print')}
          </Button>
        )}
      </div>
      {failed && (
        <Notice tone="care" live>
          <p>{text('reportFailed')}</p>
        </Notice>
      )}
      {printed && (
        <Sheet report={report} reader={reader} copy={printed} onDone={() => setPrinted(null)} />
      )}
    </div>
  );
}

/** Stands on the page only while it is printed: whatever else is printed from there stays itself. */
function Sheet(props: {
  report: ReportState;
  reader: string;
  copy: ReportCopy;
  onDone: () => void;
}) {
  const { print } = useServices();
  const { report, reader, copy, onDone } = props;
  useEffect(() => {
    addEventListener('afterprint', onDone, { once: true });
    print();
    return () => removeEventListener('afterprint', onDone);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- printed once, when it appears.
  }, []);
  return <PrintCopy report={report} reader={reader} sha256={copy.sha256} />;
}
