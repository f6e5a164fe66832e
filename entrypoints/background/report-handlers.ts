// Messages of reports and of the packs they go by.
import type { ReplyTo } from '@/rules/messages/contract.ts';
import type { reportContract } from '@/rules/messages/report-contract.ts';

import type { HandlersOf } from './answer.ts';
import { Refusal } from './answer.ts';
import type { WorldWithReports } from './reports.ts';
import { fileFromExtension, found } from './use-cases/file-report.ts';
import {
  cardIn,
  closeForm,
  fillForm,
  forgetForm,
  isOfSmallest,
  openForm,
} from './use-cases/open-form.ts';
import { importPack, readPacks } from './use-cases/packs.ts';
import { popupOpened } from './use-cases/report-and-show.ts';

type ReportMessageName = keyof typeof reportContract;
export type ReportHandlers = HandlersOf<ReportMessageName>;

export const createReportHandlers = (world: WorldWithReports): ReportHandlers => ({
  'report.file': ({ url }, from) => fileFromExtension(world, from, url),
  'report.add': async ({ reportId, topic, words, danger }) =>
    found(
      await world.reports().add(reportId, {
        ...(topic === undefined ? {} : { topic }),
        // Nobody of the smallest writes: what is sent in spite of that is not kept.
        ...(words === undefined || (await isOfSmallest(world)) ? {} : { words }),
        ...(danger === undefined ? {} : { danger }),
      }),
    ),
  'popup.opened': async (_, from) => ({
    shows: (await cardIn(world, from)) ?? popupOpened(world).shows,
  }),
  'report.undo': async ({ reportId }) => found(await world.reports().undo(reportId)),
  'report.read': async ({ reportId }) => found(await world.reports().read(reportId)),
  'reports.read': async () => ({ reports: await world.reports().list() }),
  'reports.forget': async ({ reportId }) => {
    await world.reports().forget(reportId);
    await forgetForm(world, reportId);
    return {};
  },
  'report.refresh': async ({ reportId }) => found(await world.reports().refresh(reportId)),
  'report.withdraw': async ({ reportId }) => found(await world.reports().withdraw(reportId)),
  'report.reply': async ({ reportId, words }) => {
    if (await isOfSmallest(world)) throw new Refusal('not-allowed');
    return found(await world.reports().reply(reportId, words));
  },
  'report.copy': async ({ reportId }) => foundCopy(await world.reports().copy(reportId)),

  'form.open': (wish, from) => openForm(world, wish, from),
  'form.fill': ({ reportId }) => fillForm(world, reportId),
  'form.close': ({ reportId }) => closeForm(world, reportId),

  'packs.read': () => readPacks(world),
  'packs.import': ({ file }) => importPack(world, file),
});

const foundCopy = (copy: ReplyTo<'report.copy'> | null): ReplyTo<'report.copy'> => {
  if (copy === null) throw new Refusal('not-found');
  return copy;
};
