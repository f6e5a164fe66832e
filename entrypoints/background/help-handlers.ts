// The helps inside web pages. Nothing that comes in here is stored, logged, counted or passed on.
import type { helpContract } from '@/rules/messages/help-contract.ts';
import type { TextJudge } from '@/rules/text/judge.ts';

import type { AddressModelReader } from './adapters/address-model.ts';
import type { HandlersOf } from './answer.ts';
import { checkReceived } from './use-cases/check-received.ts';
import { checkSearch } from './use-cases/check-search.ts';
import { checkTyped } from './use-cases/check-typed.ts';
import { readPage } from './use-cases/read-page.ts';
import type { World } from './world.ts';

export type HelpWorld = World & {
  /** Null: the model could not be read. Then the help that needs it stays off, and says so. */
  readonly textJudge: () => Promise<TextJudge | null>;
  /** Null: an address then counts by what it imitates only. */
  readonly addressModel: AddressModelReader;
};

type HelpHandlers = HandlersOf<keyof typeof helpContract>;

export const createHelpHandlers = (world: HelpWorld): HelpHandlers => ({
  'page.read': (facts, from) => readPage(world, from, facts),
  'typed.check': (typed, from) => checkTyped(world, from, typed),
  'received.check': ({ messages }, from) => checkReceived(world, from, messages),
  'search.check': (_, from) => checkSearch(world, from),
});
