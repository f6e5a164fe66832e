// Report, pressed in the warning over a web page. Its process may be somebody else's: it hears as little as its words need.
import type { PageReport, ReportState } from '@/rules/messages/report-replies.ts';
import { redactAddress } from '@/rules/reporting/redact.ts';

import { Refusal } from '../answer.ts';
import type { WorldWithReports } from '../reports.ts';
import type { Sender } from '../sender.ts';
import { fileReport, found } from './file-report.ts';
import { isOfSmallest, openFormFromPage } from './open-form.ts';

/** Its address and title are the browser's word, not the page's message. */
export async function fileFromPage(world: WorldWithReports, from: Sender): Promise<PageReport> {
  const filed = await fileReport(world, { url: from.url, title: from.title });
  return forPage(world, await openFormFromPage(world, filed, from));
}

/** A page may take back only what was filed for its own address, and only while the warning offers it. */
export async function undoFromPage(
  world: WorldWithReports,
  from: Sender,
  reportId: string,
): Promise<PageReport> {
  const reports = world.reports();
  const present = await reports.read(reportId);
  if (present?.state !== 'undoable' || !isAbout(present, from.url)) throw new Refusal('not-found');
  return forPage(world, found(await reports.undo(reportId)));
}

async function forPage(
  world: WorldWithReports,
  { reportId, state, undoUntil, now, route }: ReportState,
): Promise<PageReport> {
  const rest = { reportId, state, undoUntil, now };
  if (route.kind === 'desk') return { ...rest, route: { kind: 'desk', name: route.name } };
  const url = (await isOfSmallest(world)) ? null : route.url;
  const form = { kind: 'form', operator: route.operator, url } as const;
  return { ...rest, route: form };
}

const isAbout = ({ facts }: ReportState, url: string): boolean =>
  facts.some(({ key, value }) => key === 'address' && value === redactAddress(url).address);
