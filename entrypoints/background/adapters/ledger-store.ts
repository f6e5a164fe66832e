// The ledger as one item in two places: rules/time/keeping.ts says why.
import { parseWith } from '@/rules/parse.ts';
import { heldLedgerSchema, isDue, isShared } from '@/rules/time/keeping.ts';
import { emptyLedger, type Ledger, ledgerSchema, lostLedger } from '@/rules/time/ledger.ts';

import type { Area, Item, Lock } from './store.ts';

const key = 'ledger';

type Places = {
  readonly local: Area;
  readonly session: Area;
  readonly lock: Lock;
  readonly isPrivate: boolean;
};

export function createLedgerStore(places: Places): Item<Ledger> {
  const { local, session, lock, isPrivate } = places;
  return {
    read: async () => (await readBoth(places)).newest,
    write: (ledger) =>
      lock(key, async () => {
        await writeThrough(places, (await readBoth(places)).onDisk, ledger);
      }),
    update: (change) =>
      lock(key, async () => {
        const { onDisk, newest } = await readBoth(places);
        const next = change(newest);
        const isKept =
          isPrivate || onDisk === null || isDue(onDisk, next) || isShared(onDisk, next);
        if (!isKept || !(await isWritten(places, onDisk, next))) {
          await session.set({ [key]: { writes: onDisk?.writes ?? 0, ledger: next } });
        }
        return next;
      }),
    clear: () => lock(key, () => local.remove(key)),
  };
}

/** The ledger on the disk, null if it can not be read, and the newest one. */
async function readBoth({
  local,
  session,
}: Places): Promise<{ onDisk: Ledger | null; newest: Ledger }> {
  const [disk, memory] = await Promise.all([local.get(key), session.get(key)]);
  const stored = disk[key] === undefined ? null : parseWith(ledgerSchema, disk[key]);
  const onDisk = stored?.ok === true ? stored.value : null;
  const held = memory[key] === undefined ? null : parseWith(heldLedgerSchema, memory[key]);
  // What is on the disk was written by somebody else since, or is all there is.
  if (held?.ok !== true || (onDisk !== null && (onDisk.writes ?? 0) !== held.value.writes)) {
    return { onDisk, newest: onDisk ?? (stored === null ? emptyLedger : lostLedger) };
  }
  return { onDisk, newest: held.value.ledger };
}

async function writeThrough(
  { local, isPrivate }: Places,
  onDisk: Ledger | null,
  ledger: Ledger,
): Promise<void> {
  // More than both: what memory holds counts on from an older one, and is not believed any more.
  const writes = Math.max(onDisk?.writes ?? 0, ledger.writes ?? 0) + 1;
  const privateAt = isPrivate ? { privateAt: ledger.lastSeen?.at ?? 0 } : {};
  await local.set({ [key]: { ...ledger, writes, ...privateAt } });
}

async function isWritten(places: Places, onDisk: Ledger | null, ledger: Ledger): Promise<boolean> {
  try {
    await writeThrough(places, onDisk, ledger);
    return true;
  } catch {
    return false; // a full disk: while the browser runs, its memory counts on
  }
}
