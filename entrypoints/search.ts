// Put into a page of search results: asks whether what was searched for deserves a kind word, and keeps nothing.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { ask, isAlive, later, own } from './page-parts/kit.ts';
import { world } from './page-parts/world.ts';

const beatMs = 1000;

export default defineUnlistedScript(() => {
  const { parts } = world();
  if (parts.has('search')) return;
  parts.add('search');
  let asked = '';

  /** Results pages change their address without a new page, and not all of them say so. */
  const beat = (): void => {
    if (own('visibilityState') !== 'hidden' && asked !== location.href) void check();
    if (isAlive()) later(beatMs, beat);
  };
  const check = async (): Promise<void> => {
    const here = location.href;
    asked = here;
    const answer = await ask('search.check', {});
    if (here !== location.href) return;
    const card = answer.ok ? answer.value.card : null;
    if (card === null) world().card?.hide('search');
    else world().card?.show(card, 'top', () => undefined);
  };
  beat();
});
