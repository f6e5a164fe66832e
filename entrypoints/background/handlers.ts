// The table of contents of the product: message name -> use case. Those a verdict waits for are in page-handlers.ts.
import type { MessageName } from '@/rules/messages/contract.ts';
import type { PageMessageName } from '@/rules/messages/page-contract.ts';

import type { HandlersOf } from './answer.ts';
import { createCodesHandlers } from './codes/handlers.ts';
import { createGrowingHandlers } from './growing-handlers.ts';
import { createHelpHandlers, type HelpWorld } from './help-handlers.ts';
import type { WorldWithLists } from './lists/keeper.ts';
import { createPicturesHandlers } from './pictures-handlers.ts';
import { createReportHandlers } from './report-handlers.ts';
import type { WorldWithReports } from './reports.ts';
import { leaveWarning, passWarning, replaceTampered } from './use-cases/answer-hello.ts';
import { answerAsked, askGuardian, readRequests } from './use-cases/ask-guardian.ts';
import type { WorldWithPictures } from './use-cases/check-pictures.ts';
import { explainStanding } from './use-cases/explain-standing.ts';
import { finishSetup } from './use-cases/finish-setup.ts';
import { endOverride, giveTime, spotOf, startRest } from './use-cases/give-time.ts';
import { changeGuardian, noteHandover, recoverGuardian } from './use-cases/guardian-secret.ts';
import { readJournal } from './use-cases/journal.ts';
import { readDay } from './use-cases/read-day.ts';
import { confirmClock, readHistory } from './use-cases/read-history.ts';
import { readLists, refreshList } from './use-cases/read-lists.ts';
import { readPreview } from './use-cases/read-preview.ts';
import { readPolicy, readState } from './use-cases/read-state.ts';
import { fileFromPage, undoFromPage } from './use-cases/report-from-page.ts';
import { savePolicy } from './use-cases/save-policy.ts';
import { challengeGuardian, lockGuardian, readWait, unlockGuardian } from './use-cases/unlock.ts';

export type Handlers = HandlersOf<Exclude<MessageName, PageMessageName>>;

export const createHandlers = (
  world: WorldWithReports & WorldWithLists & HelpWorld & WorldWithPictures,
): Handlers => ({
  'warning.leave': (_, from) => leaveWarning(world, from),
  'warning.continue': (_, from) => passWarning(world, from),
  'warning.tampered': (_, from) => replaceTampered(world, from),
  'warning.report': (_, from) => fileFromPage(world, from),
  'warning.undo': ({ reportId }, from) => undoFromPage(world, from, reportId),

  'state.read': () => readState(world),
  'visit.explain': ({ url }, { tabId }) => explainStanding(world, url, tabId),

  'setup.finish': (chosen) => finishSetup(world, chosen),
  'guardian.wait': () => readWait(world),
  'guardian.challenge': () => challengeGuardian(world),
  'guardian.unlock': (proof) => unlockGuardian(world, proof),
  'guardian.lock': () => lockGuardian(world),
  'guardian.recover': (recovery) => recoverGuardian(world, recovery),
  'guardian.change': (change) => changeGuardian(world, change),
  'handover.seen': ({ childId }) => noteHandover(world, childId),
  'policy.save': (wanted) => savePolicy(world, wanted),
  'policy.read': () => readPolicy(world),
  'lists.read': () => readLists(world),
  'lists.refresh': ({ id }) => refreshList(world, id),
  'journal.read': () => readJournal(world),
  'day.read': () => readDay(world),
  'history.read': (body, from) => readHistory(world, body, from),
  'clock.confirm': (body) => confirmClock(world, body),

  'request.ask': (question) => askGuardian(world, question),
  'request.answer': (given) => answerAsked(world, given),
  'requests.read': () => readRequests(world),
  'preview.read': (about) => readPreview(world, about),
  'override.end': (ending) => endOverride(world, ending),

  'time.give': (gift) => giveTime(world, gift),
  'rest.start': (rest) => startRest(world, rest),
  'time.spot': (spot) => spotOf(world, spot),

  ...createGrowingHandlers(world),
  ...createCodesHandlers(world),

  ...createReportHandlers(world),
  ...createHelpHandlers(world),
  ...createPicturesHandlers(world),
});
