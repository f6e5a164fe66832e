// One modal dialog over everything a page can show, watched against removal. A page may take any part of it away
// at any time: what is found broken is built anew, and if that does not help, the background replaces the tab.
import { ask } from '../page-parts/browser.ts';
import { later, runningMs } from '../page-parts/clock.ts';
import { make, own, rootElement } from '../page-parts/document.ts';
import { endTransition, hush, unhush } from './hush.ts';
import { unveil, veil } from './impose.ts';
import { isIntact } from './intact.ts';
import { createHost, type Hosted } from './shadow.ts';

export type Play = {
  readonly kind: 'warning' | 'closing';
  readonly fill: (dialog: HTMLDialogElement) => void;
  /** Esc: the safest way out. */
  readonly escape: () => void;
};
export type Built = Hosted & { readonly page: HTMLElement; readonly dialog: HTMLDialogElement };

const watchEveryMs = 250;
/** A page may not make a child press what has only just come up under the finger. */
const readableMs = 800;
const strikeWindowMs = 10_000;
const strikesInWindow = 3;
const strikesEver = 9;
/** A page that undoes every change at once, in an observer of its own, is no endless loop. */
const looksPerBeat = 20;

let play: Play | null = null;
let built: Built | null = null;
let isWatching = false;
let isLost = false;
let looksLeft = looksPerBeat;
let readyAt = 0;
let strikes: number[] = [];
let strikesSoFar = 0;
let scrolledTo: readonly [x: number, y: number] = [0, 0];

export const playing = (): Play | null => play;
export const staged = (): Built | null => built;
export const isReady = (): boolean => runningMs() >= readyAt;

export function raise(next: Play): void {
  if (play === null) scrolledTo = [scrollX, scrollY];
  play = next;
  rebuild();
  eyes.observe(document, { childList: true });
  if (!isWatching) watchLater();
}

/** Takes the dialog away and gives the page back as it was. */
export function lower(): void {
  if (play === null) return;
  forget();
  unveil();
  unhush();
  scrollTo({ left: scrolledTo[0], top: scrolledTo[1], behavior: 'instant' });
  // A page that measured itself while it was hidden looks again.
  dispatchEvent(new Event('resize'));
}

/** Changes of the root, its children and our host are put right before they are painted. */
const eyes = new MutationObserver(() => {
  looksLeft -= 1;
  if (looksLeft > 0) look();
});

function keepEyesOn(page: HTMLElement): void {
  eyes.observe(page, { attributes: true, childList: true });
  for (const child of page.children) eyes.observe(child, { attributes: true });
}

function forget(): void {
  eyes.disconnect();
  play = null;
  built?.host.remove();
  built = null;
}

function watchLater(): void {
  isWatching = true;
  later(watchEveryMs, () => {
    isWatching = false;
    looksLeft = looksPerBeat;
    look();
    if (play !== null) watchLater();
  });
}

function look(): void {
  if (play === null) return;
  const retired = built?.dialog.getAttribute('data-retired');
  if (retired === 'nothing') return lower();
  // A newer instance of this script shows its own now, and gives the page back when the time comes.
  if (retired === 'replaced') return forget();
  if (own('visibilityState') === 'hidden' || innerWidth * innerHeight === 0) readyLater();
  else if (built === null || !isIntact(built, isReady())) mend();
  if (built !== null) keepEyesOn(built.page);
}

function mend(): void {
  const now = runningMs();
  strikes = [...strikes.filter((at) => now - at < strikeWindowMs), now];
  strikesSoFar += 1;
  rebuild();
  if (strikes.length >= strikesInWindow || strikesSoFar >= strikesEver) giveUp();
}

function giveUp(): void {
  if (isLost) return;
  isLost = true;
  void ask('warning.tampered', {}).then((answer) => later(answer.ok ? 3000 : 0, goAway));
}

function rebuild(): void {
  const page = rootElement();
  built?.host.remove();
  built = null;
  // Between two roots there is nothing to see; the observer calls when the next one is there.
  if (page === null || play === null) return;
  try {
    built = show(play, page);
    readyLater();
    keepEyesOn(page);
  } catch {
    // Only a page that takes our tools apart gets here: the next look counts it.
  }
}

function show({ kind, fill }: Play, page: HTMLElement): Built {
  const dialog = make('dialog', { closedby: 'none' }) as HTMLDialogElement;
  const hosted = createHost(kind, dialog);
  hush();
  endTransition();
  veil(page, hosted.host);
  Node.prototype.appendChild.call(page, hosted.host);
  fill(dialog);
  dialog.showModal();
  dialog.querySelector('button')?.focus({ preventScroll: true });
  return { ...hosted, page, dialog };
}

const readyLater = (): void => {
  readyAt = runningMs() + readableMs;
};

/** The last way out, when nobody answers any more: no page at all. */
export const goAway = (): void => location.replace('about:blank');
