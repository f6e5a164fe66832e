// What somebody at the desk does: open a report, write to whoever sent it, close it.
import { randomUUID } from 'node:crypto';

import { canonicalJson } from '../../rules/canonical.ts';
import { readJson } from '../../rules/json.ts';
import { parseWith } from '../../rules/parse.ts';
import { contentsSchema, messageContentsSchema } from '../../rules/reporting/intake/protocol.ts';
import type { Enclosed } from '../../rules/reporting/intake/requests.ts';
import { type Letter, topicOf } from '../../rules/reporting/schema.ts';
import type { DeskTicket } from './desk.ts';
import type { DeskKeys } from './intake-keys.ts';
import type { IntakeStore, KeptReport } from './intake-store.ts';

export type IntakeOfficer = {
  /** As the list of a desk shows them; whoever only looks at the list has read none. */
  readonly tickets: (reportId?: string) => Promise<readonly DeskTicket[]>;
  /** Opens it: from now on it can not be taken back. null: there is none any more. */
  readonly read: (receipt: string) => Promise<readonly Letter[] | null>;
  readonly say: (receipt: string, text: string) => Promise<void>;
  readonly finish: (receipt: string) => Promise<void>;
  /** What the reporter has written since. */
  readonly heard: (receipt: string) => Promise<readonly string[]>;
};

type Deps = {
  readonly store: IntakeStore;
  readonly keys: DeskKeys | null;
  readonly now: () => number;
  readonly alone: <T>(task: () => Promise<T>) => Promise<T>;
};

export function createIntakeOfficer({ store, keys, now, alone }: Deps): IntakeOfficer {
  const change = (receipt: string, next: (report: KeptReport) => KeptReport): Promise<void> =>
    alone(async () => {
      const report = store.byReceipt(receipt);
      if (report !== null && !report.isWithdrawn) await store.save(next(report));
    });
  return {
    async tickets(reportId) {
      const live = store.list().filter(({ isWithdrawn }) => !isWithdrawn);
      const wanted = live.filter((one) => reportId === undefined || one.reportId === reportId);
      return Promise.all(wanted.map(async (one) => ticketOf(one, await lettersOf(keys, one))));
    },
    async read(receipt) {
      await change(receipt, (report) => ({
        ...report,
        progress: report.progress === 'done' ? 'done' : 'read',
      }));
      const report = store.byReceipt(receipt);
      return report === null || report.isWithdrawn ? null : lettersOf(keys, report);
    },
    say(receipt, text) {
      const message = { id: randomUUID(), at: new Date(now()).toISOString(), from: 'desk', text };
      return change(receipt, (report) => ({
        ...report,
        messages: [...report.messages, { ...message, from: 'desk' }],
      }));
    },
    finish: (receipt) => change(receipt, (report) => ({ ...report, progress: 'done' })),
    async heard(receipt) {
      const messages = store.byReceipt(receipt)?.messages ?? [];
      const texts = messages.map(({ enclosed }) => wordsIn(keys, enclosed));
      return (await Promise.all(texts)).filter((words) => words !== null);
    },
  };
}

const textOf = async (keys: DeskKeys | null, enclosed: Enclosed): Promise<string> =>
  'open' in enclosed ? canonicalJson(enclosed.open) : ((await keys?.open(enclosed.sealed)) ?? '');

const lettersOf = (keys: DeskKeys | null, { versions }: KeptReport): Promise<Letter[]> =>
  Promise.all(
    versions.map(async ({ enclosed }) => {
      const read = parseWith(contentsSchema, readJson(await textOf(keys, enclosed)));
      if (!read.ok) throw new Error('Kept, and can not be opened: are these the same keys?');
      return read.value.letter;
    }),
  );

async function wordsIn(
  keys: DeskKeys | null,
  enclosed: Enclosed | undefined,
): Promise<string | null> {
  if (enclosed === undefined) return null;
  const read = parseWith(messageContentsSchema, readJson(await textOf(keys, enclosed)));
  return read.ok ? read.value.text : null;
}

function ticketOf(report: KeptReport, letters: readonly Letter[]): DeskTicket {
  const topic = letters.map(topicOf).findLast((one) => one !== null) ?? null;
  const first = letters.find((letter) => letter.schema === 'child-report/1');
  const platform = first?.schema === 'child-report/1' ? first.where.platform : null;
  return {
    id: report.number,
    subject: `Child's report ${report.receipt}: ${topic ?? 'not sorted yet'} - ${platform ?? 'no address'}`,
    status: { received: 'new', read: 'open', done: 'resolved' }[report.progress],
    reportId: report.reportId,
    receipt: report.receipt,
    category: topic ?? 'not sorted',
    contents: letters.map((letter) => canonicalJson(letter)),
  };
}
