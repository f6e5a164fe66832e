// Tells our own open pages that something changed; they read it anew. Nobody listening is no error.
import { browser } from 'wxt/browser';

export type Broadcast = { readonly event: 'state.changed' };

export function tellPages(): void {
  const message: Broadcast = { event: 'state.changed' };
  browser.runtime.sendMessage(message).catch(() => undefined);
}
