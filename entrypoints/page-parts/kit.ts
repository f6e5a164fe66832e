// What page.js has already, for the parts that come after it into the same frame: paid for once in a page.
import type { ask as askHere } from './browser.ts';
import type { later as laterHere } from './clock.ts';
import type { make as makeHere, own as ownHere } from './document.ts';
import { world } from './world.ts';

export type Kit = {
  readonly ask: typeof askHere;
  readonly isAlive: () => boolean;
  readonly later: typeof laterHere;
  readonly make: typeof makeHere;
  readonly own: typeof ownHere;
};

/** A part is put only where page.js asked for it. */
const kit = (): Kit => world().kit as Kit;

export const ask: Kit['ask'] = (name, body) => kit().ask(name, body);
export const isAlive: Kit['isAlive'] = () => kit().isAlive();
export const later: Kit['later'] = (delayMs, task) => kit().later(delayMs, task);
export const make: Kit['make'] = (tag, ...rest) => kit().make(tag, ...rest);
export const own: Kit['own'] = (key) => kit().own(key);
