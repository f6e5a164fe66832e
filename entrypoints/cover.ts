// Put into a page by the background when something is to be shown there: a warning, a notice, the closing sheet.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { joinPage } from './cover-parts/join-page.ts';

export default defineUnlistedScript(() => joinPage());
