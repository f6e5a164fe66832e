import { useState } from 'preact/hooks';

import { useGuarded } from '@/components/guardian/guarded.tsx';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { More } from '@/components/ui/More.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { refusals, type Body, type Refusal, type Refused } from '@/rules/messages/contract.ts';
import type { ProposalView } from '@/rules/messages/growing-replies.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import { stepWords } from './step-words.ts';

export type ProposalCardProps = {
  readonly proposal: ProposalView;
  readonly child: ChildProfile;
  readonly canAnswer: boolean;
  readonly onAnswered: () => Promise<void>;
};

/** One proposal of a child: the sentence, the child's words, and two answers of the same weight. */
export function ProposalCard({ proposal, child, canAnswer, onAnswered }: ProposalCardProps) {
  const services = useServices();
  const { text } = services;
  return (
    <Card heading={text('growingProposalFrom', { child: child.nickname })} icon="ask">
      <p class="strong">{stepWords(services, child, proposal.proposed)}</p>
      {proposal.words !== '' && (
        <p class="growing-quote">
          <bdi>{proposal.words}</bdi>
        </p>
      )}
      <p class="soft small">{whenWords(services, proposal.proposedAt)}</p>
      {canAnswer && <Answer proposalId={proposal.id} onAnswered={onAnswered} />}
    </Card>
  );
}

type AnswerProps = {
  readonly proposalId: string;
  readonly onAnswered: ProposalCardProps['onAnswered'];
};

function Answer({ proposalId, onAnswered }: AnswerProps) {
  const { text, ask } = useServices();
  const { run } = useGuarded();
  const [refusing, setRefusing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>('talk-first');
  const [failed, setFailed] = useState<Refused | null>(null);
  const give = async (answer: Body<'proposal.answer'>['answer']) => {
    const outcome = await run(text('growingAgreeNeedsPin'), (given) =>
      ask('proposal.answer', { proposalId, answer, ...given }),
    );
    if (outcome.ok) await onAnswered();
    else setFailed(outcome.failure === 'needs-guardian' ? null : outcome.failure);
  };
  return (
    <div class="stack">
      {refusing && (
        <Choices
          label={text('growingRefusal')}
          look="chips"
          options={refusals.map((value) => ({ value, label: text(`refusal-${value}`) }))}
          value={refusal}
          onChange={setRefusal}
        />
      )}
      {failed !== null && (
        <Notice tone="care" live>
          <p>{text(failed === 'not-found' ? 'growingAgreeTooLate' : `refused-${failed}`)}</p>
        </Notice>
      )}
      {refusing ? (
        <div class="row">
          <Button kind="main" icon="send" onPress={() => void give(refusal)}>
            {text('growingRefuseSend')}
          </Button>
          <Button onPress={() => setRefusing(false)}>{text('cancel')}</Button>
        </div>
      ) : (
        <div class="row">
          <Button kind="main" icon="check" onPress={() => void give('agree')}>
            {text('growingAgree')}
          </Button>
          <Button onPress={() => setRefusing(true)}>{text('growingRefuse')}</Button>
        </div>
      )}
    </div>
  );
}

const shown = 10;

export function AnsweredProposals(props: {
  readonly proposals: readonly ProposalView[];
  readonly child: ChildProfile;
}) {
  const services = useServices();
  const { text } = services;
  const newest = props.proposals.toSorted((a, b) => b.proposedAt - a.proposedAt);
  return (
    <More label={text('growingAnswered')}>
      <ul class="stack">
        {newest.slice(0, shown).map(({ id, proposed, state, refusal, proposedAt }) => (
          <li key={id} class="stack-tight">
            <span>{stepWords(services, props.child, proposed)}</span>
            <span class="soft small">
              {[
                whenWords(services, proposedAt),
                text(state === 'agreed' ? 'growingAgreed' : 'growingRefused'),
                ...(refusal === null ? [] : [text(`refusal-${refusal}`)]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </More>
  );
}
