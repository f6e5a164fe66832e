// What the helps inside web pages answer. Types only, since they reach the scripts in web pages.
import type { ChatPlan } from '../received/chat-plan.ts';
import type { Dressed, HelpAndReportTexts } from './page-replies.ts';

/** What a press on a card means. Whoever shows the card acts on it; "help" and "read" the card does itself. */
export type CardAction =
  | 'reveal'
  | 'ask'
  | 'reword'
  | 'send'
  | 'not-now'
  | 'leave'
  | 'report'
  | 'understood';

export type CardKind =
  | 'picture'
  | 'kindness'
  | 'privacy'
  | 'password'
  | 'pressure'
  | 'scam'
  | 'search';

/** A small card inside a page. Words come ready-made: the script in the page carries no catalogue. */
export type CardTexts = Dressed &
  HelpAndReportTexts & {
    readonly kind: CardKind;
    /** The card's style sheet: like the words, it comes when there is a card and is no part of the script in a page. */
    readonly look: string;
    readonly heading: string;
    readonly body: string;
    /** What was noticed, in words a child can check: at most three. */
    readonly signs: readonly string[];
    /** Steps: "you can stop now", "keep the messages". */
    readonly steps: readonly string[];
    /** The first one is the main button, and leads to safety. */
    readonly actions: readonly { readonly label: string; readonly action: CardAction }[];
    /** Reads heading, body, signs and steps aloud. */
    readonly read: string;
    readonly close: string;
  };

/** Null: nothing to say. "unchecked": too long, too slow, or the model could not be read. */
export type CardReply = { readonly card: CardTexts | null; readonly isUnchecked: boolean };

export type ReceivedReply = CardReply & {
  /** 2: grave. The page shows a card once a conversation, and again only for something graver. */
  readonly level: 0 | 1 | 2;
  /** To a question without messages: where this chat keeps them. Null where this help is off. */
  readonly plan: ChatPlan | null;
};

/** What the page is told after it was read. A warning or a closing comes as an order of its own. */
export type PageRead = {
  /** False: over budget or unreadable. The page then shows the small "not checked" mark, in `markWords`. */
  readonly isChecked: boolean;
  readonly markWords: string;
};
