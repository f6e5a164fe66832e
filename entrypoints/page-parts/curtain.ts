// Until the background has judged it, a page is there but not seen: it loads, measures and takes the focus as ever, and
// nothing of it is painted. Inline and `!important`, since no style sheet, animation or content security policy of a
// page outdoes that; a clip, since it neither fades nor costs a layout when it goes (content-visibility, display and
// visibility all take the focus from a search field; opacity fades in wherever everything has a transition).
import { closedRootOf, isAlive } from './browser.ts';
import { later } from './clock.ts';
import { allIn, own, rootElement } from './document.ts';
import { isSheet, lowerSheet, raiseSheet } from './waiting.ts';

type Declaration = readonly [name: string, value: string];

const clip: readonly Declaration[] = [
  ['clip-path', 'inset(50%)'],
  // Firefox paints the root's own background outside of its clip; Chromium fills a window with that colour before the
  // first picture is ready (seen on a screen, for up to a tenth of a second).
  ['background-color', 'canvas'],
  ['background-image', 'none'],
  // What is in transition outdoes even this: a delay of hours would keep the page as it was before a repair.
  ['transition-property', 'none'],
];
/** A clip does not reach into the top layer. This does, but a focus is lost by it. */
const skip: Declaration = ['content-visibility', 'hidden'];
/** Whoever browses at night waits in the dark. */
const dim: Declaration = ['color-scheme', 'light dark'];

const beatMs = 250;
const sheetAfterBeats = 6;
/**
 * A background that is alive but can not answer for so long is broken, not slow. The first wall stands without it, and
 * a fault of ours must not keep a child from everything, help included.
 */
const mostBeats = 60;
/** A page that undoes every change at once, in an observer of its own, is no endless loop. */
const repairsPerBeat = 50;

let isDrawn = false;
let drawnOn: HTMLElement | null = null;
let wanted: readonly Declaration[] = clip;
let repairsLeft = repairsPerBeat;
let round = 0;
const before = new Map<string, Declaration>();

/** Safe to call again: after a new root has come, after the page has changed its own style. */
export function draw(): void {
  const page = rootElement();
  if (!isDrawn) {
    isDrawn = true;
    wanted = clip;
    repairsLeft = repairsPerBeat;
    round += 1;
    beat(round, 1);
  }
  if (page === drawnOn) return;
  // With a new root document.open() may have come: it wipes every listener, and says nothing of what it raises at once.
  addEventListener('beforetoggle', drawOverTopLayer, true);
  if (before.size > 0 && !wanted.includes(skip) && isAnyOnTop(document)) wanted = [...wanted, skip];
  drawnOn = page;
  before.clear();
  repairs.disconnect();
  // A document of plain XML has a root that can not be styled: there the tab is replaced and nothing else.
  if (page === null || !('style' in page)) return;
  impose(page);
  repairs.observe(page, { attributes: true, attributeFilter: ['style'] });
}

/** Shows the page as it is. */
export function lift(): void {
  if (!isDrawn) return;
  isDrawn = false;
  removeEventListener('beforetoggle', drawOverTopLayer, true);
  repairs.disconnect();
  lowerSheet();
  if (drawnOn !== null && 'style' in drawnOn) giveBack(drawnOn);
  drawnOn = null;
}

export const isCurtained = (): boolean => isDrawn;

/** Left behind by an instance that ended while it waited. */
export const isLeftBehind = (): boolean => {
  const [name, value] = clip[0] as Declaration;
  return rootElement()?.style?.getPropertyValue(name) === value;
};

/** Changes of the root's style are put right before they are painted. */
const repairs = new MutationObserver(() => {
  repairsLeft -= 1;
  if (drawnOn !== null && repairsLeft > 0) impose(drawnOn);
});

function impose({ style }: HTMLElement): void {
  for (const [name, value] of wanted) {
    const [was, priority] = [style.getPropertyValue(name), style.getPropertyPriority(name)];
    if (was === value && priority !== '') {
      if (!before.has(name)) before.set(name, ['', '']);
      continue;
    }
    before.set(name, [was, priority]);
    style.setProperty(name, value, 'important');
  }
}

function giveBack(page: HTMLElement): void {
  for (const [name, [value, priority]] of before) page.style.setProperty(name, value, priority);
  before.clear();
  // Read first: Chromium does not remove a style attribute that it has yet to write.
  if (page.getAttribute('style') === '') page.removeAttribute('style');
}

function drawMore(more: Declaration): void {
  if (!wanted.includes(more)) wanted = [...wanted, more];
  if (drawnOn !== null && 'style' in drawnOn) impose(drawnOn);
}

const drawOverTopLayer = (): void => drawMore(skip);

/** Inside shadow roots as well: what is raised there sends no event that leaves them. */
const isAnyOnTop = (within: Document | ShadowRoot): boolean =>
  allIn(within, ':modal, :popover-open').length > 0 ||
  Array.prototype.some.call(allIn(within, '*'), (element: Element) => {
    const inside = isSheet(element) ? null : closedRootOf(element);
    return inside !== null && isAnyOnTop(inside);
  });

function beat(mine: number, beats: number): void {
  later(beatMs, () => {
    if (!isDrawn || mine !== round) return;
    if (!isAlive() || beats >= mostBeats) return lift();
    repairsLeft = repairsPerBeat;
    drawMore(dim);
    if (!wanted.includes(skip) && isAnyOnTop(document)) drawMore(skip);
    if (beats === sheetAfterBeats) raiseSheet();
    // A page rendered ahead waits for its reader, not for us.
    beat(mine, own('prerendering' as keyof Document) === true ? 1 : beats + 1);
  });
}
