// Put into a page by the background when a card is to be shown there.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { hide, show } from './card-parts/stage.ts';
import { world } from './page-parts/world.ts';

export default defineUnlistedScript(() => {
  // May be put here more than once: the first one stays, it may be showing something.
  world().card ??= { show, hide };
});
