// Further parts of our script, fetched when a page gives reason to: a page with nothing to read or write loads none.
import type { Part, PartsWanted } from '@/rules/messages/page-replies.ts';

import { ask } from './browser.ts';
import { later } from './clock.ts';
import { own } from './document.ts';
import { world } from './world.ts';
import { isWritable } from './writable.ts';

const calmAfterMs = 600;
const loaded = new Set<Part>();
let typing: readonly Part[] = [];
let isListening = false;

export function want(parts: PartsWanted): void {
  if (parts.calm.length > 0) whenCalm(parts.calm);
  ({ typing } = parts);
  if (typing.length === 0) return;
  if (!isListening) addEventListener('focusin', loadIfWritable, true);
  isListening = true;
  loadFor(own('activeElement'));
}

function whenCalm(parts: readonly Part[]): void {
  later(calmAfterMs, () => {
    if (own('readyState') === 'loading' || own('visibilityState') === 'hidden') whenCalm(parts);
    else requestIdleCallback(() => parts.forEach(load), { timeout: 3000 });
  });
}

const loadIfWritable = (event: Event): void => loadFor(event.composedPath()[0]);

function loadFor(target: EventTarget | null | undefined): void {
  if (isWritable(target)) typing.forEach(load);
}

function load(part: Part): void {
  if (loaded.has(part) || world().parts.has(part)) return;
  loaded.add(part);
  void ask('part.load', { part });
}
