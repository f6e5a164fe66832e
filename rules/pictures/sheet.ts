// The style sheets that cover pictures. A cover has the picture's own shape: what it shows is moved out of its box, and the
// box is painted in one calm colour, so that nothing on the page moves, no layer lies above it, and a press still hits it.
import type { Helps } from '../policy/schema.ts';

/**
 * `mark`: the attribute by which the script says what became of a picture, drawn anew for each page. "s": shown, "u":
 * unsafe, "n": not checked, "b": something whose background is not known yet; on the root "o": all are shown.
 */
const waiting = (mark: string): string =>
  `:is(img,video,image,input[type=image],[style*="url("]:not(body)):not([${mark}=s])`;
// An id counts more than what a page writes as !important with classes.
const inRoot = (mark: string, selectors: string): string =>
  `:root:not([${mark}=o],#${mark}) :is(${selectors})`;
/** What is in transition outdoes even "!important": a page's own delay of hours would keep the picture where it was. */
const look = 'transition:none!important;object-position:-99999px 0!important;background:';

/** The page's script has this one in place before anything is painted; the other comes a moment later. */
export const firstSheet = (mark: string): string =>
  `${inRoot(mark, waiting(mark))}{${look}#d5dde6!important}`;

/** Put in by the browser, above all that a page can write. */
export function sheetOf(mark: string, mode: Helps['pictures']): string {
  const closed = mode === 'hide' ? `[${mark}=u],[${mark}=n]` : `[${mark}=u]`;
  const covered = inRoot(mark, mode === 'hide' ? `${waiting(mark)},[${mark}=b],${closed}` : closed);
  const ring = `radial-gradient(circle,#718296 3px,#0000 4px 8px,#718296 9px 10px,#0000 11px)`;
  const box = (paper: string, edge: string): string =>
    `${look}var(--${mark},none) ${paper}!important;box-shadow:inset 0 0 0 1px ${edge}!important`;
  return [
    `${inRoot(mark, closed)}{--${mark}:${ring}}`,
    `${covered}{${box('#d5dde6', '#b9c5d2')}}`,
    `${covered}:is(image){opacity:0!important}`,
    // Where the reader chooses all colours a cover would be painted like the page: a hole that nobody sees.
    `@media(forced-colors:active){${covered}{forced-color-adjust:none!important}}`,
    `@media(prefers-color-scheme:dark){${covered}{${box('#333d49', '#4a5664')}}}`,
  ].join('');
}
