// Where the ledger is kept. Each event is stored at once where it survives the death of a worker (the browser session's
// memory), and on the disk at most once in each half minute: a browser that is killed loses no more than that, as it does
// between two heartbeats anyway.
import * as z from 'zod/mini';

import { type Ledger, ledgerSchema } from './ledger.ts';

/** The ledger in the session's memory. It counts on from the ledger on the disk that was written `writes` times. */
export const heldLedgerSchema = z.strictObject({ writes: z.number(), ledger: ledgerSchema });
export type HeldLedger = z.infer<typeof heldLedgerSchema>;

const slotMs = 30_000;
const besidePrivateMs = 120_000;

/**
 * Whether the ledger has to go to the disk: once in each slot of half a minute, and at once where it says something that
 * must outlive the browser.
 */
export function isDue(onDisk: Ledger, next: Ledger): boolean {
  const slotOf = ({ lastSeen }: Ledger) => Math.floor((lastSeen?.at ?? 0) / slotMs);
  return (
    slotOf(onDisk) !== slotOf(next) ||
    onDisk.finished.length !== next.finished.length ||
    onDisk.setBacks.length !== next.setBacks.length ||
    onDisk.lostOn !== next.lostOn
  );
}

/**
 * The worker of a private window has a session memory of its own: while one is at work, both write each event to the disk,
 * so that neither counts on from what the other does not know.
 */
export const isShared = ({ privateAt }: Ledger, { lastSeen }: Ledger): boolean =>
  privateAt !== undefined && Math.abs((lastSeen?.at ?? 0) - privateAt) < besidePrivateMs;
