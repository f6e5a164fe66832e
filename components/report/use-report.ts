import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { Answered, Body, Refused } from '@/rules/messages/contract.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';

/** A report under way is looked at again this often; one whose desk did not answer at once, less. */
const soonMs = 1500;
const laterMs = 30_000;

export type Details = Omit<Body<'report.add'>, 'reportId'>;
export type Reporting = {
  /** null: nothing filed. */
  readonly report: ReportState | null;
  readonly busy: boolean;
  /** A known id was looked for; without a report now, there is none. */
  readonly looked: boolean;
  /** The last step did not work, and why: nothing is lost, it can be tried again. */
  readonly failed: Refused | null;
  /** Pressed for a page that had been reported before: it is the report of then. */
  readonly isSame: boolean;
  /** Answers with what was filed; null: nothing could be. */
  readonly file: () => Promise<ReportState | null>;
  readonly add: (details: Details) => Promise<boolean>;
  /** Writes into the report that it is urgent. Whoever says so has other things to read than that it did not work. */
  readonly isUrgent: () => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly withdraw: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly reply: (words: string) => Promise<boolean>;
};

/** One report: filed by one press, or read by its id. */
export function useReport(from: { readonly url?: string; readonly reportId?: string }): Reporting {
  const { ask } = useServices();
  const { url, reportId: knownId } = from;
  const [report, setReport] = useState<ReportState | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Refused | null>(null);
  const [isSame, setIsSame] = useState(false);
  const reportId = report?.reportId ?? knownId ?? null;
  const looked = useReading(reportId, report, setReport);

  const take = async (
    asking: Promise<Answered<'report.read'>> | null,
  ): Promise<ReportState | null> => {
    if (asking === null) return null;
    setBusy(true);
    const answered = await asking;
    setBusy(false);
    setFailed(answered.ok ? null : answered.failure);
    if (answered.ok) setReport(answered.value);
    return answered.ok ? answered.value : null;
  };
  const step = (name: 'report.undo' | 'report.withdraw' | 'report.refresh') =>
    take(reportId === null ? null : ask(name, { reportId }));

  return {
    report,
    busy,
    looked,
    failed,
    isSame,
    async file() {
      const filed = await take(ask('report.file', url === undefined ? {} : { url }));
      setIsSame(filed !== null && filed.state !== 'undoable' && filed.state !== 'by-hand');
      return filed;
    },
    add: async (details) =>
      (await take(reportId === null ? null : ask('report.add', { reportId, ...details }))) !== null,
    async isUrgent() {
      if (reportId === null) return false;
      const answered = await ask('report.add', { reportId, danger: true });
      if (answered.ok) setReport(answered.value);
      return answered.ok;
    },
    undo: async () => void (await step('report.undo')),
    withdraw: async () => void (await step('report.withdraw')),
    refresh: async () => void (await step('report.refresh')),
    reply: async (words) =>
      (await take(reportId === null ? null : ask('report.reply', { reportId, words }))) !== null,
  };
}

/** Keeps the report on the screen as it is: when something changed, and by looking again while it is under way. */
function useReading(
  reportId: string | null,
  report: ReportState | null,
  setReport: (report: ReportState) => void,
): boolean {
  const { ask, onChanged } = useServices();
  const [looked, setLooked] = useState(false);
  const read = useCallback(async () => {
    if (reportId === null) return;
    const answered = await ask('report.read', { reportId });
    if (answered.ok) setReport(answered.value);
    setLooked(true);
  }, [ask, reportId, setReport]);
  useEffect(() => void read(), [read]);
  useEffect(() => onChanged(() => void read()), [onChanged, read]);
  const pause = pauseFor(report);
  useEffect(() => {
    if (pause === null) return undefined;
    const timer = setTimeout(() => void read(), pause);
    return () => clearTimeout(timer);
  }, [report, pause, read]);
  useNews(report, setReport);
  return looked;
}

/** Once per look at a report that has arrived, its desk is asked what became of it. No answer changes nothing. */
function useNews(report: ReportState | null, setReport: (report: ReportState) => void): void {
  const { ask } = useServices();
  const asked = useRef(false);
  const arrivedId =
    report?.state === 'delivered' && report.progress !== null ? report.reportId : null;
  useEffect(() => {
    if (arrivedId === null || asked.current) return;
    asked.current = true;
    void ask('report.refresh', { reportId: arrivedId }).then((answered) => {
      if (answered.ok) setReport(answered.value);
    });
  }, [ask, arrivedId, setReport]);
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
