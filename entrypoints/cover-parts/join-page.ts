// How the cover meets the script that is already in the page.
import { world } from '../page-parts/world.ts';
import { guardInput } from './input.ts';
import { show } from './orders.ts';

/** May be put here more than once: the first one stays, it may be showing something. */
export function joinPage(): void {
  world().cover ??= { show, guardInput };
}
