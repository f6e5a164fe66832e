import { dayOf } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Host } from '@/components/ui/Host.tsx';
import { More } from '@/components/ui/More.tsx';
import { feedRefreshHours } from '@/rules/lists/plan.ts';
import type { FeedView } from '@/rules/messages/replies.ts';
import type { Feed } from '@/rules/policy/schema.ts';

import { AddFeed } from './AddFeed.tsx';
import { hostOf, problemToTell } from './list-words.ts';
import { RefreshButton } from './ListAbout.tsx';
import type { ListsDesk } from './lists-desk.ts';
import { ListTrouble } from './ListStanding.tsx';
import { WillFetch } from './WillFetch.tsx';

/** As many as the policy takes. */
const mostFeeds = 5;

/** The signed feeds of a school or a national body. */
export function Feeds({ desk }: { desk: ListsDesk }) {
  const { text } = useServices();
  const { chosen, choose, readOnly } = desk;
  return (
    <section class="stack-tight">
      <h3>{text('feeds')}</h3>
      <p class="soft">{text('feedsMeaning')}</p>
      {chosen.feeds.length > 0 && (
        <ul class="lists">
          {chosen.feeds.map((feed) => (
            <FeedItem key={feed.id} feed={feed} desk={desk} />
          ))}
        </ul>
      )}
      {!readOnly && chosen.feeds.length < mostFeeds && (
        <More label={text('feedsAdd')}>
          <AddFeed
            there={chosen.feeds.map(({ url }) => url)}
            onAdd={(feed) => choose({ ...chosen, feeds: [...chosen.feeds, feed] })}
          />
        </More>
      )}
    </section>
  );
}

function FeedItem({ feed, desk }: { feed: Feed; desk: ListsDesk }) {
  const { text } = useServices();
  const { chosen, choose, readOnly, known } = desk;
  const view = known?.feeds.find(({ id, url }) => id === feed.id && url === feed.url);
  const remove = () =>
    choose({ ...chosen, feeds: chosen.feeds.filter(({ id }) => id !== feed.id) });
  return (
    <li class="list-item stack-tight">
      <div class="row-between">
        <div class="stack-tight">
          <span class="strong">
            <bdi>{feed.name}</bdi>
          </span>
          <span class="soft">
            <Host name={hostOf(feed.url)} />
          </span>
        </div>
        {!readOnly && (
          <Button
            kind="plain"
            icon="trash"
            label={text('listRemove', { name: feed.name })}
            onPress={remove}
          />
        )}
      </div>
      {view === undefined ? (
        <WillFetch name={feed.name} host={hostOf(feed.url)} hours={feedRefreshHours} />
      ) : (
        <FeedStanding view={view} desk={desk} />
      )}
    </li>
  );
}

function FeedStanding({ view, desk }: { view: FeedView; desk: ListsDesk }) {
  const { text, language, timeZone, now } = useServices();
  const { version, expiresAt } = view;
  const problem = problemToTell(view, version !== null);
  const day = (at: number) => dayOf(language, at, timeZone);
  const isOver = expiresAt !== null && expiresAt <= now();
  return (
    <>
      <p class="soft small">
        {version === null ? text('listNotYet') : text('feedVersion', { version: String(version) })}
        {expiresAt !== null &&
          ` ${text(isOver ? 'feedOver' : 'feedUntil', { date: day(expiresAt) })}`}
      </p>
      {problem !== null && (
        <ListTrouble problem={problem} kept={version === null ? 'nothing' : 'last'} />
      )}
      {!desk.readOnly && (
        <div class="row">
          <RefreshButton id={view.id} name={view.name} desk={desk} />
        </div>
      )}
    </>
  );
}
