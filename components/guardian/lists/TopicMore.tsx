import { useServices } from '@/components/services.ts';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { More } from '@/components/ui/More.tsx';
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
          {others.length > 0 && (
            <ul class="lists">
              {others.map((list) => (
                <ListItem key={list.id} list={list} desk={desk}>
                  {list.origin === 'own' && (
                    <LinkButton kind="plain" size="small" icon="settings" href="#settings">
                      {text('listInSettings')}
                    </LinkButton>
                  )}
                </ListItem>
              ))}
            </ul>
          )}
        </>
      )}
    </More>
  );
}

function Counts({ lists, action }: { lists: readonly ListView[]; action: Action }) {
  const { text } = useServices();
  const sum = (some: readonly ListView[]) =>
    some.reduce((all, { state }) => all + (state?.hosts ?? 0), 0);
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
