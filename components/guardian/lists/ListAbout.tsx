import { useState } from 'preact/hooks';

import { dayOf } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Host } from '@/components/ui/Host.tsx';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { More } from '@/components/ui/More.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Refused } from '@/rules/messages/contract.ts';
import type { ListView } from '@/rules/messages/replies.ts';

import { hostOf, sizeName } from './list-words.ts';
import type { ListsDesk } from './lists-desk.ts';

export type ListAboutProps = { readonly list: ListView; readonly desk: ListsDesk };

/** Everything there is to know of a list, and the way to a newer edition: behind a line, for who asks. */
export function ListAbout({ list, desk }: ListAboutProps) {
  const { text } = useServices();
  return (
    <More label={text('listAbout')} about={list.name}>
      <ListFacts list={list} />
      <div class="row">
        {list.home !== null && (
          <LinkButton size="small" icon="external" href={list.home}>
            {text('listHome')}
            <span class="visually-hidden">{` ${list.name}`}</span>
          </LinkButton>
        )}
        {list.isOn && list.origin !== 'feed' && !desk.readOnly && list.work === null && (
          <RefreshButton id={list.id} name={list.name} desk={desk} />
        )}
      </div>
    </More>
  );
}

function ListFacts({ list }: { list: ListView }) {
  const { text, language, timeZone } = useServices();
  const { state } = list;
  return (
    <dl class="facts small">
      {list.maintainer !== '' && (
        <>
          <dt>{text('listMaintainer')}</dt>
          <dd>
            <bdi>{list.maintainer}</bdi>
          </dd>
        </>
      )}
      <dt>{text('listLicence')}</dt>
      <dd>{list.licence === null ? text('listLicenceNone') : <bdi>{list.licence}</bdi>}</dd>
      <dt>{text('listFrom')}</dt>
      <dd>
        <Host name={hostOf(list.url)} />
        <span class="soft">{` · ${text('listEvery', { count: list.refreshHours })}`}</span>
      </dd>
      {state !== null && state.checkedAt !== null && (
        <>
          <dt>{text('listChecked')}</dt>
          <dd>
            {dayOf(language, state.checkedAt, timeZone)}
            {state.bytes > 0 && <span class="soft">{` · ${sizeName(language, state.bytes)}`}</span>}
          </dd>
        </>
      )}
      {state !== null && state.refused > 0 && (
        <>
          <dt>{text('listRefused')}</dt>
          <dd>{text('listRefusedWhy', { count: state.refused })}</dd>
        </>
      )}
    </dl>
  );
}

type RefreshButtonProps = {
  readonly id: string;
  readonly name: string;
  readonly desk: ListsDesk;
};

export function RefreshButton({ id, name, desk }: RefreshButtonProps) {
  const { text } = useServices();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const look = async () => {
    setBusy(true);
    setRefused(await desk.refresh(id));
    setBusy(false);
  };
  return (
    <>
      <Button size="small" icon="refresh" busy={busy} onPress={() => void look()}>
        {text('listLookNow')}
        <span class="visually-hidden">{` ${name}`}</span>
      </Button>
      {refused !== null && (
        <Notice tone="care" live>
          <p>{text(`refused-${refused}`)}</p>
        </Notice>
      )}
    </>
  );
}
