// Asks for verdicts: what is near the view, one message at a time, again and again until nothing is open.
import type { Helps } from '@/rules/policy/schema.ts';

import { ask, isAlive } from '../page-parts/browser.ts';
import { pause } from '../page-parts/clock.ts';
import { mark, openAll, settle, stateOf } from './state.ts';

const atOnce = 16;
const mostFailures = 5;

/** Near the view; what has left it is not asked for any more. */
const wanted = new Set<Element>();
let mode: Helps['pictures'] | null = null;
let isAsking = false;
let failures = 0;

/** Where the page was when a grown-up had looked at it: under another address it is another page, without any load. */
let openedAt = '';

export const obey = (now: Helps['pictures']): void => {
  mode = now;
  openedAt = location.href;
  openAll(now === 'off');
};

export const unwant = (element: Element): boolean => wanted.delete(element);

export function want(element: Element): void {
  wanted.add(element);
  if (mode === 'off' && openedAt !== location.href) mode = null;
  if (isAsking) return;
  isAsking = true;
  void work().finally(() => {
    isAsking = false;
  });
}

async function work(): Promise<void> {
  while (wanted.size > 0 && isAlive()) {
    if (mode === 'off') wanted.clear();
    else await (mode === null ? askToBegin() : askOnce());
  }
}

async function askToBegin(): Promise<void> {
  const begun = await ask('pictures.begin', { mark });
  return begun.ok ? obey(begun.value.mode) : failed();
}

async function askOnce(): Promise<void> {
  const open = [...wanted].slice(0, atOnce).flatMap((element) => {
    const state = stateOf(element);
    return state ? [{ element, state }] : [];
  });
  const asked = mode;
  const answer = await ask('pictures.check', {
    addresses: open.map(({ state }) => state.asks),
  });
  if (!answer.ok) return failed();
  failures = 0;
  // What a grown-up has shown meanwhile stays shown.
  if (mode === asked && answer.value.mode !== mode) obey(answer.value.mode);
  answer.value.verdicts.forEach((verdict, place) => {
    const one = open[place];
    if (verdict === null || one === undefined) return;
    const { element, state } = one;
    if (stateOf(element) === state) wanted.delete(element);
    settle(element, state, verdict === 'unchecked' ? 'n' : (verdict[0] as 's' | 'u'));
  });
}

async function failed(): Promise<void> {
  failures += 1;
  if (failures < mostFailures) return pause(1000 * failures);
  failures = 0;
  for (const element of wanted) {
    const state = stateOf(element);
    if (state) settle(element, state, 'n');
  }
  wanted.clear();
}
