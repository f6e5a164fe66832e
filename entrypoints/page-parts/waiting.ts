// What is said while the background takes its time: one sentence, over a page that is not judged yet.
import { message } from './browser.ts';
import { make, rootElement } from './document.ts';

const sheetStyle = `all:initial;position:fixed;inset:0;width:100%;height:100%;box-sizing:border-box;padding:10vmin;
display:grid;place-content:center;text-align:center;color-scheme:light dark;background:canvas;color:canvastext;
text-wrap:balance;font:1.25em/1.6 ui-rounded,Nunito,system-ui,sans-serif`;
/** An Urdu hand has full stops and spaces of its own, and would set them between the words of other languages. */
const urduHand = `;font-family:'Noto Nastaliq Urdu',system-ui,sans-serif;line-height:2.1`;

let host: HTMLElement | null = null;

/** In the top layer, where the curtain over the root does not reach. Takes no focus: nobody's typing is lost by it. */
export function raiseSheet(): void {
  const page = rootElement();
  if (page === null || host !== null) return;
  const dir = message('@@bidi_dir');
  const sheet = make('div', { popover: 'manual', role: 'status', dir });
  sheet.style.cssText = dir === 'rtl' ? sheetStyle + urduHand : sheetStyle;
  host = make('div', { 'data-saathi': 'waiting' });
  host.style.cssText = 'all:initial!important';
  host.attachShadow({ mode: 'closed' }).append(sheet);
  Node.prototype.appendChild.call(page, host);
  sheet.showPopover();
  // A status that is there before its words is read out.
  sheet.append(message('waiting'));
}

export const isSheet = (element: Element): boolean => element === host;

export function lowerSheet(): void {
  host?.remove();
  host = null;
}
