// Once a day: what is over is summed up and kept for a while, and what has served its purpose goes.
import { addDays } from '@/rules/time/dates.ts';
import { type Ledger, type LedgerEvent, type LedgerRules, reduce } from '@/rules/time/ledger.ts';

import type { World } from '../world.ts';
import { keptBlockedMs } from './note-blocked.ts';

/** Days that are over move to the database; only then the ledger lets go of them. */
export async function fileDays(world: World, ledger: Ledger, rules: LedgerRules): Promise<void> {
  if (world.incognito) return;
  const database = await world.database();
  for (const { childId, usage } of ledger.finished) {
    const before = await database.days.read(childId, usage.date);
    const blockedCount = before?.blockedCount ?? 0;
    // Of a day that is over only sums are kept: no host outlives its day.
    const sums = { ...usage, byHost: {} };
    await database.days.save({ childId, date: usage.date, usage: sums, blockedCount });
  }
  const through = ledger.finished
    .map(({ usage }) => usage.date)
    .toSorted()
    .at(-1);
  if (through === undefined) return;
  await forgetOld(world, through);
  const event: LedgerEvent = { kind: 'filed', through, at: world.now(), steady: world.steady() };
  await world.stores.ledger.update((old) => reduce(old, event, rules));
}

export const keptDays = 90;
const keptRequestsMs = 30 * 86_400_000;

/** Once a day: what has served its purpose goes. */
export async function forgetOld(world: World, today: string): Promise<void> {
  const database = await world.database();
  await database.days.forgetBefore(addDays(today, -keptDays));
  await database.requests.forgetBefore(world.now() - keptRequestsMs);
  await database.blocked.forgetBefore(world.now() - keptBlockedMs);
}
