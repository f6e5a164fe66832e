// What a desk does with each request of docs/intake-protocol.md. The web server around it is in intake.ts.
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

import { canonicalJson, type Json } from '../../rules/canonical.ts';
import { readJson } from '../../rules/json.ts';
import { parseWith } from '../../rules/parse.ts';
import {
  type Contents,
  contentsSchema,
  type IntakeError,
  intakeLimits,
  messageContentsSchema,
  messageSchema,
  protocol,
  type SignedReceipt,
  submitSchema,
} from '../../rules/reporting/intake/protocol.ts';
import type { Enclosed } from '../../rules/reporting/intake/requests.ts';
import { hashedForm } from '../../rules/reporting/report.ts';
import type { FloodGuard } from './intake-flood.ts';
import type { DeskKeys } from './intake-keys.ts';
import type { IntakeStore, KeptReport, KeptVersion } from './intake-store.ts';

export type Reply = {
  readonly status: number;
  readonly body: Record<string, Json>;
  readonly retryAfter?: number;
};
export type IntakeDeps = {
  readonly name: string;
  readonly store: IntakeStore;
  /** null: a desk that takes reports as they are, under TLS alone, and signs nothing. */
  readonly keys: DeskKeys | null;
  readonly flood: FloodGuard;
  readonly now: () => number;
};

export const problem = (status: number, error: IntakeError, retryAfter?: number): Reply => ({
  status,
  body: { protocol, error },
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
const notFound = problem(404, 'not-found');

export function createIntake(deps: IntakeDeps) {
  const alone = createTurns();
  return {
    submit: (body: string) => submit(deps, alone, body),
    status: (receipt: string, token: string) =>
      ofOwner(deps, receipt, token, async (report) => statusReply(report)),
    message: (receipt: string, token: string, body: string) =>
      alone(() => ofOwner(deps, receipt, token, (report) => takeMessage(deps, report, body))),
    withdraw: (receipt: string, token: string) => alone(() => withdraw(deps, receipt, token)),
    config: () => config(deps),
    challenge(): Reply {
      const { challenge, bits, expiresAt } = deps.flood.challenge();
      const until = new Date(expiresAt).toISOString();
      return { status: 200, body: { protocol, challenge, bits, expiresAt: until } };
    },
    /** Nothing else changes meanwhile. */
    alone,
  };
}

async function submit(deps: IntakeDeps, alone: Alone, body: string): Promise<Reply> {
  const asked = parseWith(submitSchema, readJson(body));
  if (!asked.ok) return problem(400, 'malformed');
  const { reportId, version, work } = asked.value;
  const isNew = deps.store.byReport(reportId) === null;
  // A repeat of what is here needs no work: its sender has lost an answer.
  if (isNew && deps.flood.bits() > 0 && !(work && deps.flood.isWorkDone(work, reportId))) {
    return problem(428, 'work-needed');
  }
  const wait = deps.flood.take();
  if (wait !== null) return problem(429, 'too-many', wait);
  const opened = await openedBy(deps, asked.value);
  if ('error' in opened) return problem(opened.error === 'too-large' ? 413 : 400, opened.error);
  const contents = contentsOf(opened.text);
  if (contents === null) return problem(422, 'not-a-letter');
  const { letter } = contents;
  // Else a sealed letter that somebody got hold of could be sent again under another name.
  if (letter.reportId !== reportId || letter.version !== version) return problem(400, 'malformed');
  return alone(() => keep(deps, contents, opened.enclosed));
}

type Opened =
  | { readonly text: string; readonly enclosed: Enclosed }
  | { readonly error: IntakeError };

async function openedBy(
  { keys }: IntakeDeps,
  { sealed, open }: { readonly sealed?: string | undefined; readonly open?: unknown },
): Promise<Opened> {
  if (keys === null) {
    return open === undefined
      ? { error: 'cannot-open' }
      : { text: canonicalJson(open as Json), enclosed: { open: open as Json } };
  }
  if (sealed === undefined) return { error: 'not-sealed' };
  const text = await keys.open(sealed);
  if (text === null) return { error: 'cannot-open' };
  return Buffer.byteLength(text) > intakeLimits.letterBytes + 100
    ? { error: 'too-large' }
    : { text, enclosed: { sealed } };
}

/** A letter exactly of its schema whose hash is its own; null: it is none. */
function contentsOf(text: string): Contents | null {
  const read = parseWith(contentsSchema, readJson(text));
  if (!read.ok) return null;
  const { letter } = read.value;
  return sha256(hashedForm(letter)) === letter.integrity.hash ? read.value : null;
}

async function keep(
  deps: IntakeDeps,
  { letter, token }: Contents,
  enclosed: Enclosed,
): Promise<Reply> {
  const { store } = deps;
  const { reportId, version, integrity } = letter;
  const before = store.byReport(reportId);
  if (before === null && letter.schema !== 'child-report/1') return notFound;
  if (before !== null && !isTokenOf(before, token)) return problem(409, 'conflict');
  if (before?.isWithdrawn === true) return problem(410, 'withdrawn');
  const hash = integrity.hash ?? '';
  const known = before?.versions.find((one) => one.version === version);
  if (before !== null && known !== undefined) {
    return known.hash === hash ? receiptReply(200, before, known) : problem(409, 'conflict');
  }
  if ((before?.versions.length ?? 0) >= intakeLimits.versions) return problem(409, 'conflict');
  const report = before ?? newReport(store, reportId, token);
  const kept = await keptVersion(deps, report, { version, hash, enclosed });
  const after = { ...report, versions: [...report.versions, kept] };
  await store.save(after);
  return receiptReply(201, after, kept);
}

const newReport = (store: IntakeStore, reportId: string, token: string): KeptReport => ({
  number: store.list().length + 1,
  receipt: newReceipt(store),
  reportId,
  tokenHash: sha256(token),
  progress: 'received',
  isWithdrawn: false,
  versions: [],
  messages: [],
});

async function keptVersion(
  { keys, now }: IntakeDeps,
  { receipt, reportId }: KeptReport,
  letter: Pick<KeptVersion, 'version' | 'hash' | 'enclosed'>,
): Promise<KeptVersion> {
  const { version, hash } = letter;
  const receivedAt = new Date(now()).toISOString();
  const vouched: SignedReceipt = { protocol, receipt, reportId, version, hash, receivedAt };
  const signed = keys === null ? null : await keys.sign(canonicalJson(vouched));
  return { ...letter, receivedAt, signed };
}

const receiptReply = (
  status: number,
  { receipt, reportId }: KeptReport,
  { version, hash, receivedAt, signed }: KeptVersion,
): Reply => ({
  status,
  body: {
    protocol,
    receipt,
    reportId,
    version,
    hash,
    receivedAt,
    ...(signed === null ? {} : { signed }),
  },
});

/** One answer to "there is none" and to "it is not yours". */
async function ofOwner(
  { store }: IntakeDeps,
  receipt: string,
  token: string,
  then: (report: KeptReport) => Promise<Reply>,
): Promise<Reply> {
  const report = store.byReceipt(receipt);
  if (report === null || !isTokenOf(report, token)) return notFound;
  return report.isWithdrawn ? problem(410, 'withdrawn') : then(report);
}

const statusReply = ({ receipt, progress, messages }: KeptReport): Reply => ({
  status: 200,
  body: {
    protocol,
    receipt,
    progress,
    withdrawable: progress === 'received',
    messages: messages
      .filter(({ from }) => from === 'desk')
      .slice(-100)
      .map(({ id, at, text }) => ({ id, at, text: text ?? '' })),
  },
});

async function takeMessage(deps: IntakeDeps, report: KeptReport, body: string): Promise<Reply> {
  const asked = parseWith(messageSchema, readJson(body));
  if (!asked.ok) return problem(400, 'malformed');
  const { messageId } = asked.value;
  const taken = { protocol, messageId };
  if (report.messages.some(({ id }) => id === messageId)) return { status: 200, body: taken };
  if (report.messages.filter(({ from }) => from === 'reporter').length >= intakeLimits.messages) {
    return problem(429, 'too-many', 86_400);
  }
  const opened = await openedBy(deps, asked.value);
  if ('error' in opened) return problem(opened.error === 'too-large' ? 413 : 400, opened.error);
  const read = parseWith(messageContentsSchema, readJson(opened.text));
  if (!read.ok) return problem(422, 'not-a-letter');
  const isHere = read.value.messageId === messageId && read.value.receipt === report.receipt;
  if (!isHere) return problem(400, 'malformed');
  const at = new Date(deps.now()).toISOString();
  const message = { id: messageId, at, from: 'reporter', enclosed: opened.enclosed } as const;
  await deps.store.save({ ...report, messages: [...report.messages, message] });
  return { status: 201, body: taken };
}

async function withdraw({ store }: IntakeDeps, receipt: string, token: string): Promise<Reply> {
  const report = store.byReceipt(receipt);
  if (report === null || !isTokenOf(report, token)) return notFound;
  if (report.progress !== 'received') return problem(409, 'already-read');
  if (!report.isWithdrawn) {
    await store.save({ ...report, isWithdrawn: true, versions: [], messages: [] });
  }
  return { status: 200, body: { protocol, receipt, withdrawn: true } };
}

const config = ({ name, keys, flood }: IntakeDeps): Reply => ({
  status: 200,
  body: {
    protocol,
    name,
    languages: ['en', 'ur'],
    categories: [],
    hours: null,
    letterBytes: intakeLimits.letterBytes,
    messageLength: intakeLimits.messageLength,
    sealKey: keys?.sealKey ?? null,
    receiptKey: keys?.receiptKey ?? null,
    workBits: flood.bits(),
  },
});

const isTokenOf = ({ tokenHash }: KeptReport, token: string): boolean =>
  timingSafeEqual(Buffer.from(tokenHash, 'hex'), Buffer.from(sha256(token), 'hex'));

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Neither 0 nor O, 1 nor I: somebody may have to say it over a telephone. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
function newReceipt(store: IntakeStore): string {
  const part = (): string =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  const receipt = `${part()}-${part()}-${part()}`;
  return store.byReceipt(receipt) === null ? receipt : newReceipt(store);
}

type Alone = <T>(task: () => Promise<T>) => Promise<T>;

/** One change after the other, each on what the one before has left. */
function createTurns(): Alone {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    last = mine.catch(() => null);
    return mine;
  };
}
