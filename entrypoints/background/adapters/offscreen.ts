// Chromium's one document behind the scenes: the list builder and the thread that looks at pictures share it.
import { browser } from 'wxt/browser';

type User = 'lists' | 'pictures';

/** A rebuildable cache: of a worker that died, the document ends what it asked for by itself. */
const usersCache = new Set<User>();
let openingCache: Promise<void> | null = null;

export async function openOffscreen(user: User): Promise<void> {
  usersCache.add(user);
  openingCache ??= openOnce();
  try {
    await openingCache;
  } finally {
    openingCache = null;
  }
}

/** Closes it with its last user. */
export async function leaveOffscreen(user: User): Promise<void> {
  usersCache.delete(user);
  if (usersCache.size > 0) return;
  await browser.offscreen.closeDocument().catch(() => undefined); // closed already
}

async function openOnce(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: ['WORKERS'],
    justification:
      'Builds the sets of hosts of the lists that a guardian turned on, and looks at the pictures of pages on this device.',
  });
}
