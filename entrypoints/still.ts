// Put into every frame of a page in its last two minutes: what was typed can be saved, nothing plays.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { keepStill } from './cover-parts/still.ts';

export default defineUnlistedScript(() => keepStill());
