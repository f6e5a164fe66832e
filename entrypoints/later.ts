// What no verdict waits for, as a script of its own: the database, reports, and every message of our pages. The worker's
// cold start does not pay for it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { createDatabase } from './background/database/create.ts';
import { createLater, policyRules } from './background/later.ts';

export default defineUnlistedScript(() => {
  Object.assign(globalThis, {
    saathiCreateDatabase: createDatabase,
    saathiCreateLater: createLater,
    saathiPolicyRules: policyRules,
  });
});
