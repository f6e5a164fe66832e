// The shapes the background answers with. Types only: a reply comes from our own background and is trusted.
import type { ListProblem, ListState } from '../lists/list-state.ts';
import type { AgeBand, Category, Language, Policy } from '../policy/schema.ts';
import type { Instant, Verdict } from '../policy/verdict.ts';
import type { ClosedSpan, NamedSeconds } from '../time/history.ts';
import type { Answer, AskReason, Refusal, Wish } from './contract.ts';

export type Done = Record<string, never>;

export type ChildView = {
  readonly id: string;
  readonly nickname: string;
  readonly ageBand: AgeBand;
  /** The controls have ended, and every page says so. */
  readonly isOfAge?: boolean;
};

export type State = {
  readonly setUp: boolean;
  /** "managed": a school's or guardian's managed policy is in force and can not be edited here. */
  readonly source: 'none' | 'local' | 'managed';
  /** A managed or stored policy that did not parse: path and reason. The last good one stays in force. */
  readonly problems: readonly {
    readonly where: string;
    readonly path: string;
    readonly message: string;
  }[];
  readonly language: Language;
  readonly country: string;
  /** IANA name, as pinned in the policy: the rules keep its time, and so does every page. null: no policy yet. */
  readonly timeZone: string | null;
  readonly child: ChildView | null;
  readonly children: readonly ChildView[];
  readonly hasGuardianSecret: boolean;
  readonly unlockedUntil: Instant | null;
  readonly now: Instant;
  readonly incognito: boolean;
  /** Seconds left before the next limit or quiet time, if any. */
  readonly nextStop: { readonly at: Instant; readonly reason: Verdict['reason'] } | null;
};

export type Explanation = {
  readonly url: string;
  readonly host: string;
  readonly verdict: Verdict;
  /** How the policy came to be, for "who decided". */
  readonly decidedBy: 'family' | 'school' | 'saathi';
  readonly request: RequestView | null;
  readonly canAsk: boolean;
  /** A question about it was answered not long ago: when the next one may be asked; null: now, or never. */
  readonly askAgainAt: Instant | null;
  readonly canAnswerHere: boolean;
  /** Which lists closed it; empty where something else did. */
  readonly matched: readonly MatchedList[];
};

/** A list that names the address of a visit, and whom to tell if it is wrong. */
export type MatchedList = {
  readonly listId: string;
  readonly name: string;
  readonly category: Category;
  /** The list that ships with Saathi. */
  readonly isOurs: boolean;
  /** Page of the list; null: not known. */
  readonly home: string | null;
  /** Instant of the edition in force; null: our own, or not known. */
  readonly updatedAt: Instant | null;
  /** The maintainer's published address for corrections: mailto: or https:; null: none is known. */
  readonly corrections: string | null;
};

/** One list as the guardian sees it: facts of the catalogue or the policy, and the state of its updates. */
export type ListView = {
  readonly id: string;
  readonly name: string;
  /** null: it closes nothing; it names the best-known sites, so that no list closes one of them by mistake. */
  readonly category: Category | null;
  readonly url: string;
  /** "catalogue": offered by us; "own": address given by the guardian; "feed": part of a signed feed; "starter": ships. */
  readonly origin: 'starter' | 'catalogue' | 'own' | 'feed';
  readonly maintainer: string;
  /** Page of the list; null: not known. */
  readonly home: string | null;
  /** SPDX id where there is one; null: not stated. */
  readonly licence: string | null;
  /** About how many bytes an update takes, before it was ever fetched; null: not known. */
  readonly sizeBytes: number | null;
  readonly aboutHosts: number | null;
  readonly refreshHours: number;
  readonly isOn: boolean;
  readonly state: ListState | null;
  /** What is being done with it now; null: nothing. `done` runs from 0 to 1, null where the size is not known. */
  readonly work: {
    readonly step: 'waiting' | 'downloading' | 'building';
    readonly done: number | null;
  } | null;
};
export type FeedView = {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** Version and end of validity of the index in force; null: none yet. */
  readonly version: number | null;
  readonly expiresAt: Instant | null;
  readonly problem: ListProblem | null;
  readonly failures: number;
};
export type Lists = {
  readonly lists: readonly ListView[];
  readonly feeds: readonly FeedView[];
  /** False in private windows, where the browser keeps no lists for us. */
  readonly areSetsHere: boolean;
  /** How many names of closed topics the browser's own rules hold, of how many on lists; null: no list closes anything. */
  readonly firstWall: { readonly held: number; readonly listed: number } | null;
};

/** Until when the next try waits; null: now. */
export type GuardianWait = { readonly until: Instant | null; readonly now: Instant };
export type Challenge =
  | {
      readonly kind: 'derive';
      readonly challengeId: string;
      /** Argon2id parameters and salt to derive the key with: "m=19456,t=2,p=1". */
      readonly params: string;
      readonly salt: string;
    }
  | { readonly kind: 'wait'; readonly until: Instant; readonly now: Instant };
export type Unlocked =
  | { readonly kind: 'unlocked'; readonly token: string; readonly until: Instant }
  | { readonly kind: 'wrong'; readonly waitUntil: Instant | null; readonly now: Instant };

export type PolicySaved = {
  readonly revision: number;
  /** The changes that were written to the journal. */
  readonly changes: readonly PolicyChange[];
};
export type PolicyRead = {
  readonly policy: Policy | null;
  readonly revision: number;
  readonly source: State['source'];
};

/** One difference between two policies, as data: text puts it in words. `weakens` decides about the PIN. */
export type PolicyChange = {
  readonly childId: string | null;
  /** Catalogue key, such as "changeCategory". */
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
  readonly weakens: boolean;
};
export type JournalEntry = {
  readonly at: Instant;
  readonly who: 'guardian' | 'anyone' | 'school' | 'saathi';
  readonly change: PolicyChange;
};
export type Journal = { readonly entries: readonly JournalEntry[] };

/** Today for the active child. Help and reports are not in it, by construction. */
export type Day = {
  readonly date: string;
  readonly totalSeconds: number;
  readonly byCategory: readonly NamedSeconds[];
  /** Seconds in each of 24 hours of the wall clock; empty: not known of this day. */
  readonly byHour: readonly number[];
  /** Quiet times of all browsing as parts of the day, also those that are over. */
  readonly closedToday: readonly ClosedSpan[];
  readonly quotas: readonly DayQuota[];
  readonly quietTimesToday: readonly {
    readonly quietTimeId: string;
    /** "all" or what alone is closed then. */
    readonly scope: string;
    readonly from: Instant;
    readonly to: Instant;
  }[];
  readonly overrides: readonly OverrideView[];
  readonly blockedCount: number;
  /** Addresses only for bands 5-8 and 9-12, kept 7 days; empty for older ones. */
  readonly blocked: readonly {
    readonly at: Instant;
    readonly host: string;
    readonly reason: Verdict['reason'];
  }[];
  /** When the clock was found set back by more than two minutes, until the guardian says that it is right. */
  readonly setBacks: readonly { readonly from: Instant; readonly to: Instant }[];
};
export type DayQuota = {
  readonly quotaId: string;
  readonly scope: string;
  /** With time carried over from days before and given for today; null: only the week has a limit. */
  readonly limitSeconds: number | null;
  readonly usedSeconds: number;
  /** Of whichever of day and week is tighter. */
  readonly leftSeconds: number;
  /** Of the limit: what was left over from days before. */
  readonly carriedSeconds: number;
  /** Monday to Sunday; null: no limit of its own. */
  readonly week: { readonly limitSeconds: number; readonly usedSeconds: number } | null;
  /** When there is time again; null: there is some now, or no day gives any. */
  readonly opensAt: Instant | null;
};
export type OverrideView = {
  readonly id: string;
  readonly covers: string;
  readonly expiresAt: Instant;
  /** Given by whoever manages the browser: it ends in their document, not here. */
  readonly isManaged?: true;
};

export type RequestView = {
  readonly id: string;
  readonly childId: string;
  readonly askedAt: Instant;
  readonly host: string;
  readonly url: string;
  readonly reason: Verdict['reason'];
  readonly why: AskReason;
  readonly words: string;
  /** What the child asked for: a code gives this, and nothing else. */
  readonly wanted: Wish;
  /** Of the page, if a tab showed it before it was closed; '': not known. */
  readonly title: string;
  readonly state: 'open' | 'allowed' | 'refused';
  readonly answer: Answer | null;
  readonly refusal: Refusal | null;
  readonly expiresAt: Instant | null;
};
export type RequestAsked = { readonly request: RequestView };
export type RequestAnswered = { readonly request: RequestView };
export type Requests = { readonly requests: readonly RequestView[] };
export type Preview =
  | {
      readonly kind: 'words';
      readonly title: string;
      readonly description: string;
      /** The beginning of what can be read on the page. */
      readonly text: string;
      /** There is more of it than shown. */
      readonly isCut: boolean;
    }
  /** "private": an address of the home or of this machine, which is never asked. "moved": it sends on to elsewhere. */
  | { readonly kind: 'none'; readonly why: PreviewFailure };
export type PreviewFailure =
  | 'private'
  | 'offline'
  | 'timed-out'
  | 'moved'
  | 'not-a-page'
  | 'refused'
  | 'broken';
