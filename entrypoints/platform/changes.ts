// The background tells pages that something changed; they read it anew.
import { browser } from './browser.ts';

export function onChanged(listener: () => void): () => void {
  const hear = (message: unknown): undefined => {
    if (typeof message === 'object' && message !== null && 'event' in message) listener();
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
