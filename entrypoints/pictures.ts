// In every frame where a child's pictures are looked at. Small: the looking is done elsewhere.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { coverOnce } from './pictures-parts/start.ts';

export default defineUnlistedScript(() => coverOnce());
