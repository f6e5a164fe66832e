// The beginning of the script in a page.
import { ask, isAlive, onOrder } from './browser.ts';
import { later } from './clock.ts';
import { draw, isLeftBehind } from './curtain.ts';
import { make, own } from './document.ts';
import { obey } from './hello.ts';
import { watch } from './watch.ts';
import { world } from './world.ts';

const prerenderBeatMs = 250;
let hasStarted = false;

/**
 * The background puts this script into pages that were open before it was installed: once is enough. A cover alone is
 * no sign of that: Firefox puts one meant for the tab's empty document into the page that has just taken its place.
 */
export function startOnce(): void {
  const here = world();
  if (here.hasPage) return;
  here.hasPage = true;
  here.kit = { ask, isAlive, later, make, own };
  // A page that was open before has been seen.
  if (own('readyState') === 'loading' || isLeftBehind()) draw();
  whenShown();
}

/** Nobody has looked at a prerendered page yet. A beat as well, since a page can erase listeners. */
function whenShown(): void {
  if (own('prerendering' as keyof Document) !== true) return start();
  addEventListener('prerenderingchange', start, true);
  later(prerenderBeatMs, whenShown);
}

function start(): void {
  if (hasStarted) return;
  hasStarted = true;
  onOrder(obey);
  watch();
}
