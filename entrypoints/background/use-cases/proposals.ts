// What a child proposes, what the guardian answers, and the plan as both see it.
import { comesOfAgeOn, isOfAge } from '@/rules/growing/age.ts';
import { stepState } from '@/rules/growing/plan.ts';
import {
  answerProposal,
  canPropose,
  keptProposals,
  openProposal,
  type Proposal,
  proposalsSchema,
  viewOfProposal,
  withProposed,
} from '@/rules/growing/proposal.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { ChildGrowing, Growing, ProposalChanged } from '@/rules/messages/growing-replies.ts';
import type { Done } from '@/rules/messages/replies.ts';
import { parseWith } from '@/rules/parse.ts';
import type { ChildProfile, Policy } from '@/rules/policy/schema.ts';
import { momentAt } from '@/rules/time/moment.ts';

import { tellPages } from '../adapters/broadcast.ts';
import { Refusal } from '../answer.ts';
import type { Sender } from '../sender.ts';
import type { World } from '../world.ts';
import { planFacts } from './grow-up.ts';
import { applyPolicy } from './save-policy.ts';
import { activeChild, loadSituation } from './situation.ts';
import { refuseInPrivate } from './unlock.ts';

/** Of every child for the guardian, of the active one for a child's own page. */
export async function readGrowing(
  world: World,
  { surface }: Pick<Sender, 'surface'>,
): Promise<Growing> {
  refuseInPrivate(world);
  const policy = await policyInForce(world);
  const shown = surface === 'options' ? policy.children : [activeChild(policy)];
  const proposals = await readProposals(world);
  const loaded = await loadSituation(world);
  const children = await Promise.all(
    shown.map(async (child): Promise<ChildGrowing> => {
      const facts = await planFacts(world, policy, { child });
      // The active child stands in the situation with an age that is believed.
      const seen = loaded?.profile.id === child.id ? loaded.profile : child;
      return {
        childId: child.id,
        steps: (child.plan?.steps ?? []).map((step) => ({
          step,
          state: stepState(child, step, facts),
        })),
        ofAgeOn: child.born === undefined ? null : comesOfAgeOn(child.born),
        isOfAge: isOfAge(seen, { date: facts.today }),
        proposals: proposals.filter(({ childId }) => childId === child.id).map(viewOfProposal),
      };
    }),
  );
  return { today: dateNow(world, policy), children };
}

export async function makeProposal(
  world: World,
  { proposed, words }: Body<'proposal.make'>,
): Promise<ProposalChanged> {
  refuseInPrivate(world);
  if ((await world.policies.current()).source === 'managed') throw new Refusal('managed');
  const policy = await policyInForce(world);
  const child = activeChild(policy);
  return changeProposals(world, policy, (proposals) => {
    if (!canPropose(proposals, child, proposed, world.now()).ok) throw new Refusal('not-allowed');
    const proposal = openProposal(
      { id: world.random.id(), childId: child.id, proposed, words },
      world.now(),
    );
    return { proposal, next: [...proposals, proposal] };
  });
}

/** Taken back, it is gone. */
export async function withdrawProposal(world: World, proposalId: string): Promise<Done> {
  refuseInPrivate(world);
  const policy = await policyInForce(world);
  const { id: childId } = activeChild(policy);
  await changeProposals(world, policy, (proposals) => {
    const proposal = proposals.find(({ id, state }) => id === proposalId && state === 'open');
    if (proposal?.childId !== childId) throw new Refusal('not-found');
    return { proposal, next: proposals.filter((each) => each !== proposal) };
  });
  return {};
}

/** "Not now" is free; a yes is a change of the rules like any other, and needs the guardian where it weakens them. */
export async function answerProposed(
  world: World,
  { proposalId, answer, token }: Body<'proposal.answer'>,
): Promise<ProposalChanged> {
  refuseInPrivate(world);
  const policy = await policyInForce(world);
  return changeProposals(world, policy, async (proposals) => {
    const proposal = proposals.find(({ id }) => id === proposalId);
    const answered = proposal && answerProposal(proposal, answer, world.now());
    if (answered?.ok !== true) throw new Refusal('not-found');
    if (answer === 'agree') await agreeTo(world, answered.value, token);
    return {
      proposal: answered.value,
      next: proposals.map((each) => (each === proposal ? answered.value : each)),
    };
  });
}

async function agreeTo(world: World, proposal: Proposal, token: string | undefined): Promise<void> {
  const { policy, source, revision } = await world.policies.current();
  if (source === 'managed') throw new Refusal('managed');
  const child = policy?.children.find(({ id }) => id === proposal.childId);
  if (!policy || child === undefined) throw new Refusal('not-found');
  const given = { today: dateNow(world, policy), newId: `agreed-${proposal.id.slice(0, 8)}` };
  const changed = withProposed(child, proposal.proposed, given);
  // The rules have changed since: there is nothing left that a yes could give.
  if (!changed.ok) throw new Refusal('not-found');
  await applyPolicy(world, {
    policy: withChild(policy, changed.value),
    baseRevision: revision,
    token,
  });
}

const withChild = (policy: Policy, child: ChildProfile): Policy => ({
  ...policy,
  children: policy.children.map((each) => (each.id === child.id ? child : each)),
});

type Changed = { readonly proposal: Proposal; readonly next: readonly Proposal[] };

async function changeProposals(
  world: World,
  policy: Policy,
  change: (proposals: readonly Proposal[]) => Changed | Promise<Changed>,
): Promise<ProposalChanged> {
  const { proposal } = await world.lock('proposals', async () => {
    const changed = await change(await readProposals(world));
    const ids = policy.children.map(({ id }) => id);
    const kept = keptProposals(changed.next, ids, world.now());
    await (await world.database()).meta.save('proposals', kept);
    return changed;
  });
  tellPages();
  return { proposal: viewOfProposal(proposal) };
}

async function readProposals(world: World): Promise<readonly Proposal[]> {
  const stored = await (await world.database()).meta.read('proposals');
  const read = parseWith(proposalsSchema, stored);
  return read.ok ? read.value : [];
}

async function policyInForce(world: World): Promise<Policy> {
  const { policy } = await world.policies.current();
  if (policy === null) throw new Refusal('not-found');
  return policy;
}

const dateNow = (world: World, { timeZone }: Policy): string =>
  momentAt(world.now(), timeZone).date;
