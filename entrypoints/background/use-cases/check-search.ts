// A search that may come from somebody who could do with a kind word. Read from the address, judged, and forgotten.
import type { CardReply } from '@/rules/messages/help-replies.ts';
import type { Need } from '@/rules/packs/pack.ts';
import { helpsOf } from '@/rules/policy/helps.ts';
import { queryOf } from '@/rules/search/queries.ts';
import type { SearchTopic } from '@/rules/search/topic.ts';
import { topicOf } from '@/rules/search/topics.ts';

import type { Sender } from '../sender.ts';
import type { World } from '../world.ts';
import { answerCard, noCard } from './card-words.ts';
import { loadSituation } from './situation.ts';

const cards: Readonly<Record<SearchTopic, { readonly key: string; readonly need: Need }>> = {
  'self-harm': { key: 'searchSelfHarm', need: 'self-harm' },
  abuse: { key: 'searchAbuse', need: 'violence' },
  blackmail: { key: 'searchBlackmail', need: 'sextortion' },
  'running-away': { key: 'searchRunningAway', need: 'violence' },
  eating: { key: 'searchEating', need: 'self-harm' },
  drugs: { key: 'searchDrugs', need: 'other' },
};

export async function checkSearch(world: World, from: Sender): Promise<CardReply> {
  if (from.tabId === null || from.frameId !== 0 || from.isInactive) return noCard;
  // A page that changed its own address is still named by its old one in the sender.
  const tab = await world.tabs.get(from.tabId);
  const query = tab === null ? null : queryOf(tab.url);
  const topic = query === null ? null : topicOf(query);
  if (topic === null) return noCard;
  const loaded = await loadSituation(world);
  if (loaded === null || !helpsOf(loaded.profile).search) return noCard;
  return answerCard(world, loaded, from, {
    kind: 'search',
    part: 'search',
    ...cards[topic],
    actions: [['cardUnderstood', 'understood']],
  });
}
