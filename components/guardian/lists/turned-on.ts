// Which lists a change of the policy would have the browser fetch, said once more where the PIN is asked for.
import { useServices } from '@/components/services.ts';
import { bestKnown, catalogue } from '@/rules/lists/catalogue.ts';
import type { Lists, Policy } from '@/rules/policy/schema.ts';

import { hostOf, sizeName } from './list-words.ts';

type Fetched = { readonly name: string; readonly url: string; readonly sizeBytes: number | null };

export function useTurnedOnWords(): (before: Policy, after: Policy) => string | null {
  const { text, language } = useServices();
  return (before, after) => {
    const had = new Set(fetchedBy(before.lists).map(({ url }) => url));
    const fresh = fetchedBy(after.lists).filter(({ url }) => !had.has(url));
    if (fresh.length === 0) return null;
    const said = fresh.map(({ name, url, sizeBytes }) =>
      text('saveListFrom', {
        name,
        host: hostOf(url),
        size:
          sizeBytes === null
            ? text('listSizeUnknown')
            : text('listSize', { size: sizeName(language, sizeBytes) }),
      }),
    );
    return text('saveListsNeedPin', { lists: new Intl.ListFormat(language).format(said) });
  };
}

function fetchedBy(lists: Lists | undefined): readonly Fetched[] {
  if (lists === undefined) return [];
  const offered = [...catalogue, bestKnown].filter(({ id }) => lists.catalogue.includes(id));
  const given = [...lists.own, ...lists.feeds].map(({ name, url }) => ({
    name,
    url,
    sizeBytes: null,
  }));
  return [...offered, ...given];
}
