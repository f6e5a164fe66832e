// Messages of the helps inside web pages. What a child reads or writes comes in, is judged, and is forgotten: no handler of
// these stores, logs, counts or passes on any of it.
import * as z from 'zod/mini';

import { define } from './define.ts';
import type { CardReply, PageRead, ReceivedReply } from './help-replies.ts';

const text = (max: number) => z.string().check(z.maxLength(max));
const nothing = z.strictObject({});

/** Characters of a page that are read at most, in pieces of this many at most. */
const longestPiece = 20_000;
const longestTyped = 4000;
const longestHint = 300;
const longestMessage = 2000;
const mostMessages = 40;

export const helpContract = {
  /** A page that nobody has checked, in facts and a piece of its text. */
  'page.read': define<PageRead>()({
    from: ['page'],
    body: z.strictObject({
      title: text(300),
      description: text(500),
      /** Of the root element, as the page says it. */
      language: text(40),
      /** The visible text that was not sent before. */
      text: text(longestPiece),
      /** What stands on buttons and in links that look like buttons: prizes, downloads, "I am 18". */
      buttons: z.array(text(120)).check(z.maxLength(60)),
      forms: z
        .array(
          z.strictObject({
            hasPassword: z.boolean(),
            hasCard: z.boolean(),
            /** Asks for an identity number, a PIN or a one-time code. */
            hasSecret: z.boolean(),
            /** Host that the form goes to; '': this one. */
            to: text(260),
          }),
        )
        .check(z.maxLength(20)),
      /** The budget ended before the page did. */
      isCut: z.boolean(),
    }),
  }),
  /** Words in a field, before they are sent. */
  'typed.check': define<CardReply>()({
    from: ['page'],
    body: z.strictObject({
      text: text(longestTyped),
      /** What the field is, as the page's structure tells it. */
      place: z.enum(['chat', 'comment', 'profile', 'search', 'form', 'password', 'unknown']),
      /** What the field says of itself: type, autocomplete, name, label, placeholder. */
      hint: text(longestHint),
      /** Answered by the child for this message: nothing more is said of these. */
      rested: z.array(z.enum(['kindness', 'privacy', 'password', 'search'])).check(z.maxLength(4)),
    }),
  }),
  /** The last messages of a chat, oldest first. */
  'received.check': define<ReceivedReply>()({
    from: ['page'],
    body: z.strictObject({
      messages: z
        .array(
          z.strictObject({ from: z.enum(['them', 'me', 'unknown']), text: text(longestMessage) }),
        )
        .check(z.maxLength(mostMessages)),
    }),
  }),
  /** The query is taken from the address the browser names, never from the body. */
  'search.check': define<CardReply>()({ from: ['page'], body: nothing }),
} as const;
