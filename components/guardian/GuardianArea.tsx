import './guardian.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { GrowingUp } from '@/components/growing/GrowingUp.tsx';
import { useReply, type Replied } from '@/components/page/use-reply.ts';
import { useServices } from '@/components/services.ts';
import { HandOver } from '@/components/setup/HandOver.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Screen } from '@/components/ui/Screen.tsx';
import type { State } from '@/rules/messages/replies.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import { AreaNotices } from './AreaNotices.tsx';
import { Children } from './Children.tsx';
import { useGuarded, WithGuardian } from './guarded.tsx';
import { Guides } from './Guides.tsx';
import { Journal } from './Journal.tsx';
import { Requests } from './Requests.tsx';
import { Rules } from './Rules.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SectionNav } from './SectionNav.tsx';
import { useSection, type Section } from './sections.ts';
import { Settings } from './settings/Settings.tsx';
import { canTryIt } from './starting-child.ts';
import { Today } from './Today.tsx';
import { usePolicyDesk, type PolicyDesk } from './use-policy.ts';

export type GuardianAreaProps = {
  readonly state: State;
  /** The household may have changed: look again. */
  readonly onChanged: () => void;
  readonly help?: ComponentChildren;
};

/** Opening needs no PIN: nothing here is secret, and only a weakening asks for it. */
export function GuardianArea(props: GuardianAreaProps) {
  const { text } = useServices();
  if (props.state.incognito) {
    return (
      <Screen surface="guardian" help={props.help}>
        <Notice tone="calm" icon="eye-off">
          <h1>{text('guardianPrivateHeading')}</h1>
          <p>{text('guardianPrivateBody')}</p>
          {props.state.problems.some(({ where }) => where === 'lists') && (
            <p>{text('listsPrivate')}</p>
          )}
        </Notice>
      </Screen>
    );
  }
  return (
    <WithGuardian>
      <Area {...props} />
    </WithGuardian>
  );
}

const requestsEveryMs = 20_000;

function Area({ state, onChanged, help }: GuardianAreaProps) {
  const section = useSection();
  const { desk } = usePolicyDesk();
  const requests = useReply('requests.read', requestsEveryMs);
  const growing = useReply('growing.read');
  const [shown, setShown] = useState<ChildProfile | null>(null);
  const waiting = requests.value?.requests.filter((request) => request.state === 'open').length;
  const saved = desk?.saving.kind === 'saved';
  useEffect(() => {
    if (saved) onChanged();
  }, [saved, onChanged]);

  if (shown !== null) {
    return (
      <Screen surface="hand-over" help={help}>
        <HandOver child={shown} canTry={canTryIt(shown)} onDone={() => setShown(null)} />
      </Screen>
    );
  }
  return (
    <Screen surface="guardian" width="wide" help={help} top={<LockButton />}>
      <div class="area">
        <SectionNav
          section={section}
          waiting={{ requests: waiting ?? 0, growing: openProposals(growing) }}
        />
        <div class="area-main stack-loose">
          <AreaNotices state={state} />
          <Room {...{ section, state, desk, requests, growing }} onShowHandOver={setShown} />
          {desk && <SaveBar desk={desk} />}
        </div>
      </div>
    </Screen>
  );
}

const openProposals = ({ value }: Replied<'growing.read'>): number =>
  value?.children.flatMap(({ proposals }) => proposals).filter(({ state }) => state === 'open')
    .length ?? 0;

type RoomProps = {
  readonly section: Section;
  readonly state: State;
  readonly desk: PolicyDesk | null;
  readonly requests: Replied<'requests.read'>;
  readonly growing: Replied<'growing.read'>;
  readonly onShowHandOver: (child: ChildProfile) => void;
};

function Room({ section, state, desk, requests, growing, onShowHandOver }: RoomProps) {
  switch (section) {
    case 'today':
      return <Today state={state} />;
    case 'requests':
      return <Requests state={state} requests={requests} />;
    case 'rules':
      return desk && <Rules desk={desk} />;
    case 'children':
      return desk && <Children desk={desk} onShowHandOver={onShowHandOver} />;
    case 'growing':
      return desk && <GrowingUp desk={desk} growing={growing} />;
    case 'guides':
      return <Guides />;
    case 'journal':
      return <Journal />;
    case 'settings':
      return <Settings state={state} desk={desk} />;
    default:
      return section satisfies never;
  }
}

function LockButton() {
  const { text } = useServices();
  const { unlocked, lock } = useGuarded();
  if (!unlocked) return null;
  return (
    <Button kind="plain" size="small" icon="lock" onPress={lock}>
      {text('guardianLock')}
    </Button>
  );
}
