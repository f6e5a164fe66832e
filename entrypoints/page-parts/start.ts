// The beginning of the script in a page.
import { onOrder } from './browser.ts';
import { later } from './clock.ts';
import { own } from './document.ts';
import { obey } from './hello.ts';
import { watch } from './watch.ts';
import { hasWorld, world } from './world.ts';

const prerenderBeatMs = 250;

/** The background puts this script into pages that were open before it was installed: once is enough. */
export function startOnce(): void {
  if (hasWorld()) return;
  world();
  whenShown();
}

/** Nobody has looked at a prerendered page yet. A beat, since a page can erase listeners. */
function whenShown(): void {
  if (own('prerendering' as keyof Document) === true) later(prerenderBeatMs, whenShown);
  else start();
}

function start(): void {
  onOrder(obey);
  watch();
}
