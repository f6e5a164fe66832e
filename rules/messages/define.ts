// How a message is declared: who may send it, its body, and by type alone its reply.
import type * as z from 'zod/mini';

/** The surfaces that may speak to the background. "page" is the content script: it is never trusted. */
export type Surface = 'page' | 'popup' | 'options' | 'blocked' | 'report' | 'mine';

/** Carries the reply's type beside the definition; it has no value at run time. */
export type Defined<Schema, Sent> = {
  readonly from: readonly Surface[];
  readonly body: Schema;
  readonly reply?: Sent;
};
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- Sent is given by hand, Schema is inferred.
export const define =
  <Sent>() =>
  <Schema extends z.ZodMiniType>(definition: {
    from: readonly Surface[];
    body: Schema;
  }): Defined<Schema, Sent> =>
    definition;
