// Media of one frame paused and kept paused, whatever the page does to play on, until the page is closed or released.
import { closedRootOf, onStill } from '../page-parts/browser.ts';
import { later, runningMs } from '../page-parts/clock.ts';
import { allIn } from '../page-parts/document.ts';
import { hush, pauseMedia, unhush } from './hush.ts';

const beatMs = 300;
/** The background names the real end; this one is for a background that is gone. */
const longestMs = 150_000;
/** A player that starts itself again and again is taken out of sight: between two pauses it would show a picture each. */
const mostStarts = 4;

/** A symbol, since an element's id answers to any plain name. */
const key = Symbol.for('saathi still');
const here = globalThis as { [key]?: { endsAt: number } };

const starts = new Map<HTMLMediaElement, number>();
const hidden = new Map<HTMLMediaElement, readonly [value: string, priority: string]>();

/** May be called again and again: the first one stays. */
export function keepStill(): void {
  const endsAt = runningMs() + longestMs;
  if (here[key] !== undefined) {
    here[key].endsAt = endsAt;
    return;
  }
  here[key] = { endsAt };
  for (const type of ['play', 'playing']) addEventListener(type, stopOne, true);
  onStill((isStill) => {
    if (!isStill) end();
  });
  beat();
}

function beat(): void {
  const mine = here[key];
  if (mine === undefined) return;
  if (runningMs() > mine.endsAt) return end();
  hush();
  for (const root of closedRoots(document)) {
    for (const media of root.querySelectorAll<HTMLMediaElement>('video,audio')) pauseMedia(media);
  }
  later(beatMs, beat);
}

function stopOne({ target }: Event): void {
  if (here[key] === undefined || !(target instanceof HTMLMediaElement)) return;
  pauseMedia(target);
  const count = (starts.get(target) ?? 0) + 1;
  starts.set(target, count);
  if (count < mostStarts || hidden.has(target)) return;
  const { style } = target;
  const name = 'visibility';
  hidden.set(target, [style.getPropertyValue(name), style.getPropertyPriority(name)]);
  style.setProperty(name, 'hidden', 'important');
}

function end(): void {
  delete here[key];
  for (const type of ['play', 'playing']) removeEventListener(type, stopOne, true);
  for (const [{ style }, [value, priority]] of hidden) {
    style.setProperty('visibility', value, priority);
  }
  hidden.clear();
  starts.clear();
  unhush();
}

/** What plays inside shadow roots is found by no selector, and its events do not leave them. */
function closedRoots(within: Document | ShadowRoot): ShadowRoot[] {
  return [...allIn(within, '*')].flatMap((element) => {
    // Only these can have a root of their own, and most elements are none of them.
    if (!mayHaveRoot(element)) return [];
    const root = closedRootOf(element);
    return root === null ? [] : [root, ...closedRoots(root)];
  });
}

const mayHaveRoot = ({ localName }: Element): boolean =>
  localName.includes('-') ||
  /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/.test(
    localName,
  );
