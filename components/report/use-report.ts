import { useCallback, useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { ReportTopic } from '@/rules/messages/contract.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';

/** A report under way is looked at again this often; one whose desk did not answer at once, less. */
const soonMs = 1500;
const laterMs = 30_000;

export type Reporting = {
  /** null: nothing filed. */
  readonly report: ReportState | null;
  readonly busy: boolean;
  /** A known id was looked for; without a report now, there is none. */
  readonly looked: boolean;
  /** The last step did not work: nothing is lost, it can be tried again. */
  readonly failed: boolean;
  readonly file: () => Promise<void>;
  readonly add: (details: {
    readonly topic?: ReportTopic;
    readonly words?: string;
  }) => Promise<boolean>;
  readonly undo: () => Promise<void>;
};

/** One report: filed by one press, or read by its id. */
export function useReport(from: { readonly url?: string; readonly reportId?: string }): Reporting {
  const { ask, onChanged } = useServices();
  const { url, reportId: knownId } = from;
  const [report, setReport] = useState<ReportState | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [looked, setLooked] = useState(false);
  const reportId = report?.reportId ?? knownId ?? null;

  const take = useCallback(
    async (asking: ReturnType<typeof ask<'report.read'>>): Promise<boolean> => {
      setBusy(true);
      const answered = await asking;
      setBusy(false);
      setFailed(!answered.ok);
      if (answered.ok) setReport(answered.value);
      return answered.ok;
    },
    [],
  );
  const read = useCallback(async () => {
    if (reportId === null) return;
    const answered = await ask('report.read', { reportId });
    if (answered.ok) setReport(answered.value);
    setLooked(true);
  }, [ask, reportId]);

  useEffect(() => void read(), [read]);
  useEffect(() => onChanged(() => void read()), [onChanged, read]);
  const pause = pauseFor(report);
  useEffect(() => {
    if (pause === null) return undefined;
    const timer = setTimeout(() => void read(), pause);
    return () => clearTimeout(timer);
  }, [report, pause, read]);

  return {
    report,
    busy,
    looked,
    failed,
    file: async () => void (await take(ask('report.file', url === undefined ? {} : { url }))),
    add: async (details) => reportId !== null && take(ask('report.add', { reportId, ...details })),
    undo: async () => {
      if (reportId !== null) await take(ask('report.undo', { reportId }));
    },
  };
}

function pauseFor(report: ReportState | null): number | null {
  if (report === null) return null;
  if (report.state === 'undoable') {
    return Math.max(soonMs, (report.undoUntil ?? report.now) - report.now + 300);
  }
  if (report.state === 'sending') return soonMs;
  if (report.state !== 'waiting') return null;
  return report.attempts === 0 ? soonMs : laterMs;
}
