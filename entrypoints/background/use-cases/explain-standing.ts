// Our page stands where another did: it gives back the sound that was taken from that one, and asks why it stands there.
import type { Explanation } from '@/rules/messages/replies.ts';

import { stillTabs } from '../adapters/still-tabs.ts';
import type { World } from '../world.ts';
import { explainVisit } from './explain-visit.ts';

export function explainStanding(
  world: World,
  url: string,
  tabId: number | null,
): Promise<Explanation> {
  if (tabId !== null) void stillTabs.release(tabId);
  return explainVisit(world, url);
}
