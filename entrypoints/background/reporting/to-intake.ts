// One letter to a desk that speaks docs/intake-protocol.md.
import type { IntakeDesk } from '@/rules/policy/desk-schema.ts';
import type { Work } from '@/rules/reporting/intake/protocol.ts';
import {
  type Expected,
  isReceiptFor,
  readChallenge,
  readSignedReceipt,
  readSubmitted,
  type Submitted,
} from '@/rules/reporting/intake/replies.ts';
import {
  challengeRequest,
  type IntakeRequest,
  letterContents,
  submitRequest,
} from '@/rules/reporting/intake/requests.ts';
import type { OutboxEvent } from '@/rules/reporting/outbox-state.ts';
import type { Receipt } from '@/rules/reporting/receipt.ts';
import type { Letter } from '@/rules/reporting/schema.ts';

import type { NetworkAnswer } from '../network.ts';
import type { DeliveryDeps } from './delivery.ts';
import { broken, failure, unanswered } from './failure.ts';
import { encloseFor, verifiedReceipt } from './seal-to-desk.ts';
import { solveWork } from './work.ts';

/** Or the desk says that the report under which this belongs was taken back. */
export type Sent = OutboxEvent | { readonly kind: 'gone' };

export async function sendToIntake(
  deps: DeliveryDeps,
  letter: Letter,
  desk: IntakeDesk,
  token: string,
): Promise<Sent> {
  const enclosed = await encloseFor(desk, letterContents(letter, token)).catch(() => null);
  // A key that is none: nothing can be sealed, and nothing leaves unsealed.
  if (enclosed === null) return failure(deps, broken);
  const submit = (work: Work | null): Promise<NetworkAnswer> =>
    ask(deps, submitRequest(desk.endpoint, letter, enclosed, work));
  const first = await submit(null);
  if (!isWorkWanted(first, desk, deps)) return eventOf(deps, first, letter, desk);
  const work = await workFor(deps, desk, letter.reportId);
  if (work === null) return failure(deps, broken);
  return eventOf(deps, await submit(work), letter, desk);
}

export const ask = (
  deps: DeliveryDeps,
  { url, method, headers, body }: IntakeRequest,
): Promise<NetworkAnswer> => deps.post(url, { method, headers, body });

function isWorkWanted(
  answer: NetworkAnswer,
  { endpoint }: IntakeDesk,
  deps: DeliveryDeps,
): boolean {
  if (answer.kind !== 'answered' || answer.status !== 428) return false;
  const read = readSubmitted(answer, endpoint, deps.now());
  return !read.ok && read.failure.error === 'work-needed';
}

async function workFor(
  deps: DeliveryDeps,
  { endpoint }: IntakeDesk,
  reportId: string,
): Promise<Work | null> {
  const answer = await ask(deps, challengeRequest(endpoint));
  const wanted = answer.kind === 'answered' ? readChallenge(answer, endpoint) : null;
  if (wanted === null) return null;
  const { challenge, bits } = wanted;
  return { challenge, nonce: await solveWork(challenge, bits, reportId) };
}

async function eventOf(
  deps: DeliveryDeps,
  answer: NetworkAnswer,
  letter: Letter,
  desk: IntakeDesk,
): Promise<Sent> {
  if (answer.kind !== 'answered') return failure(deps, unanswered(answer));
  const now = deps.now();
  const read = readSubmitted(answer, desk.endpoint, now);
  if (!read.ok) {
    return read.failure.error === 'withdrawn' ? { kind: 'gone' } : failure(deps, read.failure);
  }
  const { reportId, version, integrity } = letter;
  const expected = { reportId, version, hash: integrity.hash ?? '' };
  const receipt = await trusted(read.value, desk, expected, now);
  return receipt === null
    ? failure(deps, broken)
    : { kind: 'accepted', receipt, endpoint: desk.endpoint };
}

/** Where the pack names the desk's key, only what that key has signed is a receipt. */
async function trusted(
  { receipt, signed }: Submitted,
  desk: IntakeDesk,
  expected: Expected,
  receivedAt: number,
): Promise<Receipt | null> {
  if (!isReceiptFor(receipt, expected)) return null;
  const kept = { ticket: receipt.receipt, desk: desk.name, receivedAt };
  if (desk.receiptKey === undefined) return kept;
  if (signed === null) return null;
  const payload = await verifiedReceipt(desk.receiptKey, signed);
  const vouched = payload === null ? null : readSignedReceipt(payload);
  return vouched !== null && vouched.receipt === kept.ticket && isReceiptFor(vouched, expected)
    ? { ...kept, signed }
    : null;
}
