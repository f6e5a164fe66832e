// The message that a page in front of a child waits for, apart from the others: the worker wakes with it alone.
import * as z from 'zod/mini';

import { define } from './define.ts';
import type { PageOrder } from './page-replies.ts';
import type { Done } from './replies.ts';

const text = (max: number) => z.string().check(z.maxLength(max));

export const pageContract = {
  // The content script. Its address is taken from the browser's sender, never from the body.
  'page.hello': define<PageOrder>()({
    from: ['page'],
    body: z.strictObject({
      /** Contents of age-label tags found so far: rating meta, PICS-Label and the like. */
      labels: z.array(text(300)).check(z.maxLength(10)),
      /** "start", then again after late labels, bfcache restore, or when asked to. */
      why: z.enum(['start', 'labels', 'restored', 'timer', 'moved']),
    }),
  }),
  /** Puts a further part of our script into the frame that asks. */
  'part.load': define<Done>()({
    from: ['page'],
    body: z.strictObject({ part: z.enum(['reader', 'typed', 'received', 'search']) }),
  }),
} as const;
export type PageMessageName = keyof typeof pageContract;
