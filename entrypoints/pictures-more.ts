// Comes into a frame when one of its pictures stays covered, or a film plays there.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { learnMore } from './pictures-parts/more.ts';

export default defineUnlistedScript(() => learnMore());
