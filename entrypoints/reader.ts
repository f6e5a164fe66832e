// Put into a page by the background when its page.js asks for it: reads what the page shows, and keeps none of it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { world } from './page-parts/world.ts';
import { read } from './reader-parts/looks.ts';

export default defineUnlistedScript(() => {
  if (world().parts.has('reader')) return;
  world().parts.add('reader');
  read();
});
