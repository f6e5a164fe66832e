// One family after the other, nothing happens to anybody: how long it takes.
import { setTimeout as pause } from 'node:timers/promises';

import type { LaunchOptions } from '../../../../scripts/chromium.ts';
import type { TrialDesk } from '../../../../scripts/desk/desk.ts';
import { deskOf } from '../../../e2e/fixtures/desk.ts';
import { Family, type Filed, perDay } from './family.ts';

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
  const delivered: Delivered[] = [];
  for (let done = 0; done < clicks; done += perDay) {
    const family = await Family.open(launch, deskOf(desk));
    const watched: Promise<Delivered>[] = [];
    for (let page = 0; page < perDay; page += 1) {
      watched.push(watch(family, await family.reports(`peace/${page}`)));
      // Each is to be alone on its way: delivery goes one after the other.
      await pause(apartMs);
    }
    delivered.push(...(await Promise.all(watched)));
    await family.close();
  }
  return {
    reportIds: delivered.map(({ reportId }) => reportId),
    durable: delivered.map(({ durableMs }) => durableMs),
    receipt: delivered.map(({ receiptMs }) => receiptMs / 1000),
  };
}

type Delivered = {
  readonly reportId: string;
  readonly durableMs: number;
  readonly receiptMs: number;
};

async function watch(
  family: Family,
  { reportId, undoUntil, durableMs }: Filed,
): Promise<Delivered> {
  if (undoUntil === null) throw new Error('A report that could not be undone');
  await pause(Math.max(0, undoUntil - 500 - Date.now()));
  const at = await family.deliveredAt(reportId);
  return { reportId, durableMs, receiptMs: at - undoUntil };
}
