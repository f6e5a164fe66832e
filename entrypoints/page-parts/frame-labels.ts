// A frame is judged by its address in the background. Only what that can not know is said: the frame's own label.
import { ask } from './browser.ts';
import { labelsSeen, labelTags, lookForLabels } from './labels.ts';

/** A page can have dozens of frames, so one look must do; it may go past the prototype, for labels are freely given. */
export function tellFrameLabels(): void {
  if (window === top || document.querySelector(labelTags) === null) return;
  if (lookForLabels()) void ask('page.hello', { why: 'labels', labels: labelsSeen() });
}
