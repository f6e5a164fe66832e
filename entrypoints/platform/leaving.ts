// Ways out of one of our pages.
import { browser } from './browser.ts';
import { stopReading } from './voice.ts';

/** A page that did not move after this long has nowhere to go back to. */
const movedMs = 3000;
const bouncedKey = 'saathi-went-back';
/** A block page that opens again this soon after "Go back" means that the way led through the blocked page. */
const bounceMs = 6000;

/**
 * Back to the last page that was not closed. The blocked address may or may not have left an entry of its own (Chromium: an
 * error page; Firefox: none; the second wall: the page itself), so a step that leads back here is repeated by a longer one.
 */
export function goBack(): void {
  step(1);
}

/** To be called by every block page as it opens. */
export function goBackFurtherIfBounced(): void {
  const mark = sessionStorage.getItem(bouncedKey);
  if (mark === null) return;
  const [steps = 1, at = 0] = mark.split(' ').map(Number);
  sessionStorage.removeItem(bouncedKey);
  if (Date.now() - at < bounceMs) step(steps + 1);
}

function step(steps: number): void {
  if (steps >= history.length) return leave();
  sessionStorage.setItem(bouncedKey, `${String(steps)} ${String(Date.now())}`);
  history.go(-steps);
  const timer = setTimeout(leave, movedMs);
  // Without this a page kept for Back and Forward would leave again when it is shown again.
  addEventListener('pagehide', () => clearTimeout(timer), { once: true });
}

/** A new, empty tab in this one's place. */
export function leave(): void {
  stopReading();
  void openInstead().catch(() => {
    // The tab is being closed already, or the browser refuses: an empty page does it too.
    location.replace('about:blank');
  });
}

async function openInstead(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return window.close();
  await browser.tabs.create({
    active: true,
    index: tab.index,
    ...(tab.windowId === undefined ? {} : { windowId: tab.windowId }),
  });
  await browser.tabs.remove(tab.id);
}
