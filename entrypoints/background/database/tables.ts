// The tables as Dexie sees them. A version that was released is frozen: a change is a new version below it.
import { Dexie, type Table } from 'dexie';

import type { JournalEntry } from '@/rules/messages/replies.ts';
import type { ChildRequest } from '@/rules/overrides/request.ts';

import type { BlockedRow, DayRow, OutboxRow } from './database.ts';
import { version1 } from './versions/0001-first.ts';

type Named = { readonly name: string; readonly value: unknown };

export type Tables = Dexie & {
  readonly journal: Table<JournalEntry & { id?: number }, number>;
  readonly requests: Table<ChildRequest, string>;
  readonly outbox: Table<OutboxRow, string>;
  readonly blocked: Table<BlockedRow & { id?: number }, number>;
  readonly days: Table<DayRow, [string, string]>;
  readonly secrets: Table<Named, string>;
  readonly meta: Table<Named, string>;
};

export function defineTables(name: string): Tables {
  // The worker may be two at a time for a moment (update, private window): no cross-tab chatter is wanted.
  const tables = new Dexie(name, { autoOpen: true, chromeTransactionDurability: 'strict' });
  version1(tables);
  return tables as Tables;
}
