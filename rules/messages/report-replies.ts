// What the pages hear of reports and of the packs they go by.
import type { Instant } from '../policy/verdict.ts';
import type { ReportTopic } from './contract.ts';

/** How a report leaves: to a desk by itself, or by a person through the official doors. */
export type ReportRoute =
  | {
      readonly kind: 'desk';
      readonly name: string;
      /** Where it is, with its port: a name is what somebody calls it. Not known of rows from before it was kept. */
      readonly host?: string;
    }
  | {
      readonly kind: 'form';
      readonly mechanismId: string;
      readonly operator: string;
      readonly url: string;
    };
export type ReportState = {
  readonly reportId: string;
  readonly state:
    | 'undoable'
    | 'waiting'
    | 'sending'
    | 'delivered'
    | 'by-hand'
    | 'undone'
    | 'refused'
    /** The child took it back after it had arrived. */
    | 'withdrawn';
  readonly undoUntil: Instant | null;
  readonly now: Instant;
  readonly route: ReportRoute;
  readonly receipt: string | null;
  readonly topic: ReportTopic | null;
  readonly words: string;
  /** The facts, in the order an official form asks for them, for the copy buttons. */
  readonly facts: readonly { readonly key: string; readonly value: string }[];
  /** A mail to the route's mechanism, ready to be sent by the family's own program; null if it takes none. */
  readonly mailto: string | null;
  readonly attempts: number;
  /** What the desk says became of it; null: it has not arrived, or this desk does not tell. */
  readonly progress: ReportProgress | null;
  /** Nobody at the desk has read it yet, and the desk lets it be taken back. */
  readonly mayWithdraw: boolean;
  /** A try ended without an answer: the desk may have it, so it can not be taken back here. Absent: it has not left. */
  readonly mayHaveArrived?: true;
  /** The desk says that it has it no more, though nobody took it back. Absent: it does not say so. */
  readonly deskHasNone?: true;
  /** Whether anything can be added: not to one that was taken back, and not without end. */
  readonly mayAdd: boolean;
  /** Between the desk and the child, oldest first. */
  readonly messages: readonly DeskMessage[];
  /** Why a person has to send it; null where a machine does. */
  readonly byHandWhy:
    | 'no-desk'
    | 'many-today'
    | 'many-this-week'
    | 'outbox-full'
    | 'refused'
    | 'too-old'
    | null;
};
/** What a web page's own process may hold of a report: none of a child's words, no facts, nothing of the desk's. */
export type PageReport = Pick<ReportState, 'reportId' | 'state' | 'undoUntil' | 'now'> & {
  readonly route:
    | { readonly kind: 'desk'; readonly name: string }
    /** null: no form for the smallest. */
    | { readonly kind: 'form'; readonly operator: string; readonly url: string | null };
};
export type ReportProgress = 'received' | 'read' | 'done';
export type DeskMessage = {
  readonly id: string;
  readonly at: Instant;
  readonly from: 'desk' | 'you';
  readonly text: string;
  /** Of what the child wrote: it has not arrived yet, or the desk does not take it. Absent: it arrived. */
  readonly state?: 'waiting' | 'failed';
};
/** null: opened by the toolbar's button. */
export type PopupOpened = {
  readonly shows:
    | { readonly kind: 'report'; readonly reportId: string }
    | { readonly kind: 'help' }
    /** Covered pictures in this tab, which a guardian may show. */
    | { readonly kind: 'pictures'; readonly tabId: number }
    /** The small window beside an official form. */
    | { readonly kind: 'card'; readonly reportId: string; readonly mechanismId: string }
    | null;
};
export type Reports = { readonly reports: readonly ReportState[] };

/** `file`: JSON with all that is still here. `sha256`: of the canonical form of the newest letter; null where it is not kept. */
export type ReportCopy = { readonly file: string; readonly sha256: string | null };

/** Which facts were written into the form; none: it has no box that fits, or it is gone. */
export type FormFilled = { readonly filled: readonly string[] };

export type PackFacts = {
  readonly country: string;
  readonly version: number;
  readonly issued: string | null;
  readonly expires: string | null;
  readonly isExpired: boolean;
  /** Where this edition came from. */
  readonly from: 'package' | 'file' | 'web';
  readonly deskName: string | null;
};
export type PackProblem =
  | 'not-a-pack'
  | 'not-signed'
  | 'unknown-key'
  | 'wrong-signature'
  | 'other-country'
  | 'not-newer'
  | 'expired'
  | 'unsound';
/** `detail` names what and where, for a grown-up who can write to whoever made the file. */
export type PackImported =
  | { readonly ok: true; readonly pack: PackFacts }
  | { readonly ok: false; readonly problem: PackProblem; readonly detail: string };
