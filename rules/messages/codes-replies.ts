// What the background answers about codes, cards and grants. Types only, as in replies.ts.
import type { Instant } from '../policy/verdict.ts';
import type { Gives } from './codes-contract.ts';
import type { OverrideView, RequestView } from './replies.ts';

export type { Done } from './replies.ts';

export type CodesState = {
  /** A phone is paired: a code can answer a request here. */
  readonly takesCodes: boolean;
  /** Cards of the child who browses that are still worth something. */
  readonly cardsLeft: number;
  /** A signed grant for the child who browses could be taken here. */
  readonly takesGrants: boolean;
  /** After wrong tries, of codes and cards together; null: now. */
  readonly waitUntil: Instant | null;
  readonly now: Instant;
};

export type PhoneView = {
  readonly id: string;
  readonly name: string;
  readonly pairedAt: Instant;
  readonly lastUsedAt: Instant | null;
};
export type SheetView = {
  readonly id: string;
  readonly childId: string;
  readonly minutes: number;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly made: number;
  readonly used: number;
};
export type GuardianCodes = {
  readonly phones: readonly PhoneView[];
  readonly sheets: readonly SheetView[];
};

/**
 * "slip": the secret or the code can not be one (not six digits). "wrong": the phone shows another code: its clock or
 * this computer's is wrong, or the secret was mistyped. "too-many": three phones are the most.
 */
export type PhonePaired =
  | { readonly kind: 'paired'; readonly phone: PhoneView }
  | { readonly kind: 'refused'; readonly why: 'slip' | 'wrong' | 'too-many' };

/** After a refusal: whether and until when the next try waits. */
type Tried = { readonly waitUntil: Instant | null; readonly now: Instant };

export type CodeRedeemed =
  | { readonly kind: 'allowed'; readonly request: RequestView }
  /** No try was looked at. */
  | { readonly kind: 'wait'; readonly waitUntil: Instant; readonly now: Instant }
  /**
   * "slip": not six digits, not counted as a try. "used": this code has answered before. "old": it was right some
   * minutes ago. "clock": wrong, and this computer's clock stands behind the time seen before. "no-request": the request
   * is answered or over. "no-phone": none is paired. Only "wrong", "used", "old" and "clock" cost a try.
   */
  | ({
      readonly kind: 'refused';
      readonly why: 'slip' | 'wrong' | 'used' | 'old' | 'clock' | 'no-request' | 'no-phone';
    } & Tried);

export type VouchersMade =
  | {
      readonly kind: 'made';
      readonly sheet: SheetView;
      /** Ten digits each, "12345 67890". */
      readonly codes: readonly string[];
    }
  /** 200 unused cards are the most. */
  | { readonly kind: 'refused'; readonly why: 'too-many' };

export type VoucherRedeemed =
  | {
      readonly kind: 'given';
      readonly minutes: number;
      /** The scopes that got the minutes, "host:youtube.com". They end with the day. */
      readonly scopes: readonly string[];
      readonly expiresAt: Instant;
    }
  | { readonly kind: 'wait'; readonly waitUntil: Instant; readonly now: Instant }
  /**
   * "slip": mistyped (the last digit checks the others), not counted. "not-for-this": no spent quota closed this page
   * (bedtime, dinner, a closed site): the card keeps its worth. "other-child": a card of a brother or sister.
   * Only "wrong", "used", "old", "withdrawn" and "other-child" cost a try.
   */
  | ({
      readonly kind: 'refused';
      readonly why:
        | 'slip'
        | 'wrong'
        | 'used'
        | 'old'
        | 'withdrawn'
        | 'other-child'
        | 'not-for-this';
    } & Tried);

/** A child's browser that takes this guardian's grants. */
export type SignerChild = { readonly keyId: string; readonly nickname: string };
export type Signer = {
  /** Raw Ed25519 public key, base64url (43 characters), to be typed or pasted into the child's browser. */
  readonly publicKey: string | null;
  readonly children: readonly SignerChild[];
};
/** "other-key": the card answers another browser's key. */
export type SignerAdded =
  | { readonly kind: 'added'; readonly signer: Signer }
  | { readonly kind: 'refused'; readonly why: 'not-a-card' | 'other-key' | 'no-key' | 'too-many' };
export type GrantSigned = {
  /** A file name and its content, for saveFile(). */
  readonly name: string;
  readonly text: string;
  readonly expiresAt: Instant;
};

export type GrantRefusal =
  | 'not-ours'
  | 'too-large'
  | 'altered'
  | 'other-browser'
  | 'other-child'
  | 'expired'
  | 'from-future'
  | 'used'
  | 'of-no-use';
/**
 * "other-browser": no key accepted here signed it, or the key was removed. "other-child": for a child who is not
 * browsing now. "from-future": made after this computer's now: one of two clocks is wrong. "of-no-use": its host or
 * scope is none.
 */
export type GrantTaken =
  | { readonly kind: 'taken'; readonly gives: Gives; readonly override: OverrideView }
  | { readonly kind: 'refused'; readonly why: GrantRefusal };
