// What its owner may keep of a report: all of it while it is here, its number and hash once it has left.
import type { ReportCopy } from '@/rules/messages/report-replies.ts';
import type { OutboxEntry } from '@/rules/reporting/outbox-state.ts';

/** `entries`: the report and what was added behind it, oldest first; null: there is none. */
export function copyOf(entries: readonly OutboxEntry[], reportId: string): ReportCopy | null {
  const own = entries.filter((entry) => entry.reportId === reportId);
  const [report] = own;
  if (report === undefined) return null;
  const letters = own.flatMap((entry) => ('letter' in entry ? [entry.letter] : []));
  const [letter] = letters;
  if (letter !== undefined && letters.length === 1 && 'letter' in report) {
    return { file: asFile(letter), sha256: letter.integrity.hash };
  }
  const receipt = report.state === 'delivered' ? report.receipt : null;
  const last = report.state === 'delivered' ? (report.last ?? null) : null;
  return {
    file: asFile({
      reportId,
      filedAt: new Date(report.filedAt).toISOString(),
      receipt: receipt?.ticket ?? null,
      receivedAt: receipt === null ? null : new Date(receipt.receivedAt).toISOString(),
      // The desk's word that this text existed then; it opens nothing.
      signed: receipt?.signed ?? null,
      // The newest letter that the desk has, by its hash.
      last,
      letters,
    }),
    sha256: last?.hash ?? null,
  };
}

const asFile = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
