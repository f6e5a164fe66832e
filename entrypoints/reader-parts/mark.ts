// "Not checked": a page that is too big to be read is not quietly taken for a harmless one. A page can take the mark away, and
// nothing is lost by it: it stands for our not knowing, not for a closed door. So it is small, takes no press and no focus.
import { make, own } from '../page-parts/kit.ts';

const look =
  'position:fixed;z-index:2147483646;pointer-events:none;padding:2px 8px;border-radius:9px;font:14px/1.5 system-ui;color:#fff;background:#333c;left:6px;';

let host: HTMLElement | null = null;
let box: HTMLElement | null = null;

/** '' takes it away. */
export function mark(words: string): void {
  host?.remove();
  [host, box] = [null, null];
  if (words === '') return;
  box = make('div', { dir: 'auto' }, words);
  host = make('div', { 'data-saathi-mark': '' });
  host.attachShadow({ mode: 'closed' }).append(box);
  own('documentElement').append(host);
  keepClear();
  // The same function again is no second listener.
  addEventListener('focusin', keepClear, true);
}

/** Whoever types at the bottom of a page sees what they type. */
function keepClear(): void {
  if (box === null) return;
  const bottom = own('activeElement')?.getBoundingClientRect().bottom ?? 0;
  box.style.cssText = `${look}${bottom > innerHeight - 60 ? 'top' : 'bottom'}:6px`;
}
