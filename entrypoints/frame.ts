// Runs in every frame, to say the little that only the frame itself knows.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { tellFrameLabels } from './page-parts/frame-labels.ts';
import { watchFrameTyping } from './page-parts/frame-typing.ts';

export default defineUnlistedScript(() => {
  tellFrameLabels();
  watchFrameTyping();
});
