// Messages about the pictures of a page. Which pictures a page shows is judged and forgotten: no handler of these stores or
// logs any of it, and none is told to a guardian. That a page shows explicit ones is a sign of what kind of page it is.
import * as z from 'zod/mini';

import { longestInline } from '../pictures/address.ts';
import { define } from './define.ts';
import type { CardReply } from './help-replies.ts';
import type { PicturesBegun, PicturesChecked } from './pictures-replies.ts';
import type { Done } from './replies.ts';

/** In one message: a frame asks again with the rest, in the order of the view as it is then. */
const mostAsked = 16;
const nothing = z.strictObject({});

export const picturesContract = {
  /** With the first picture of a frame: `mark` is the attribute its script writes. */
  'pictures.begin': define<PicturesBegun>()({
    from: ['page'],
    body: z.strictObject({ mark: z.string().check(z.regex(/^[a-z]{12}$/)) }),
  }),
  /** What is in view first. Answered as soon as something new is known; the rest is asked for again. */
  'pictures.check': define<PicturesChecked>()({
    from: ['page'],
    body: z.strictObject({
      addresses: z
        .array(z.string().check(z.maxLength(longestInline)))
        .check(z.minLength(1), z.maxLength(mostAsked)),
    }),
  }),
  /** Something stays covered, or a film plays: brings the second script. */
  'pictures.more': define<Done>()({ from: ['page'], body: nothing }),
  /** A press on a covered picture: the words of the card beside it. */
  'pictures.about': define<CardReply>()({
    from: ['page'],
    body: z.strictObject({ isUnchecked: z.boolean() }),
  }),
  /** "Ask a grown-up": opens a page of ours, since a PIN is never typed inside a web page. */
  'pictures.ask': define<Done>()({ from: ['page'], body: nothing }),
  /** The guardian has looked: shows the pictures of the tab that was asked for, until it goes elsewhere. */
  'pictures.reveal': define<Done>()({
    from: ['popup'],
    body: z.strictObject({
      tabId: z.int().check(z.nonnegative()),
      token: z.optional(z.string().check(z.maxLength(64))),
    }),
  }),
} as const;
