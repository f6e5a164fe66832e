// Loads database.js when it is first needed. A service worker has no import(); what it imported while it was being
// installed it may import again at any time, also after a restart of the browser, in under a millisecond (tried).
import { browser } from 'wxt/browser';

import type { Database, OpenDatabase } from './database.ts';

const script = '/database.js';

type Loaded = typeof globalThis & { readonly saathiCreateDatabase?: OpenDatabase };
const loaded = (): OpenDatabase | undefined => (globalThis as Loaded).saathiCreateDatabase;

let databaseCache: Promise<Database> | null = null;

/** Must run synchronously in main(): it remembers database.js with the worker's installation. */
export function registerDatabase(): void {
  if (typeof importScripts !== 'function') return;
  // Events of the worker itself, not of the extension; TypeScript's page types do not know "install".
  (globalThis as unknown as EventTarget).addEventListener('install', () => {
    importScripts(script);
  });
}

/** The database, opened once a wake. A failed opening is tried again at the next call. */
export function openDatabase(): Promise<Database> {
  databaseCache ??= load().then((create) => create());
  databaseCache.catch(() => {
    databaseCache = null;
  });
  return databaseCache;
}

async function load(): Promise<OpenDatabase> {
  const present = loaded();
  if (present !== undefined) return present;
  if (typeof importScripts === 'function') importScripts(script);
  else await appendScript();
  const create = loaded();
  if (create === undefined) throw new Error('database.js did not load');
  return create;
}

/** Firefox runs the background in a page. */
function appendScript(): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = browser.runtime.getURL(script as Parameters<typeof browser.runtime.getURL>[0]);
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => reject(new Error('database.js is not in the package')));
    document.head.append(element);
  });
}
