// What the background and the thread that looks at pictures say to each other. Both sides parse what they hear.
import * as z from 'zod/mini';

import { longestInline } from '@/rules/pictures/address.ts';
import { mostWaiting } from '@/rules/pictures/queue.ts';

export const picturePort = 'picture-host';

const address = z.string().check(z.maxLength(longestInline));

/** The whole line, next first: what is not on it any more is not begun. */
export const orderSchema = z.strictObject({
  wanted: z
    .array(z.strictObject({ address, mayBePrivate: z.boolean() }))
    .check(z.maxLength(mostWaiting)),
});
export type Order = z.infer<typeof orderSchema>;

const probability = z.number();
export const foundSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scores'),
    address,
    /** In the order of rules/pictures/scores.ts. */
    scores: z.array(probability).check(z.maxLength(5)),
    /** How long the model took, milliseconds. */
    tookMs: z.number(),
  }),
  z.strictObject({ kind: z.literal('vector'), address }),
  z.strictObject({ kind: z.literal('none'), address }),
  /** The model can not be had: nothing will ever be looked at by this thread. */
  z.strictObject({ kind: z.literal('unable') }),
]);
export type Found = z.infer<typeof foundSchema>;
