// What a desk keeps of a report, in memory or in a folder. No address of a sender, no time but that of arrival.
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import type { Enclosed } from '../../rules/reporting/intake/requests.ts';

export type KeptVersion = {
  readonly version: number;
  readonly hash: string;
  /** As it came: at rest it is sealed as it was on its way. */
  readonly enclosed: Enclosed;
  readonly receivedAt: string;
  readonly signed: string | null;
};
export type KeptMessage = {
  readonly id: string;
  readonly at: string;
  readonly from: 'desk' | 'reporter';
  /** Of the desk. */
  readonly text?: string;
  /** Of the reporter, as it came. */
  readonly enclosed?: Enclosed;
};
export type KeptReport = {
  /** First come, first counted. */
  readonly number: number;
  readonly receipt: string;
  readonly reportId: string;
  /** SHA-256 of the reporter's token: who reads this store can not ask in the reporter's name. */
  readonly tokenHash: string;
  readonly progress: 'received' | 'read' | 'done';
  /** Then nothing but this and the two numbers is left. */
  readonly isWithdrawn: boolean;
  readonly versions: readonly KeptVersion[];
  readonly messages: readonly KeptMessage[];
};

export type IntakeStore = {
  readonly byReport: (reportId: string) => KeptReport | null;
  readonly byReceipt: (receipt: string) => KeptReport | null;
  /** Oldest first. */
  readonly list: () => readonly KeptReport[];
  /** Durable when it answers. */
  readonly save: (report: KeptReport) => Promise<void>;
};

export function memoryStore(
  first: readonly KeptReport[] = [],
  write: (report: KeptReport) => Promise<void> = () => Promise.resolve(),
): IntakeStore {
  const reports = new Map(first.map((report) => [report.reportId, report]));
  const receipts = new Map(first.map(({ receipt, reportId }) => [receipt, reportId]));
  const byReport = (reportId: string): KeptReport | null => reports.get(reportId) ?? null;
  return {
    byReport,
    byReceipt: (receipt) => byReport(receipts.get(receipt) ?? ''),
    list: () => [...reports.values()].toSorted((a, b) => a.number - b.number),
    async save(report) {
      await write(report);
      reports.set(report.reportId, report);
      receipts.set(report.receipt, report.reportId);
    },
  };
}

/** One file for each report. A file is whole or it is not there: it is written beside, forced to the disk, then renamed. */
export async function folderStore(folder: string): Promise<IntakeStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const first: KeptReport[] = [];
  for (const name of names) {
    first.push(JSON.parse(await readFile(join(folder, name), 'utf8')) as KeptReport);
  }
  return memoryStore(first, async (report) => {
    const path = join(folder, `${report.receipt}.json`);
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(report));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  });
}
