import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import type { Day, State } from '@/rules/messages/replies.ts';

import { GiveTime } from './GiveTime.tsx';
import { Rest } from './Rest.tsx';

export type RightNowProps = {
  readonly state: State;
  readonly day: Day;
  readonly onChanged: () => Promise<void>;
};

/** What a guardian does about time on the spot. Without a PIN on this device nobody could end or give anything. */
export function RightNow({ state, day, onChanged }: RightNowProps) {
  const { text } = useServices();
  if (!state.hasGuardianSecret || state.child === null) return null;
  const running = day.overrides.find(({ covers }) => covers === 'lockdown') ?? null;
  return (
    <Card heading={text('nowHeading')} icon="clock">
      <div class="halves">
        <GiveTime child={state.child.nickname} day={day} onGiven={onChanged} />
        <Rest running={running} onChanged={onChanged} />
      </div>
    </Card>
  );
}
