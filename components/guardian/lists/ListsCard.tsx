import './lists.css';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Host } from '@/components/ui/Host.tsx';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

import type { PolicyDesk } from '../use-policy.ts';
import { Feeds } from './Feeds.tsx';
import { hostOf } from './list-words.ts';
import { ListItem } from './ListItem.tsx';
import { useListsDesk, type ListsDesk } from './lists-desk.ts';
import { OwnLists } from './OwnLists.tsx';

/** Every list and feed beyond our own, and everybody whom this browser asks for them. */
export function ListsCard({ desk: policyDesk }: { desk: PolicyDesk }) {
  const { text } = useServices();
  const desk = useListsDesk(policyDesk);
  return (
    <Card heading={text('listsHeading')} icon="list">
      <p class="soft">{text('listsIntro')}</p>
      {desk.known !== null && !desk.known.areSetsHere && (
        <Notice tone="calm" icon="eye-off">
          <p>{text('listsPrivate')}</p>
        </Notice>
      )}
      <AskedHosts desk={desk} />
      <FirstWall desk={desk} />
      <div class="row">
        <LinkButton icon="list" href="#rules">
          {text('listsByTopic')}
        </LinkButton>
      </div>
      <BestKnown desk={desk} />
      <OwnLists desk={desk} />
      <Feeds desk={desk} />
      <p class="soft small">{text('listsInPrivate')}</p>
    </Card>
  );
}

/** Whom this browser asks now, by what is saved. */
function AskedHosts({ desk }: { desk: ListsDesk }) {
  const { text } = useServices();
  const fetched = (desk.known?.lists ?? []).filter(
    ({ isOn, origin }) => isOn && (origin === 'catalogue' || origin === 'own'),
  );
  const urls = [...fetched, ...(desk.known?.feeds ?? [])].map(({ url }) => hostOf(url));
  const hosts = [...new Set(urls)].toSorted();
  if (hosts.length === 0) return <p>{text('listsAskNobody')}</p>;
  return (
    <div class="stack-tight">
      <p class="strong">{text('listsAsk')}</p>
      <ul class="bullets">
        {hosts.map((host) => (
          <li key={host}>
            <Host name={host} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The browser takes only so many names for its own rules: a guardian may know what becomes of the others. */
function FirstWall({ desk }: { desk: ListsDesk }) {
  const { text, language } = useServices();
  const wall = desk.known?.firstWall ?? null;
  if (wall === null || wall.held >= wall.listed) return null;
  const count = new Intl.NumberFormat(language);
  return (
    <p class="soft small">
      {text('listsFirstWall', {
        held: count.format(wall.held),
        listed: count.format(wall.listed),
      })}
    </p>
  );
}

function BestKnown({ desk }: { desk: ListsDesk }) {
  const { text } = useServices();
  const lists = desk.known?.lists.filter(({ category }) => category === null) ?? [];
  if (lists.length === 0) return null;
  return (
    <section class="stack-tight">
      <h3>{text('bestKnown')}</h3>
      <p class="soft">{text('bestKnownMeaning')}</p>
      <ul class="lists">
        {lists.map((list) => (
          <ListItem key={list.id} list={list} desk={desk} />
        ))}
      </ul>
    </section>
  );
}
