// Which lists closed an address, with what a guardian needs to tell whoever keeps them.
import { unwrap } from '@/rules/hosts/unwrap.ts';
import { catalogue } from '@/rules/lists/catalogue.ts';
import { factsOfFeedList } from '@/rules/lists/feed/facts.ts';
import type { ListStates } from '@/rules/lists/list-state.ts';
import { starterListId } from '@/rules/lists/lookup.ts';
import { feedOfList } from '@/rules/lists/plan.ts';
import type { MatchedList } from '@/rules/messages/replies.ts';
import type { Category, Policy } from '@/rules/policy/schema.ts';

import type { World } from '../world.ts';
import type { Judged } from './judge.ts';

/** Empty where no list spoke. */
export async function matchedLists(world: World, judged: Judged): Promise<readonly MatchedList[]> {
  const { loaded, address, verdict } = judged;
  if (verdict.reason.kind !== 'category' || address === null) return [];
  const { category } = verdict.reason;
  // A translator is closed for the page it carries: that one is on the list.
  const hosts = [address, ...unwrap(address)].map(({ host }) => host);
  const ids = hosts
    .map((host) => loaded.situation.lookup.listsNaming(host, category))
    .find((naming) => naming.length > 0);
  if (ids === undefined) return [];
  const states = await world.stores.lists.read();
  return ids.map((id) => matched(id, category, { states, policy: loaded.policy }));
}

function matched(
  listId: string,
  category: Category,
  { states, policy }: { readonly states: ListStates; readonly policy: Policy },
): MatchedList {
  const isOurs = listId === starterListId;
  const offered = catalogue.find(({ id }) => id === listId);
  const facts = factsOfFeedList(listId, states);
  return {
    listId,
    name: isOurs ? 'Saathi' : (offered?.name ?? facts?.name ?? givenName(listId, policy)),
    category,
    isOurs,
    home: offered?.home ?? facts?.home ?? null,
    updatedAt: isOurs ? null : (states.lists[listId]?.updatedAt ?? null),
    corrections: offered?.corrections ?? facts?.corrections ?? null,
  };
}

/** The name that the guardian gave the list, or the feed it is part of. */
function givenName(listId: string, { lists }: Policy): string {
  const feedId = feedOfList(listId);
  const given =
    feedId === null
      ? lists?.own.find(({ id }) => id === listId)
      : lists?.feeds.find(({ id }) => id === feedId);
  return given?.name ?? listId;
}
