import './lists.css';
import type { ComponentChildren } from 'preact';

import { useServices, type Services } from '@/components/services.ts';
import { Switch } from '@/components/ui/Switch.tsx';
import type { ListView } from '@/rules/messages/replies.ts';

import { BestOffer } from './BestOffer.tsx';
import { aboutCount, hostOf, isolated, sizeName } from './list-words.ts';
import { ListAbout } from './ListAbout.tsx';
import { isChosen, withCatalogueList, type ListsDesk } from './lists-desk.ts';
import { ListStanding } from './ListStanding.tsx';
import { WillFetch } from './WillFetch.tsx';

export type ListItemProps = {
  readonly list: ListView;
  readonly desk: ListsDesk;
  /** What can be done with a list that has no switch. */
  readonly children?: ComponentChildren;
};

/** One list that others keep: who keeps it and how big it is, before it is turned on and after. */
export function ListItem({ list, desk, children }: ListItemProps) {
  const services = useServices();
  const isOn = isChosen(desk.chosen, list);
  const facts = factsOf(list, services);
  return (
    <li class="list-item stack-tight">
      {list.origin === 'catalogue' ? (
        <Switch
          label={list.name}
          hint={facts}
          checked={isOn}
          disabled={desk.readOnly}
          onChange={(wanted) => desk.choose(withCatalogueList(desk.chosen, list.id, wanted))}
        />
      ) : (
        <div class="row-between">
          <div class="stack-tight">
            <span class="strong">
              <bdi>{list.name}</bdi>
            </span>
            <span class="soft">{facts}</span>
          </div>
          {children}
        </div>
      )}
      {isOn && !list.isOn && (
        <WillFetch
          name={list.maintainer || list.name}
          host={hostOf(list.url)}
          hours={list.refreshHours}
        >
          <BestOffer list={list} desk={desk} />
        </WillFetch>
      )}
      {isOn && list.isOn && <ListStanding list={list} />}
      <ListAbout list={list} desk={desk} />
    </li>
  );
}

function factsOf(list: ListView, { text, language }: Services): string {
  if (list.origin === 'feed') return text('listOfFeed', { name: list.maintainer });
  const { sizeBytes, aboutHosts, state } = list;
  // Nobody says the size of a list given by its address; after the first fetch it is known.
  const bytes = sizeBytes ?? (state !== null && state.bytes > 0 ? state.bytes : null);
  const isHere = state !== null && state.updatedAt !== null;
  const facts = [
    isolated(list.origin === 'own' ? hostOf(list.url) : list.maintainer),
    bytes === null
      ? text('listSizeUnknown')
      : text('listSize', { size: sizeName(language, bytes) }),
    // Once it is here its sites are counted, below: two numbers for one list would only puzzle.
    ...(aboutHosts === null || (list.isOn && isHere)
      ? []
      : [text('listSites', { count: aboutCount(aboutHosts) })]),
  ];
  return facts.join(' · ');
}
