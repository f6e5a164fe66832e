// The part of the background that is loaded when it is first needed: our pages' messages, the delivery of reports,
// the making of rules and of words.
import { afterLoss } from '@/rules/lists/after.ts';
import { contract, type Answered, type MessageName } from '@/rules/messages/contract.ts';
import type { NoticeTexts, PageOrder, WarningTexts } from '@/rules/messages/page-replies.ts';
import { createPolicy } from '@/rules/policy/presets.ts';
import { readPolicy } from '@/rules/policy/read.ts';
import type { Policy } from '@/rules/policy/schema.ts';
import { readAgeLabel } from '@/rules/risk/age-label.ts';
import type { Ledger, LedgerRules } from '@/rules/time/ledger.ts';
import type { Stop } from '@/rules/time/notice.ts';

import { createAddressModel } from './adapters/address-model.ts';
import { dnr, type Dnr } from './adapters/dnr.ts';
import type { Tab } from './adapters/tabs.ts';
import { createTextModel } from './adapters/text-model.ts';
import { answer } from './answer.ts';
import { createHandlers } from './handlers.ts';
import { quietly } from './listeners/quietly.ts';
import { createBuilder } from './lists/builder.ts';
import { createListKeeper } from './lists/keeper.ts';
import { readManagedDocument } from './managed-document.ts';
import { keepPacks } from './packs/keep.ts';
import { Pictures } from './pictures.ts';
import { createReports } from './reports.ts';
import type { Ours, UntrustedSender } from './sender.ts';
import { compileRules } from './use-cases/compile-rules.ts';
import { fileDays } from './use-cases/file-days.ts';
import {
  type ClosedTab,
  endGrace,
  graceOrder,
  settleGrace,
  type Settled,
} from './use-cases/grace.ts';
import { growUpIfDue } from './use-cases/grow-up.ts';
import type { Judged } from './use-cases/judge.ts';
import { keepTitles } from './use-cases/keep-titles.ts';
import { makeMenu } from './use-cases/make-menu.ts';
import { noteBlocked } from './use-cases/note-blocked.ts';
import { noticeWords, warningWords } from './use-cases/page-words.ts';
import { keepPictures } from './use-cases/picture-mode.ts';
import { type OpenTab, reportAndShow, showPopup, type Shows } from './use-cases/report-and-show.ts';
import type { Loaded } from './use-cases/situation.ts';
import type { World } from './world.ts';

export const policyRules = {
  readPolicy,
  readManaged: readManagedDocument,
  /** The youngest band's preset, for when nothing readable is left. */
  safestPolicy: (): Policy =>
    createPolicy({
      language: 'en',
      country: 'PK',
      timeZone: 'UTC',
      nickname: '·',
      band: '5-8',
      childId: 'child-1',
    }),
};
export type PolicyRules = typeof policyRules;

export type Later = {
  readonly answer: (
    untrustedMessage: unknown,
    sender: UntrustedSender,
    ours: Ours,
  ) => Promise<Answered<MessageName>>;
  readonly deliverDue: () => Promise<void>;
  /** Lists and packs. */
  readonly keepLists: () => Promise<void>;
  /** Forgets sets that are lost, by key, and has their lists fetched again. */
  readonly mendSets: (lost: readonly string[]) => Promise<void>;
  /** `tab` as it was before it was replaced; null: it is gone. */
  readonly noteBlocked: (judged: Judged, tab: Tab | null) => Promise<void>;
  /** Never throws: each event of the ledger waits for it, and every stop for the event. */
  readonly fileDays: (ledger: Ledger, rules: LedgerRules) => Promise<void>;
  readonly reportAndShow: (linkUrl: string | undefined, tab: OpenTab | undefined) => Promise<void>;
  readonly showPopup: (shows: Shows) => Promise<void>;
  readonly makeMenu: () => Promise<void>;
  readonly warningWords: (judged: Judged) => Promise<WarningTexts>;
  readonly noticeWords: (loaded: Loaded, stop: Stop) => Promise<NoticeTexts>;
  readonly settleGrace: (loaded: Loaded, closed: readonly ClosedTab[]) => Promise<Settled>;
  readonly graceOrder: (tabId: number, judged: Judged) => Promise<PageOrder | null>;
  readonly endGrace: (tabId: number) => Promise<void>;
  /** Does not wait: whatever was agreed for today comes a moment later. */
  readonly growUp: () => void;
  /** The label for adults among what a page says of itself; null: none. */
  readonly ageLabelIn: (labels: readonly string[]) => string | null;
  /** Makes the scripts that cover pictures equal to the policy. */
  readonly keepPictures: (loaded: Loaded) => Promise<void>;
  readonly compileRules: typeof compileRules;
  readonly dnr: Dnr;
};

const furnish = (world: World) => ({
  ...world,
  reports: createReports(world),
  lists: createListKeeper(world, createBuilder()),
  textJudge: createTextModel(),
  addressModel: createAddressModel(),
  pictures: new Pictures(),
});

export function createLater(world: World): Later {
  const full = furnish(world);
  const { lists } = full;
  const desk = { definitions: contract, handlers: createHandlers(full) };
  const growUp = quietly(() => growUpIfDue(world));
  return {
    answer: async (untrustedMessage, sender, ours) =>
      (await answer(desk, untrustedMessage, sender, ours)) ?? {
        ok: false,
        failure: 'not-allowed',
      },
    deliverDue: () => full.reports().deliverDue(),
    keepLists: async () => void (await Promise.all([lists.keep(), keepPacks(world)])),
    async mendSets(lost) {
      await world.stores.lists.update((now) => afterLoss(now, lost));
      // Whoever mends does not wait for the downloads.
      quietly(() => lists.keep())();
    },
    async noteBlocked(judged, tab) {
      quietly(() => keepTitles(world, tab === null ? [] : [tab]))();
      await noteBlocked(world, judged);
    },
    async fileDays(ledger, rules) {
      try {
        await fileDays(world, ledger, rules);
      } catch (error) {
        // oxlint-disable-next-line no-console -- a full or broken database: the day waits in the ledger, and time is kept all the same.
        console.error('Saathi: a day could not be filed', error);
        return;
      }
      growUp();
    },
    reportAndShow: (linkUrl, tab) => reportAndShow(full, linkUrl, tab),
    showPopup: (shows) => showPopup(world, shows),
    makeMenu: () => makeMenu(world),
    warningWords: (judged) => warningWords(world, judged),
    noticeWords: (loaded, stop) => noticeWords(world, loaded, stop),
    settleGrace(loaded, closed) {
      const tabs = closed.map(({ tab }) => tab);
      quietly(() => keepTitles(world, tabs))();
      return settleGrace(world, loaded, closed);
    },
    graceOrder: (tabId, judged) => graceOrder(world, tabId, judged),
    endGrace: (tabId) => endGrace(world, tabId),
    growUp,
    ageLabelIn: (labels) => readAgeLabel(labels)?.label ?? null,
    keepPictures,
    compileRules,
    dnr,
  };
}
