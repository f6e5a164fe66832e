// A child presses Report in a page, and the outbox's alarm rings.
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { aHousehold, aPolicy } from '../../support/builders.ts';
import type { FakeTab } from '../../support/fake-browser.ts';
import { from } from '../../support/fake-senders.ts';
import type { Home, Worker } from '../../support/fake-world.ts';
import { minute } from './family.ts';

export const strict = aPolicy(
  aHousehold()
    .withCategory('adult', 'block')
    .withFilter({ blocklist: ['chat.test/zaras-room'] }).child,
);
export const factsOf = ({ facts }: ReportState) =>
  Object.fromEntries(facts.map(({ key, value }) => [key, value]));
export const filedFrom = async (worker: Worker, tab: FakeTab): Promise<ReportState> => {
  const { reportId } = await worker.gets('warning.report', {}, from.page(tab));
  return worker.gets('report.read', { reportId }, from.report);
};
/** The outbox's alarm rings after the ten seconds in which a report can be taken back. */
export async function delivers(home: Home, worker: Worker): Promise<void> {
  home.passes(minute);
  worker.browser.alarms.onAlarm.fire({ name: 'outbox' });
  await home.settled();
}
