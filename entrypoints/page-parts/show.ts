// Hands what is to be shown to the cover, which the background has put here by then.
import type { PageOrder } from '@/rules/messages/page-replies.ts';

import { ask, closedRootOf } from './browser.ts';
import { later } from './clock.ts';
import { lift } from './curtain.ts';
import { allThat } from './document.ts';
import { world } from './world.ts';

const goodbyeMs = 1500;
let mayHaveOthers = false;

export function show(wanted: PageOrder['show']): void {
  const { cover } = world();
  const isCovering = wanted.kind === 'warning' || wanted.kind === 'closing';
  // In one task with the cover's coming: nothing is painted in between.
  if (cover !== null || !isCovering) lift();
  if (cover !== null) cover.show(wanted);
  else if (wanted.kind === 'nothing') dismissOthers();
  // Without its cover this page can not be trusted to be covered.
  else if (isCovering) void ask('warning.tampered', {});
  mayHaveOthers = false;
}

/** For a page that was open already: an older instance, from before an update, may still show something there. */
export const dismissOthersFirst = (): void => {
  mayHaveOthers = true;
};

/**
 * The older instance is told inside its closed root, where no page can speak. Firefox has ended that instance already,
 * and then only a fresh page is free of what it had hidden.
 */
function dismissOthers(): void {
  if (!mayHaveOthers) return;
  for (const host of allThat(':root > [data-saathi]')) {
    const inside = closedRootOf(host)?.firstElementChild;
    if (!inside) continue;
    inside.setAttribute('data-retired', 'nothing');
    if (host.dataset['saathi'] === 'notice') host.remove();
    else later(goodbyeMs, () => host.isConnected && location.reload());
  }
}
