import type { OutboxEntry } from './outbox-state.ts';

type Base = Pick<OutboxEntry, 'entryId' | 'reportId' | 'filedAt' | 'addressMark'>;

/** What a row of the outbox keeps in whatever state it goes on. */
export const baseOf = ({ entryId, reportId, filedAt, addressMark }: OutboxEntry): Base => ({
  entryId,
  reportId,
  filedAt,
  addressMark,
});
