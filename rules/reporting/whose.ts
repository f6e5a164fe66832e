// Whose a letter is that has not left: who was named when it was reported, and nobody else.
import type { Pending } from './outbox-state.ts';

type Desk = { readonly name: string; readonly endpoint: string };

/** A desk is where it is, whatever it is called; of a row from before that was kept, the name alone is known. */
export const isForAnother = (
  { endpoint, route }: Pick<Pending, 'endpoint' | 'route'>,
  desk: Desk,
): boolean => (endpoint === undefined ? route.name !== desk.name : endpoint !== desk.endpoint);
