// Comments and live chats often stand in frames of their own: there the part for typed words comes with the first focus in
// something writable. Whether this child has that help is for the background to know, at each question.
import { ask, isAlive } from './browser.ts';
import { later } from './clock.ts';
import { make, own } from './document.ts';
import { world } from './world.ts';
import { isWritable } from './writable.ts';

export function watchFrameTyping(): void {
  if (window !== top) addEventListener('focusin', load, true);
}

function load(event: Event): void {
  if (world().kit !== null || !isWritable(event.composedPath()[0])) return;
  world().kit = { ask, isAlive, later, make, own };
  void ask('part.load', { part: 'typed' });
}
