// One family after the other, nothing happens to anybody: how long it takes.
import { setTimeout as pause } from 'node:timers/promises';

import type { LaunchOptions } from '../../../../scripts/chromium.ts';
import type { TrialDesk } from '../../../../scripts/desk/desk.ts';
import { deskOf } from '../../../e2e/fixtures/desk.ts';
import { Family, perDay } from './family.ts';

type Peace = {
  readonly desk: TrialDesk;
  readonly launch: Omit<LaunchOptions, 'profile'>;
  readonly clicks: number;
};
type Calm = {
  readonly reportIds: readonly string[];
  /** Milliseconds from the click to the answer that it is kept. */
  readonly durable: readonly number[];
  /** Seconds from the end of the undo window to the receipt. */
  readonly receipt: readonly number[];
};

const apartMs = 2500;

export async function inPeace({ desk, launch, clicks }: Peace): Promise<Calm> {
  const calm = { reportIds: [], durable: [], receipt: [] } as {
    reportIds: string[];
    durable: number[];
    receipt: number[];
  };
  for (let done = 0; done < clicks; done += perDay) {
    const family = await Family.open(launch, deskOf(desk));
    const filed = [];
    for (let page = 0; page < perDay; page += 1) {
      filed.push(await family.reports(`peace/${page}`));
      // Each is to be alone on its way: delivery goes one after the other.
      await pause(apartMs);
    }
    for (const { reportId, undoUntil, durableMs } of filed) {
      if (undoUntil === null) throw new Error('A report that could not be undone');
      await pause(Math.max(0, undoUntil - 200 - Date.now()));
      const at = await family.deliveredAt(reportId);
      calm.reportIds.push(reportId);
      calm.durable.push(durableMs);
      calm.receipt.push((at - undoUntil) / 1000);
    }
    await family.close();
  }
  return calm;
}
