// Comes before pictures.js where pictures are hidden until they were looked at: a script in a page can not ask at its start.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { hidesFirst } from './pictures-parts/mode.ts';

export default defineUnlistedScript(() => hidesFirst());
