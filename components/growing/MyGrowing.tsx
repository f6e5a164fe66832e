import { useState } from 'preact/hooks';

import { useReply } from '@/components/page/use-reply.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ChildGrowing } from '@/rules/messages/growing-replies.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import { Agreement } from './Agreement.tsx';
import { CalmWeeks } from './CalmWeeks.tsx';
import { MyProposals } from './MyProposals.tsx';
import { proposable } from './proposable.ts';
import { Propose } from './Propose.tsx';

/** What was agreed about growing up, and a way to propose more. */
export function MyGrowing() {
  const { text } = useServices();
  const { value: read } = useReply('policy.read');
  const { value: growing, reload } = useReply('growing.read');
  const policy = read?.policy ?? null;
  const child = policy?.children.find(({ id }) => id === policy.activeChild);
  const own = growing?.children.find(({ childId }) => childId === child?.id);
  if (child === undefined || own === undefined) return null;
  const steps = child.plan?.steps ?? [];
  return (
    <Card heading={text('growingHeading')} icon="grow">
      <p class="soft">{text(steps.length === 0 ? 'growingNoPlanChild' : 'growingPlanChild')}</p>
      {steps.length > 0 && <Agreement child={child} states={statesOf(own)} />}
      {steps.some(({ afterCalmWeeks }) => afterCalmWeeks !== undefined) && <CalmWeeks />}
      <MyProposals child={child} proposals={own.proposals} onChanged={() => void reload()} />
      {read?.source !== 'managed' && (
        <ProposeRoom child={child} own={own} onSent={() => void reload()} />
      )}
    </Card>
  );
}

const statesOf = ({ steps }: ChildGrowing) =>
  new Map(steps.map(({ step, state }) => [step.id, state]));

type ProposeRoomProps = {
  readonly child: ChildProfile;
  readonly own: ChildGrowing;
  readonly onSent: () => void;
};

function ProposeRoom({ child, own, onSent }: ProposeRoomProps) {
  const services = useServices();
  const { text } = services;
  const [mode, setMode] = useState<'shut' | 'open' | 'sent'>('shut');
  const offers = proposable(services, child, own.proposals);
  if (mode === 'open' && offers.length > 0) {
    return (
      <Propose
        child={child}
        offers={offers}
        onSent={() => {
          setMode('sent');
          onSent();
        }}
        onCancel={() => setMode('shut')}
      />
    );
  }
  return (
    <>
      {mode === 'sent' && (
        <Notice tone="good" live>
          <p>{text('growingProposeSent')}</p>
        </Notice>
      )}
      {offers.length > 0 && (
        <div>
          <Button icon="grow" onPress={() => setMode('open')}>
            {text('growingPropose')}
          </Button>
        </div>
      )}
    </>
  );
}
