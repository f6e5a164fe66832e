// Brings the second script, once, and tells it what it missed.
import { ask } from '../page-parts/browser.ts';
import { want } from './asking.ts';
import { build } from './bridge.ts';
import { begin, onCovered, settle, stateOf } from './state.ts';

const made = build({ stateOf, begin, settle, want, waiting: [], hear: null });
let isAsked = false;

export function hearOf(element: Element): void {
  if (made.hear !== null) return made.hear(element);
  made.waiting.push(element);
  if (isAsked) return;
  isAsked = true;
  void ask('pictures.more', {});
}

onCovered(hearOf);
