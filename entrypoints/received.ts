// Put into a page by the background when its page.js asks for it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { world } from './page-parts/world.ts';
import { start } from './received-parts/watch.ts';

export default defineUnlistedScript(() => {
  if (world().parts.has('received')) return;
  world().parts.add('received');
  void start();
});
