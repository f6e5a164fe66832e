// Dexie and our tables, as a script of its own: the worker's cold start does not pay for them.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { createDatabase } from './background/database/create.ts';

export default defineUnlistedScript(() => {
  Object.assign(globalThis, { saathiCreateDatabase: createDatabase });
});
