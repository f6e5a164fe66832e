// Eyes on the document. document.open() wipes every listener there is, an observer on the document lives on:
// so it is the observer that puts the listeners back. Every line here runs in every page: the first touch of each
// browser interface costs about a tenth of a millisecond.
import { draw, isCurtained } from './curtain.ts';
import { own, rootElement } from './document.ts';
import { askIfDue, hello } from './hello.ts';
import { lookForLabels } from './labels.ts';
import { dismissOthersFirst } from './show.ts';
import { world } from './world.ts';

let seenRoot: Element | null = null;
let seenHead: Element | null = null;

/** Says hello, and again for each label that comes later: ten at most. */
export function watch(): void {
  // At the start of a page there is nothing to find yet; a page that was open before is another matter.
  if (own('readyState') !== 'loading') {
    lookForLabels();
    dismissOthersFirst();
  }
  void hello('start');
  observer.observe(document, { childList: true });
  look();
}

const observer = new MutationObserver((records) => {
  look();
  if (records.some(mayTellOfLabels)) tellLabels();
});

/** Pages write styles into their head all the time: only a tag of labels there, or a head that is whole, is worth a look. */
const mayTellOfLabels = ({ addedNodes }: MutationRecord): boolean =>
  Array.prototype.some.call(addedNodes, ({ localName }: Element) =>
    /^(?:meta|body|html)$/.test(localName),
  );

function look(): void {
  const [root, head] = [rootElement(), own('head') as HTMLHeadElement | null];
  if (root !== seenRoot) listen();
  if (root !== seenRoot && isCurtained()) draw();
  if (root !== null && root !== seenRoot) observer.observe(root, { childList: true });
  if (head !== null && head !== seenHead) observer.observe(head, { childList: true });
  [seenRoot, seenHead] = [root, head];
}

function tellLabels(): void {
  if (lookForLabels()) void hello('labels');
}

/** The same functions again are no second listeners. Keys and clicks at the window, before any listener of the page. */
function listen(): void {
  addEventListener('click', guardInput, true);
  addEventListener('keydown', guardInput, true);
  addEventListener('DOMContentLoaded', tellLabels);
  addEventListener('pageshow', shown);
  addEventListener('visibilitychange', askIfDue);
}

const guardInput = (event: Event): void => world().cover?.guardInput(event);

function shown(event: PageTransitionEvent): void {
  // A page may send this event itself, as often as it likes.
  if (!event.persisted || !event.isTrusted) return;
  draw();
  void hello('restored');
}
