// Put into an official form by the background when a child asks to have it filled in; it is not there until then.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { describeForm } from './form-parts/describe.ts';
import { fillForm } from './form-parts/fill.ts';

export default defineUnlistedScript(() => {
  // Seen by what is put in after it, and by no page: a content script's world is its own.
  Object.assign(globalThis, { saathiForm: { describe: describeForm, fill: fillForm } });
});
