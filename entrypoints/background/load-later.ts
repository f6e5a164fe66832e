// Loads later.js when it is first needed. A service worker has no import(); what it imported while it was being
// installed it may import again at any time, also after a restart of the browser, in under a millisecond (tried).
import { browser } from 'wxt/browser';

import type { Database, OpenDatabase } from './database/database.ts';
import type { createLater, Later, PolicyRules } from './later.ts';
import type { World } from './world.ts';

const script = '/later.js';

type Loaded = typeof globalThis & {
  readonly saathiCreateDatabase?: OpenDatabase;
  readonly saathiCreateLater?: typeof createLater;
  readonly saathiPolicyRules?: PolicyRules;
};
const loaded: Loaded = globalThis;

let loadingCache: Promise<void> | null = null;
let databaseCache: Promise<Database> | null = null;
let laterCache: Promise<Later> | null = null;

/** Must run synchronously in main(): it remembers later.js with the worker's installation. */
export function registerLater(): void {
  if (typeof importScripts !== 'function') return;
  // Events of the worker itself, not of the extension; TypeScript's page types do not know "install".
  (globalThis as unknown as EventTarget).addEventListener('install', () => {
    importScripts(script);
  });
}

/** The database, opened once a wake. A failed opening is tried again at the next call. */
export function openDatabase(): Promise<Database> {
  databaseCache ??= load().then(() => made(loaded.saathiCreateDatabase)());
  databaseCache.catch(() => {
    databaseCache = null;
  });
  return databaseCache;
}

/** Needed before there is a world: to read a policy from outside. */
export const openPolicyRules = async (): Promise<PolicyRules> => {
  await load();
  return made(loaded.saathiPolicyRules);
};

export function openLater(world: World): Promise<Later> {
  laterCache ??= load().then(() => made(loaded.saathiCreateLater)(world));
  laterCache.catch(() => {
    laterCache = null;
  });
  return laterCache;
}

function load(): Promise<void> {
  loadingCache ??= loadOnce();
  loadingCache.catch(() => {
    loadingCache = null;
  });
  return loadingCache;
}

async function loadOnce(): Promise<void> {
  if (loaded.saathiCreateLater !== undefined) return;
  if (typeof importScripts === 'function') importScripts(script);
  else await appendScript();
}

function made<Make>(make: Make | undefined): Make {
  if (make === undefined) throw new Error('later.js did not load');
  return make;
}

/** Firefox runs the background in a page. */
function appendScript(): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = browser.runtime.getURL(script);
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => reject(new Error('later.js is not in the package')));
    document.head.append(element);
  });
}
