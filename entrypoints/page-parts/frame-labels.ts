// A frame is judged by its address in the background. Only what that can not know is said: the frame's own label.
import { ask } from './browser.ts';
import { own } from './document.ts';
import { readLabels } from './labels.ts';

export function tellFrameLabels(): void {
  if (window === top) return;
  if (own('readyState') === 'loading') addEventListener('DOMContentLoaded', tell);
  else tell();
}

function tell(): void {
  const labels = readLabels();
  if (labels.length > 0) void ask('page.hello', { why: 'labels', labels });
}
