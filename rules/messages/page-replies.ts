// What a page in front of a child is told to show. Types only, since they reach the scripts in web pages.
import type { AgeBand, Language } from '../policy/schema.ts';

/** What the content script has to show. Texts come ready-made, so that it carries no catalogue. */
export type PageOrder = {
  readonly show:
    | { readonly kind: 'nothing' }
    /** The tab is being replaced: keep the cover up until it is gone. */
    | { readonly kind: 'closing' }
    | { readonly kind: 'warning'; readonly warning: WarningTexts }
    | { readonly kind: 'notice'; readonly notice: NoticeTexts }
    /** Time is up: a moment to save what was typed, in which nothing plays. */
    | { readonly kind: 'grace'; readonly grace: GraceTexts };
  /** In the answer to a hello only: which further parts this page loads, and when. */
  readonly helps?: PartsWanted;
  /** Say hello again after this long (a limit or a window changes then); null: not needed. */
  readonly againInMs: number | null;
};
/** A script of ours that comes into a page when it is needed. */
export type Part = 'reader' | 'typed' | 'received' | 'search';
export type PartsWanted = {
  /** Once the page has come to rest. */
  readonly calm: readonly Part[];
  /** With the first focus in something that can be written into. */
  readonly typing: readonly Part[];
};
export type Dressed = {
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
  readonly band: AgeBand;
};
/** Help and Report are in everything that comes up inside a page. */
export type HelpAndReportTexts = {
  readonly help: string;
  readonly report: string;
  /** Help shown in place: no page is opened, nothing is asked of the background. */
  readonly helpHeading: string;
  readonly helpLines: readonly {
    readonly label: string;
    readonly href: string;
    readonly link: string;
  }[];
  readonly helpBack: string;
  /** After "report": "{desk}" stands for the receiver, which is known only then. */
  readonly reportDone: string;
  /** The same where no desk takes it by itself: "{desk}" becomes a link to its official form. */
  readonly reportForm: string;
  readonly reportUndo: string;
  readonly reportUndone: string;
  readonly reportFailed: string;
};
export type WarningTexts = Dressed &
  HelpAndReportTexts & {
    readonly heading: string;
    readonly body: string;
    /** Why: one or two short signs. */
    readonly signs: readonly string[];
    readonly leave: string;
    readonly stay: string;
  };
export type NoticeTexts = Dressed & { readonly text: string; readonly close: string };
export type GraceTexts = Dressed & {
  readonly heading: string;
  readonly text: string;
  /** On the button that moves the bar out of the way. */
  readonly move: string;
  /** Milliseconds until the page is closed. */
  readonly leftMs: number;
};
