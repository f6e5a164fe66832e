// What the pages ask about growing up.
import type { growingContract } from '@/rules/messages/growing-contract.ts';

import type { HandlersOf } from './answer.ts';
import {
  answerProposed,
  makeProposal,
  readGrowing,
  withdrawProposal,
} from './use-cases/proposals.ts';
import type { World } from './world.ts';

type GrowingHandlers = HandlersOf<keyof typeof growingContract>;

export const createGrowingHandlers = (world: World): GrowingHandlers => ({
  'growing.read': (_, from) => readGrowing(world, from),
  'proposal.make': (proposal) => makeProposal(world, proposal),
  'proposal.withdraw': ({ proposalId }) => withdrawProposal(world, proposalId),
  'proposal.answer': (given) => answerProposed(world, given),
});
