// From one click to one ticket. Durable before it answers; the same report id on every try; wiped once it arrived.
import type { ReportTopic } from '@/rules/messages/contract.ts';
import type { ReportCopy, ReportState } from '@/rules/messages/report-replies.ts';
import type { Routes } from '@/rules/packs/routes.ts';
import type { MachineDesk } from '@/rules/policy/desk-schema.ts';
import { added, hurried, pendingAddition } from '@/rules/reporting/additions.ts';
import { admit, surplus } from '@/rules/reporting/limits.ts';
import {
  type ByHandWhy,
  type DeskRoute,
  type OutboxEntry,
  reduceEntry,
  undoMs,
} from '@/rules/reporting/outbox-state.ts';
import { nextWake, safetyMs } from '@/rules/reporting/outbox-times.ts';
import { reportStateOf } from '@/rules/reporting/report-state.ts';
import { type Details, hashedForm, withHash } from '@/rules/reporting/report.ts';
import { type Letter, type Report, topicOf } from '@/rules/reporting/schema.ts';

import type { Database } from '../database/database.ts';
import type { Post } from '../network.ts';
import { copyOf } from './copy.ts';
import { refresh, withdraw, writeReply } from './follow.ts';
import { createOutbox, type Lock, type Outbox } from './outbox.ts';
import { sha256Hex } from './seal.ts';
import { sendDue } from './send.ts';

export type DeliveryDeps = {
  readonly database: () => Promise<Database>;
  readonly post: Post;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly lock: Lock;
  /** Calls deliverDue() then, even if this worker dies; null: nothing waits. */
  readonly wakeAt: (instant: number | null) => Promise<void>;
  /** Calls `task` after a few seconds while this worker lives: alarms come no sooner than half a minute. */
  readonly soon: (ms: number, task: () => Promise<void>) => void;
  /** Whether the browser lets a report leave at all; until then it waits, and is not tried. */
  readonly maySend: () => Promise<boolean>;
  /** null: the policy in force names no desk. Throws while the policy can not be read. */
  readonly deskOf: () => Promise<MachineDesk | null>;
  /** routesFor() with the packs and the desk in force. */
  readonly routesOf: (topic: ReportTopic | null) => Promise<Routes>;
  readonly timeZone: () => Promise<string>;
};

export type Delivery = {
  /** The same page within a day answers with the report that is there. */
  readonly file: (report: Report) => Promise<ReportState>;
  readonly undo: (reportId: string) => Promise<ReportState | null>;
  readonly add: (reportId: string, details: Details) => Promise<ReportState | null>;
  /** Asks the desk what became of it. What the desk does not tell stays as it was. */
  readonly refresh: (reportId: string) => Promise<ReportState | null>;
  /** Takes back what has arrived and nobody has read. */
  readonly withdraw: (reportId: string) => Promise<ReportState | null>;
  /** null: nothing was taken. */
  readonly reply: (reportId: string, words: string) => Promise<ReportState | null>;
  readonly copy: (reportId: string) => Promise<ReportCopy | null>;
  readonly forget: (reportId: string) => Promise<void>;
  readonly deliverDue: () => Promise<void>;
  readonly read: (reportId: string) => Promise<ReportState | null>;
  /** Newest first. */
  readonly list: () => Promise<readonly ReportState[]>;
};

export function createDelivery(deps: DeliveryDeps): Delivery {
  const outbox = createOutbox(deps.database, deps.lock);
  const read = (reportId: string) => readState(outbox, reportId, deps.now());
  const deliverDue = async (): Promise<void> => {
    // The alarm that rang is spent, and this worker may die while it waits for another one's request.
    await deps.wakeAt(deps.now() + safetyMs);
    await sendDue(deps, outbox);
    // What is filed at this very moment sets its own alarm: before this, or after it.
    await outbox.alone(async () => deps.wakeAt(nextWake(await outbox.list())));
  };
  return {
    read,
    deliverDue,
    file: (report) => file(deps, outbox, report, deliverDue),
    async undo(reportId) {
      await undo(outbox, reportId, deps.now());
      return read(reportId);
    },
    async add(reportId, details) {
      const ms = await addDetails(deps, outbox, reportId, details);
      if (ms !== null) deps.soon(ms + 20, deliverDue);
      return read(reportId);
    },
    async refresh(reportId) {
      await refresh(deps, outbox, reportId);
      return read(reportId);
    },
    async withdraw(reportId) {
      await withdraw(deps, outbox, reportId);
      return read(reportId);
    },
    async reply(reportId, words) {
      if (!(await writeReply(deps, outbox, reportId, words))) return null;
      deps.soon(0, deliverDue);
      return read(reportId);
    },
    copy: async (reportId) => copyOf(await outbox.list(), reportId),
    forget: (reportId) =>
      outbox.alone(async () => {
        const entries = await outbox.list();
        const own = entries.filter((entry) => entry.reportId === reportId);
        await outbox.remove(own.map(({ entryId }) => entryId));
      }),
    async list() {
      const entries = await outbox.list();
      const own = entries.filter(({ entryId, reportId }) => entryId === reportId).toReversed();
      return own.map((entry) => stateIn(entries, entry, deps.now()));
    },
  };
}

async function file(
  deps: DeliveryDeps,
  outbox: Outbox,
  report: Report,
  deliverDue: () => Promise<void>,
): Promise<ReportState> {
  const letter = await hashed(report);
  const { url } = report.where;
  const addressMark = url === null ? null : await outbox.markOf(url);
  const routes = await deps.routesOf(topicOf(report));
  const filed = await outbox.alone(async () => {
    const entries = await outbox.list();
    const filedAt = deps.now();
    const admission = admit(entries, { addressMark, urgency: report.urgency }, filedAt);
    const same = entries.find(
      ({ entryId }) => admission.kind === 'same' && entryId === admission.reportId,
    );
    if (same !== undefined) return same;
    const desk = admission.kind === 'by-hand' ? null : routes.desk;
    const why = admission.kind === 'by-hand' ? admission.why : 'no-desk';
    const entry = newEntry(letter, { ...routes, desk, why }, { filedAt, addressMark });
    // First the alarm: a worker that dies before it is saved leaves an idle alarm, not a forgotten report.
    if (entry.state === 'queued') await deps.wakeAt(nextWake([...entries, entry]));
    await outbox.save(entry);
    const rest = surplus(entries);
    if (rest.length > 0) await outbox.remove(rest);
    return entry;
  });
  if (filed.state === 'queued') {
    deps.soon(Math.max(0, filed.notBefore - deps.now()) + 20, deliverDue);
  }
  return reportStateOf(filed, null, deps.now());
}

function newEntry(
  letter: Report,
  { desk, endpoint, byHand, why }: Routes & { readonly why: ByHandWhy },
  filed: { readonly filedAt: number; readonly addressMark: string | null },
): OutboxEntry {
  const entry = { entryId: letter.reportId, reportId: letter.reportId, ...filed };
  return desk === null
    ? { ...entry, letter, door: byHand, state: 'by-hand', why }
    : {
        ...entry,
        ...untried(letter, desk, endpoint),
        otherwise: byHand,
        notBefore: filed.filedAt + undoMs,
      };
}

/** What was added behind it goes with it. */
const undo = (outbox: Outbox, reportId: string, at: number): Promise<void> =>
  outbox.alone(async () => {
    const own = (await outbox.list()).filter((entry) => entry.reportId === reportId);
    const entry = own.find(({ entryId }) => entryId === reportId);
    const undone = entry === undefined ? null : reduceEntry(entry, { kind: 'undone', at });
    if (undone?.state !== 'undone' || undone === entry) return;
    // First that: a worker that dies in between leaves no addition whose report is gone.
    const behindIt = own.filter((one) => one !== entry);
    await outbox.remove(behindIt.map(({ entryId }) => entryId));
    await outbox.save(undone);
  });

type Held = Extract<OutboxEntry, { state: 'queued' | 'waiting' }>;

const untried = (letter: Report, route: DeskRoute, endpoint: string | undefined) =>
  ({
    letter,
    route,
    ...(endpoint === undefined ? {} : { endpoint }),
    attempts: 0,
    refusals: 0,
    state: 'queued',
  }) as const;

/** Milliseconds until something of it is to be sent; null: not soon. */
const addDetails = (
  deps: DeliveryDeps,
  outbox: Outbox,
  reportId: string,
  details: Details,
): Promise<number | null> =>
  outbox.alone(async () => {
    const entries = await outbox.list();
    const entry = entries.find(({ entryId }) => entryId === reportId);
    if (entry === undefined) return null;
    const addition = pendingAddition(entries, reportId);
    const { mapping } = await deps.routesOf(details.topic ?? null);
    const change = { instant: deps.now(), timeZone: await deps.timeZone(), mapping };
    const what = added(entry, addition, details, change);
    if (what.kind === 'closed') return null;
    const next =
      what.kind === 'inside'
        ? [await inside(deps, entry, await hashed(what.letter))]
        : behind(entry, { ...what.entry, letter: await hashed(what.entry.letter) }, deps.now());
    await deps.wakeAt(nextWake([...entries, ...next]));
    for (const changed of next) await outbox.save(changed);
    return soonest(next, deps.now());
  });

async function inside(
  deps: DeliveryDeps,
  entry: OutboxEntry,
  letter: Report,
): Promise<OutboxEntry> {
  const { byHand, desk, endpoint } = await deps.routesOf(topicOf(letter));
  const changed = reduceEntry(entry, { kind: 'details-added', letter, door: byHand });
  return letter.urgency === 'now' ? hurried(changed, desk, deps.now(), endpoint) : changed;
}

/** In danger the report it belongs to waits no longer either: it has to be there first. */
function behind(entry: OutboxEntry, addition: Held, now: number): OutboxEntry[] {
  if (addition.letter.urgency !== 'now') return [addition];
  return [hurried(entry, null, now), { ...addition, notBefore: Math.min(addition.notBefore, now) }];
}

function soonest(entries: readonly OutboxEntry[], now: number): number | null {
  const wake = nextWake(entries.filter(({ state }) => state === 'queued' || state === 'waiting'));
  return wake === null || wake - now > undoMs ? null : Math.max(0, wake - now);
}
const hashed = async <L extends Letter>(letter: L): Promise<L> =>
  withHash(letter, await sha256Hex(hashedForm(letter)));

async function readState(
  outbox: Outbox,
  reportId: string,
  now: number,
): Promise<ReportState | null> {
  const entries = await outbox.list();
  const entry = entries.find(({ entryId }) => entryId === reportId);
  return entry === undefined ? null : stateIn(entries, entry, now);
}

const stateIn = (entries: readonly OutboxEntry[], entry: OutboxEntry, now: number): ReportState =>
  reportStateOf(entry, pendingAddition(entries, entry.reportId), now);
