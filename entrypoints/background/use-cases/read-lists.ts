// What the guardian sees of the lists.
import type { Done, Lists } from '@/rules/messages/replies.ts';

import { Refusal } from '../answer.ts';
import type { World } from '../world.ts';

export async function readLists(world: World): Promise<Lists> {
  return { lists: [], feeds: [], areSetsHere: !world.incognito };
}

export async function refreshList(_world: World, _id: string): Promise<Done> {
  throw new Refusal('not-found');
}
