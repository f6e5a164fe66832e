import { useServices } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { More } from '@/components/ui/More.tsx';
import { catalogue } from '@/rules/lists/catalogue.ts';
import type { ListView } from '@/rules/messages/replies.ts';
import type { Action, Category } from '@/rules/policy/schema.ts';

import { aboutCount } from './list-words.ts';
import { ListItem } from './ListItem.tsx';
import type { ListsDesk } from './lists-desk.ts';

export type TopicMoreProps = {
  readonly category: Category;
  readonly action: Action;
  /** null: before set-up there are no lists to choose. */
  readonly desk: ListsDesk | null;
};

/** What a topic means, how many sites it covers, and the lists behind it. */
export function TopicMore({ category, action, desk }: TopicMoreProps) {
  const { text } = useServices();
  const lists = desk?.known?.lists.filter((list) => list.category === category) ?? [];
  const others = lists.filter(({ origin }) => origin !== 'starter');
  const [shown, rest] = parted(others);
  return (
    <More
      look="hint"
      label={text(`category-${category}-hint`)}
      about={text('topicMore', { topic: text(`category-${category}`) })}
    >
      <p>{text(`category-${category}-about`)}</p>
      {desk !== null && desk.known !== null && (
        <>
          <Counts lists={lists} action={action} />
          <Listed lists={shown} desk={desk} />
          {rest.length > 0 && (
            <More label={text('topicRest', { count: rest.length })}>
              <Listed lists={rest} desk={desk} />
            </More>
          )}
        </>
      )}
    </More>
  );
}

const suggested = new Set(catalogue.filter((list) => list.isSuggested).map(({ id }) => id));
/** Those to begin with and those that are on; the others behind a line, where there are others to begin with. */
function parted(lists: readonly ListView[]): readonly [readonly ListView[], readonly ListView[]] {
  const isFirst = ({ id, isOn, origin }: ListView): boolean =>
    isOn || origin !== 'catalogue' || suggested.has(id);
  return lists.some(({ id }) => suggested.has(id))
    ? [lists.filter(isFirst), lists.filter((list) => !isFirst(list))]
    : [lists, []];
}

function Listed({ lists, desk }: { lists: readonly ListView[]; desk: ListsDesk }) {
  const { text } = useServices();
  if (lists.length === 0) return null;
  return (
    <ul class="lists">
      {lists.map((list) => (
        <ListItem key={list.id} list={list} desk={desk}>
          {list.origin === 'own' && (
            <LinkButton kind="plain" size="small" icon="settings" href="#settings">
              {text('listInSettings')}
            </LinkButton>
          )}
        </ListItem>
      ))}
    </ul>
  );
}

function Counts({ lists, action }: { lists: readonly ListView[]; action: Action }) {
  const { text } = useServices();
  // Our own list has no editions: what it holds is known from the package.
  const sum = (some: readonly ListView[]) =>
    some.reduce((all, { state, aboutHosts }) => all + (state?.hosts ?? aboutHosts ?? 0), 0);
  const ours = lists.filter(({ origin }) => origin === 'starter');
  const on = lists.filter(({ origin, isOn }) => origin !== 'starter' && isOn);
  const others = lists.length - ours.length;
  return (
    <p class="soft">
      {ours.length > 0 && text('topicOwn', { count: sum(ours) })}{' '}
      {on.length > 0 && text('topicOthers', { count: aboutCount(sum(on)) })}
      {on.length === 0 && text(others === 0 ? 'topicNoLists' : 'topicChoose')}
      {action === 'allow' && on.length > 0 && ` ${text('topicOpen')}`}
    </p>
  );
}
