import { useState } from 'preact/hooks';

import type { PolicyDesk } from '@/components/guardian/use-policy.ts';
import type { Replied } from '@/components/page/use-reply.ts';
import { useServices } from '@/components/services.ts';
import { Choices } from '@/components/ui/Choices.tsx';
import type { ChildGrowing } from '@/rules/messages/growing-replies.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';
import { momentAt } from '@/rules/time/moment.ts';

import { AtEighteen } from './AtEighteen.tsx';
import { PlanCard } from './PlanCard.tsx';
import { AnsweredProposals, ProposalCard } from './ProposalCard.tsx';

export type GrowingUpProps = {
  readonly desk: PolicyDesk;
  readonly growing: Replied<'growing.read'>;
};

/** The room of the plan: what a child proposes, what was agreed, and the day it all ends. */
export function GrowingUp({ desk, growing }: GrowingUpProps) {
  const { text, now, timeZone } = useServices();
  const { policy, edit } = desk;
  const [chosen, setChosen] = useState(policy.activeChild);
  const child = policy.children.find(({ id }) => id === chosen) ?? policy.children[0];
  if (child === undefined) return null;
  const own = growing.value?.children.find(({ childId }) => childId === child.id) ?? null;
  const today = growing.value?.today ?? momentAt(now(), timeZone).date;
  const change = (changed: ChildProfile) =>
    edit({
      ...policy,
      children: policy.children.map((other) => (other.id === changed.id ? changed : other)),
    });
  const about = { child, today, readOnly: desk.readOnly, onChange: change };
  return (
    <div class="stack-loose">
      <div class="stack-tight">
        <h1>{text('growingRoomHeading', { child: child.nickname })}</h1>
        <p class="soft">{text('growingRoomIntro')}</p>
      </div>
      {policy.children.length > 1 && (
        <Choices
          label={text('rulesWhose')}
          look="chips"
          options={policy.children.map(({ id, nickname }) => ({ value: id, label: nickname }))}
          value={child.id}
          onChange={setChosen}
        />
      )}
      {own !== null && (
        <Proposals own={own} child={child} canAnswer={!desk.readOnly} reload={growing.reload} />
      )}
      <PlanCard key={`plan ${child.id}`} {...about} own={own} />
      <AtEighteen key={`born ${child.id}`} {...about} own={own} />
    </div>
  );
}

type ProposalsProps = {
  readonly own: ChildGrowing;
  readonly child: ChildProfile;
  readonly canAnswer: boolean;
  readonly reload: () => Promise<void>;
};

function Proposals({ own, child, canAnswer, reload }: ProposalsProps) {
  const open = own.proposals.filter(({ state }) => state === 'open');
  const answered = own.proposals.filter(({ state }) => state !== 'open');
  return (
    <>
      {open.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          proposal={proposal}
          child={child}
          canAnswer={canAnswer}
          onAnswered={reload}
        />
      ))}
      {answered.length > 0 && <AnsweredProposals proposals={answered} child={child} />}
    </>
  );
}
