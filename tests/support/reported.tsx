// A page whose report is filed by one press, for tests of what follows.
import { ReportCard } from '@/components/report/ReportCard.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { mount, type Mounted, type MountOptions } from './mount.tsx';
import { aReport } from './page-replies.ts';

export const reportedUrl = 'https://play.games.test/level/7';

/** Not pressed yet. */
export const reportCard = (report: ReportState, options: MountOptions = {}): Promise<Mounted> =>
  mount(<ReportCard url={reportedUrl} />, {
    ...options,
    replies: { 'report.file': report, 'report.read': report, ...options.replies },
  });

export async function reported(report: ReportState, options?: MountOptions): Promise<Mounted> {
  const page = await reportCard(report, options);
  await page.press(
    /^(?:Report this page|Tell about this page|اس صفحے کی رپورٹ کریں|اس صفحے کے بارے میں بتائیں)$/,
  );
  return page;
}

export const sentIn = (page: Mounted, name: string): readonly unknown[] =>
  page.platform.asked.filter((message) => message.name === name).map(({ body }) => body);

const nccia = {
  kind: 'form',
  mechanismId: 'pk-national-cyber-crime-investigation-agenc',
  operator: 'National Cyber Crime Investigation Agency (NCCIA)',
  url: 'https://complaint.nccia.gov.pk/',
} as const;

/** A report that a person has to bring to the form of the national agency. */
export const aByHandReport = (changes: Partial<ReportState> = {}): ReportState =>
  aReport({
    state: 'by-hand',
    undoUntil: null,
    route: nccia,
    mailto: 'mailto:desk@example.test',
    byHandWhy: 'no-desk',
    ...changes,
  });

/** A report that has arrived: only its receipt is left here, and what the desk says of it. */
export const anArrivedReport = (changes: Partial<ReportState> = {}): ReportState =>
  aReport({
    state: 'delivered',
    undoUntil: null,
    receipt: 'RT-1042',
    facts: [{ key: 'reportId', value: '0197-4c1a' }],
    progress: 'received',
    ...changes,
  });
