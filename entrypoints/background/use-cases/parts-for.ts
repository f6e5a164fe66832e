// Which helps a page gets. Help itself is never read; a page that somebody has checked is not read either.
import type { Part, PartsWanted } from '@/rules/messages/page-replies.ts';
import { helpsOf } from '@/rules/policy/helps.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { isChatHost } from '@/rules/received/chat-hosts.ts';
import { isSearchHost } from '@/rules/search/search-hosts.ts';

import type { Judged } from './judge.ts';
import { unheard } from './unheard.ts';

const none: PartsWanted = { calm: [], typing: [] };
/** Reasons of pages that nobody has checked: they are read. A page with a risk may turn out to have more of it. */
export const unchecked = /^(?:unknown|carries|risk)$/;

export function partsFor({ loaded, address, verdict }: Judged): PartsWanted {
  const { kind } = verdict.reason;
  if (address === null || address.kind !== 'web' || closesPage(verdict) || unheard.has(kind))
    return none;
  const helps = helpsOf(loaded.profile);
  const only = (isOn: boolean, part: Part): Part[] => (isOn ? [part] : []);
  return {
    calm: [
      ...only(helps.pages && unchecked.test(kind), 'reader'),
      ...only(helps.search && isSearchHost(address.host), 'search'),
      ...only(helps.pressure && isChatHost(address.host), 'received'),
    ],
    typing: [
      ...only(helps.kindness || helps.privacy, 'typed'),
      // Chats that nobody knows: where there is none, it stays quiet.
      ...only(helps.pressure, 'received'),
    ],
  };
}
