// What the background keeps, in words of its own: no type of the library behind it leaks out.
import type { JournalEntry } from '@/rules/messages/replies.ts';
import type { ChildRequest } from '@/rules/overrides/request.ts';
import type { Instant, Reason } from '@/rules/policy/verdict.ts';

/** A blocked visit, kept 7 days and only for the bands whose guardian may see addresses. */
export type BlockedRow = {
  readonly at: Instant;
  readonly childId: string;
  readonly host: string;
  readonly reason: Reason;
};
/** What one child's day came to. `usage` is the ledger's own shape, parsed by whoever reads it. */
export type DayRow = {
  readonly childId: string;
  /** Local date, YYYY-MM-DD. */
  readonly date: string;
  readonly usage: unknown;
  readonly blockedCount: number;
};
/** An outbox entry, sealed: its words can not be read by looking into the browser's storage. */
export type OutboxRow = {
  readonly entryId: string;
  readonly filedAt: Instant;
  readonly sealed: Uint8Array<ArrayBuffer>;
};
export type Keys = { readonly sealing: CryptoKey; readonly marking: CryptoKey };

export type Database = {
  readonly journal: {
    readonly add: (entries: readonly JournalEntry[]) => Promise<void>;
    /** Newest first. */
    readonly latest: (count: number) => Promise<readonly JournalEntry[]>;
  };
  readonly requests: {
    readonly read: (id: string) => Promise<ChildRequest | null>;
    readonly save: (request: ChildRequest) => Promise<void>;
    /** Newest first; of one child, or of all. */
    readonly list: (childId?: string) => Promise<readonly ChildRequest[]>;
    /** Answered ones asked before `instant`; open ones stay. */
    readonly forgetBefore: (instant: Instant) => Promise<void>;
  };
  readonly outbox: {
    readonly read: (entryId: string) => Promise<OutboxRow | null>;
    readonly save: (row: OutboxRow) => Promise<void>;
    /** Oldest first. */
    readonly list: () => Promise<readonly OutboxRow[]>;
    readonly remove: (entryIds: readonly string[]) => Promise<void>;
  };
  readonly blocked: {
    readonly add: (row: BlockedRow) => Promise<void>;
    /** Newest first. */
    readonly since: (childId: string, instant: Instant) => Promise<readonly BlockedRow[]>;
    readonly forgetBefore: (instant: Instant) => Promise<void>;
    readonly forgetChild: (childId: string) => Promise<void>;
  };
  readonly days: {
    readonly read: (childId: string, date: string) => Promise<DayRow | null>;
    readonly save: (row: DayRow) => Promise<void>;
    /** From `first` to `last`, both included, oldest first. */
    readonly between: (childId: string, first: string, last: string) => Promise<readonly DayRow[]>;
    readonly forgetBefore: (date: string) => Promise<void>;
    readonly forgetChild: (childId: string) => Promise<void>;
  };
  /** Small records by name, parsed by whoever owns them; null if there is none. */
  readonly secrets: {
    readonly read: (name: string) => Promise<unknown>;
    readonly save: (name: string, value: unknown) => Promise<void>;
    readonly remove: (name: string) => Promise<void>;
    /** Non-extractable keys, made at the first call. */
    readonly keys: () => Promise<Keys>;
  };
  readonly meta: {
    readonly read: (name: string) => Promise<unknown>;
    readonly save: (name: string, value: unknown) => Promise<void>;
  };
  readonly close: () => void;
};

export type OpenDatabase = (name?: string) => Promise<Database>;
