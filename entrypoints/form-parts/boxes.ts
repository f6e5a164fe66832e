// The boxes of a form as they stand in the page: what a person sees beside them, and whether a person could type there.

export type BoxElement = HTMLInputElement | HTMLTextAreaElement;

const mostBoxes = 300;
const mostLetters = 200;
const leastSize = { width: 40, height: 12 };
const leastOpacity = 0.5;

/** All boxes of the page and of frames of its own origin; other frames can not be looked into. */
export function boxesIn(page: Document, depth = 0): BoxElement[] {
  const own = [...page.querySelectorAll<BoxElement>('input, textarea')];
  const frames = depth > 2 ? [] : [...page.querySelectorAll('iframe')];
  const inFrames = frames.flatMap((frame) => {
    const inner = documentOf(frame);
    return inner === null ? [] : boxesIn(inner, depth + 1);
  });
  return [...own, ...inFrames].slice(0, mostBoxes);
}

function documentOf(frame: HTMLIFrameElement): Document | null {
  try {
    const inner = frame.contentDocument;
    // A frame without an address of its own is the page's, and so is one of the same origin; the rest is none of ours.
    return inner?.defaultView?.location.origin === location.origin ? inner : null;
  } catch {
    return null; // another origin after all
  }
}

export const wordsOf = (text: string | null | undefined): string =>
  (text ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, mostLetters);

/** What is written to a box: its label, else what the page says of it, else the words before it. */
export function labelOf(box: BoxElement): string {
  const labels = [...(box.labels ?? [])].map(({ textContent }) => textContent).join(' ');
  const named = (box.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id === '' ? '' : box.ownerDocument.getElementById(id)?.textContent))
    .join(' ');
  return [labels, named, box.getAttribute('aria-label')].map(wordsOf).find(Boolean) ?? before(box);
}

/** A table's first column, a paragraph above. Nothing that belongs to another box. */
function before(box: BoxElement): string {
  if (box.placeholder !== '') return '';
  let at: Element | null = box;
  for (let level = 0; level < 3 && at !== null; level += 1) {
    for (let past = at.previousSibling; past !== null; past = past.previousSibling) {
      if (isControl(past)) return '';
      const words = wordsOf(past.textContent);
      if (words !== '') return words;
    }
    at = at.parentElement;
  }
  return '';
}

const controls = 'input:not([type=hidden]), textarea, select, button';
const isControl = (node: Node): boolean =>
  node.nodeType === Node.ELEMENT_NODE &&
  ((node as Element).matches(controls) || (node as Element).querySelector(controls) !== null);

/** A person could see it and reach it: no trap for what fills forms by itself. */
export function isSeen(box: HTMLElement): boolean {
  if (box.tabIndex < 0 || box.closest('[inert], [aria-hidden="true"]') !== null) return false;
  if (!isThere(box)) return false;
  const frame = box.ownerDocument.defaultView?.frameElement ?? null;
  return isLargeEnough(box) && (frame === null || (isThere(frame) && isLargeEnough(frame)));
}

const isThere = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

function isLargeEnough(element: Element): boolean {
  const { width, height } = shownPart(element);
  return width >= leastSize.width && height >= leastSize.height && isWithinPage(element);
}

/** Not moved to where nobody can scroll: above the page, or before its first column. */
function isWithinPage(element: Element): boolean {
  const root = element.ownerDocument.documentElement;
  const { left, right, bottom } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  if (view === null || bottom + view.scrollY <= 0) return false;
  return getComputedStyle(root).direction === 'rtl'
    ? left + view.scrollX < root.clientWidth
    : right + view.scrollX > 0;
}

type Size = { readonly width: number; readonly height: number };
const nothing: Size = { width: 0, height: 0 };

/** How much of a box is left when all that clips it has clipped; nothing if it is faint or cut out. */
function shownPart(element: Element): Size {
  const own = element.getBoundingClientRect();
  let part = edgesOf(own);
  let opacity = 1;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity);
    if (style.clipPath !== 'none' || style.maskImage !== 'none' || style.clip !== 'auto') {
      return nothing;
    }
    // What clips the page itself is its window: there everything can be scrolled to.
    if (at === element || at.localName === 'body' || at.localName === 'html') continue;
    // What scrolls out of sight in a part of the page can be scrolled back into that part.
    if (/auto|scroll/.test(style.overflow)) part = edgesOf(at.getBoundingClientRect());
    else if (style.overflow !== 'visible') part = within(part, at.getBoundingClientRect());
  }
  if (opacity < leastOpacity) return nothing;
  return {
    width: Math.min(own.width, part.right - part.left),
    height: Math.min(own.height, part.bottom - part.top),
  };
}

type Edges = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;
const edgesOf = ({ left, top, right, bottom }: Edges): Edges => ({ left, top, right, bottom });
const within = (part: Edges, around: Edges): Edges => ({
  left: Math.max(part.left, around.left),
  top: Math.max(part.top, around.top),
  right: Math.min(part.right, around.right),
  bottom: Math.min(part.bottom, around.bottom),
});
