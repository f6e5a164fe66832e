// Files of our own package. Nothing here reaches the network.
import { browser } from './browser.ts';

/** Reads one JSON file by its path from the package's root; null if it is not there. */
export async function readPackaged(path: string): Promise<unknown> {
  try {
    const answer = await fetch(new URL(path, browser.runtime.getURL('/')));
    return answer.ok ? ((await answer.json()) as unknown) : null;
  } catch {
    // Chromium answers for a missing file of a package with a failed request.
    return null;
  }
}
