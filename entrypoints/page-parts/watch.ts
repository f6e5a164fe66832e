// Eyes on the document. document.open() wipes every listener there is, an observer on the document lives on:
// so it is the observer that puts the listeners back.
import { own, rootElement } from './document.ts';
import { askIfDue, hello } from './hello.ts';
import { readLabels } from './labels.ts';
import { world } from './world.ts';

/** Taken first: at document_start, at the window, before any listener of the page. */
const inputs = ['click', 'keydown', 'keypress', 'keyup', 'pointerdown', 'mousedown'] as const;

let seenRoot: Element | null = null;
let saidLabels = '';
/** A page that changes its label without end would keep the background from everything else. */
const mostTimes = 20;
let timesSaid = 0;

export function watch(): void {
  // The first hello has said these already.
  saidLabels = String(readLabels());
  observer.observe(document, { childList: true });
  look();
}

const observer = new MutationObserver(() => look());

function look(): void {
  const root = rootElement();
  if (root !== seenRoot) {
    seenRoot = root;
    listen();
    if (root !== null) observer.observe(root, { childList: true });
  }
  if (own('readyState') !== 'complete') {
    observeHead();
    lookForLabels();
  }
}

function observeHead(): void {
  const head = own('head') as HTMLHeadElement | null;
  if (head !== null) observer.observe(head, { childList: true });
}

function lookForLabels(): void {
  const labels = String(readLabels());
  if (labels === saidLabels || timesSaid >= mostTimes) return;
  saidLabels = labels;
  timesSaid += 1;
  void hello('labels');
}

/** The same functions again are no second listeners. */
function listen(): void {
  for (const input of inputs) addEventListener(input, guardInput, true);
  addEventListener('DOMContentLoaded', lookForLabels);
  addEventListener('load', afterLoad);
  addEventListener('pageshow', shown);
  addEventListener('visibilitychange', askIfDue);
}

const guardInput = (event: Event): void => world().cover?.guardInput(event);

/** After loading the head is left alone: pages write styles into it all the time. */
function afterLoad(): void {
  lookForLabels();
  observer.disconnect();
  observer.observe(document, { childList: true });
  if (seenRoot !== null) observer.observe(seenRoot, { childList: true });
}

function shown(event: PageTransitionEvent): void {
  // A page may send this event itself, as often as it likes.
  if (event.persisted && event.isTrusted) void hello('restored');
}
