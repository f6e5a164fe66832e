import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { ProposalView } from '@/rules/messages/growing-replies.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import { stepWords } from './step-words.ts';

const shown = 5;

export type MyProposalsProps = {
  readonly child: ChildProfile;
  readonly proposals: readonly ProposalView[];
  readonly onChanged: () => void;
};

/** What was proposed, newest first, and what came of it. */
export function MyProposals({ child, proposals, onChanged }: MyProposalsProps) {
  const services = useServices();
  const { text, ask } = services;
  if (proposals.length === 0) return null;
  const newest = proposals.toSorted((a, b) => b.proposedAt - a.proposedAt).slice(0, shown);
  return (
    <div class="stack-tight">
      <h3>{text('growingMyProposals')}</h3>
      <ul class="stack">
        {newest.map((proposal) => (
          <li key={proposal.id} class="row-between">
            <div class="stack-tight growing-proposal-words">
              <span>{stepWords(services, child, proposal.proposed)}</span>
              <span class="soft small">
                {[text(keyOf(proposal)), whenWords(services, proposal.proposedAt)].join(' · ')}
              </span>
              {proposal.refusal !== null && <span>{text(`notNow-${proposal.refusal}`)}</span>}
            </div>
            {proposal.state === 'open' && (
              <Button
                size="small"
                onPress={() =>
                  void ask('proposal.withdraw', { proposalId: proposal.id }).then(onChanged)
                }
              >
                {text('growingWithdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const keyOf = ({ state }: ProposalView): string =>
  ({ open: 'growingOpen', agreed: 'growingAgreed', refused: 'growingRefused' })[state];
