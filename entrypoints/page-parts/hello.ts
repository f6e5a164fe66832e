// When the background is asked what to show: at the start, for late labels, after a way back, and at the time it named.
import type { Body } from '@/rules/messages/contract.ts';
import type { PageOrder } from '@/rules/messages/page-replies.ts';

import { ask, isAlive } from './browser.ts';
import { later, runningMs } from './clock.ts';
import { isCurtained, lift } from './curtain.ts';
import { own } from './document.ts';
import { labelsSeen } from './labels.ts';
import { want } from './parts.ts';
import { show } from './show.ts';

/** Never faster than this, whatever the answer says. */
const leastMs = 1000;
/** Waits are cut in pieces, so that a sleeping machine or a throttled tab is not late by much. */
const pieceMs = 60_000;
const unansweredMs = 30_000;
const unansweredBehindCurtainMs = 1000;
/** The cover stays until the tab is replaced: if it never is, ask again. */
const stillClosingMs = 3000;

let asked = 0;
let answered = 0;
/** The newest order was to show nothing. */
let isClear = false;
/** Two clocks: one can be moved by a child, the other stands still while the machine sleeps. */
let dueAt: { readonly wall: number; readonly running: number } | null = null;
let waits = 0;

export async function hello(why: Body<'page.hello'>['why']): Promise<void> {
  asked += 1;
  const mine = asked;
  dueAt = null;
  const answer = await ask('page.hello', { why, labels: labelsSeen() });
  // An older question was overtaken by a newer answer. How much time is left is told only once, to whoever asked first.
  if (mine < answered) {
    if (isClear && answer.ok && answer.value.show.kind === 'notice') show(answer.value.show);
    return;
  }
  answered = mine;
  if (answer.ok) {
    obey(answer.value);
    if (answer.value.helps !== undefined) want(answer.value.helps);
  } else if (!isAlive()) lift();
  else askAgainIn(isCurtained() ? unansweredBehindCurtainMs : unansweredMs);
}

export function obey(order: PageOrder): void {
  isClear = order.show.kind === 'nothing';
  show(order.show);
  const againInMs = order.againInMs ?? (order.show.kind === 'closing' ? stillClosingMs : null);
  if (againInMs === null) dueAt = null;
  else askAgainIn(Math.max(againInMs, leastMs));
}

/** Asks if the time has come; a hidden tab waits until it is looked at. */
export function askIfDue(): void {
  if (leftMs() <= 0 && own('visibilityState') !== 'hidden') void hello('timer');
}

const leftMs = (): number =>
  dueAt === null ? Infinity : Math.min(dueAt.wall - Date.now(), dueAt.running - runningMs());

function askAgainIn(ms: number): void {
  dueAt = { wall: Date.now() + ms, running: runningMs() + ms };
  waits += 1;
  waitOn(waits);
}

function waitOn(mine: number): void {
  later(Math.min(Math.max(leftMs(), 0), pieceMs), () => {
    if (mine !== waits || dueAt === null) return;
    if (leftMs() <= 0) askIfDue();
    else waitOn(mine);
  });
}
