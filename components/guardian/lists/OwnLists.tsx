import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { More } from '@/components/ui/More.tsx';
import { ownRefreshHours } from '@/rules/lists/plan.ts';
import type { ListView } from '@/rules/messages/replies.ts';
import type { OwnList } from '@/rules/policy/schema.ts';

import { AddList } from './AddList.tsx';
import { ListItem } from './ListItem.tsx';
import type { ListsDesk } from './lists-desk.ts';

/** As many as the policy takes. */
const mostOwn = 20;

/** The lists a guardian gave by their address. */
export function OwnLists({ desk }: { desk: ListsDesk }) {
  const { text } = useServices();
  const { chosen, choose, readOnly } = desk;
  const add = (list: OwnList) => choose({ ...chosen, own: [...chosen.own, list] });
  return (
    <section class="stack-tight">
      <h3>{text('ownLists')}</h3>
      {chosen.own.length > 0 && (
        <ul class="lists">
          {chosen.own.map((own) => (
            <ListItem key={own.id} list={viewOf(own, desk)} desk={desk}>
              {!readOnly && (
                <Button
                  kind="plain"
                  icon="trash"
                  label={text('listRemove', { name: own.name })}
                  onPress={() =>
                    choose({ ...chosen, own: chosen.own.filter(({ id }) => id !== own.id) })
                  }
                />
              )}
            </ListItem>
          ))}
        </ul>
      )}
      {readOnly && chosen.own.length === 0 && <p class="soft">{text('ownListsNone')}</p>}
      {!readOnly && chosen.own.length < mostOwn && (
        <More label={text('ownListsAdd')}>
          <AddList there={chosen.own.map(({ url }) => url)} onAdd={add} />
        </More>
      )}
    </section>
  );
}

/** What is known of it; before it is saved, only what was typed. */
function viewOf(own: OwnList, { known }: ListsDesk): ListView {
  const view = known?.lists.find(({ id, url }) => id === own.id && url === own.url);
  return (
    view ?? {
      ...own,
      origin: 'own',
      maintainer: '',
      home: null,
      licence: null,
      sizeBytes: null,
      aboutHosts: null,
      refreshHours: ownRefreshHours,
      isOn: false,
      state: null,
      work: null,
    }
  );
}
