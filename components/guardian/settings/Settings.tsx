import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import type { State } from '@/rules/messages/replies.ts';

import { CodesCard } from '../codes/CodesCard.tsx';
import { ListsCard } from '../lists/ListsCard.tsx';
import type { PolicyDesk } from '../use-policy.ts';
import { ChangeSecret } from './ChangeSecret.tsx';
import { PackCard } from './PackCard.tsx';
import { PlaceSettings } from './PlaceSettings.tsx';
import { PolicyFile } from './PolicyFile.tsx';
import { RecoverSecret } from './RecoverSecret.tsx';
import { HonestLimits, SideDoorList } from './SideDoorList.tsx';

export type SettingsProps = { readonly state: State; readonly desk: PolicyDesk | null };

export function Settings({ state, desk }: SettingsProps) {
  const { text } = useServices();
  const nicknames = state.children.map(({ nickname }) => nickname);
  const ownSecret = state.source === 'local' && state.hasGuardianSecret;
  return (
    <div class="stack-loose">
      <h1>{text('settingsHeading')}</h1>
      <Card heading={text('doorsHeading')} icon="door">
        <p class="soft">{text('doorsIntro')}</p>
        <SideDoorList level="h3" />
        <HonestLimits />
      </Card>
      {desk !== null && <PlaceSettings desk={desk} />}
      <PackCard />
      <CodesCard state={state} desk={desk} />
      {desk !== null && <ListsCard desk={desk} />}
      {ownSecret && <ChangeSecret nicknames={nicknames} />}
      {ownSecret && <RecoverSecret nicknames={nicknames} />}
      {desk !== null && <PolicyFile desk={desk} />}
    </div>
  );
}
