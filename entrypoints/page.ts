// Runs in every page. Small on purpose, and without a framework's context: any page can forge what ends one.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { startOnce } from './page-parts/start.ts';

export default defineUnlistedScript(() => startOnce());
