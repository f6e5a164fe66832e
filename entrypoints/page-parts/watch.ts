// Eyes on the document. document.open() wipes every listener there is, an observer on the document lives on:
// so it is the observer that puts the listeners back. Every line here runs in every page: the first touch of each
// browser interface costs about a tenth of a millisecond.
import { own, rootElement } from './document.ts';
import { askIfDue, hello } from './hello.ts';
import { readLabels } from './labels.ts';
import { world } from './world.ts';

let seenRoot: Element | null = null;
let labelsSaid = 0;

/** Says hello, and again for each label that comes later: ten at most. */
export function watch(): void {
  labelsSaid = own('readyState') === 'loading' ? 0 : readLabels().length;
  void hello('start');
  observer.observe(document, { childList: true });
  look();
}

const observer = new MutationObserver(look);

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
  const { length } = readLabels();
  if (length === labelsSaid) return;
  labelsSaid = length;
  void hello('labels');
}

/** The same functions again are no second listeners. Keys and clicks at the window, before any listener of the page. */
function listen(): void {
  addEventListener('click', guardInput, true);
  addEventListener('keydown', guardInput, true);
  addEventListener('DOMContentLoaded', lookForLabels);
  addEventListener('load', afterLoad);
  addEventListener('pageshow', shown);
  addEventListener('visibilitychange', askIfDue);
}

const guardInput = (event: Event): void => world().cover?.guardInput(event);

/** After loading the head is left alone: pages write styles into it all the time. */
function afterLoad(): void {
  observer.disconnect();
  observer.observe(document, { childList: true });
  if (seenRoot !== null) observer.observe(seenRoot, { childList: true });
}

function shown(event: PageTransitionEvent): void {
  // A page may send this event itself, as often as it likes.
  if (event.persisted && event.isTrusted) void hello('restored');
}
