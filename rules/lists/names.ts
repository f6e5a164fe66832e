import { bestKnown, catalogue } from './catalogue.ts';

/** The name of a list of the catalogue; one it does not know is called by its id. */
export const catalogueName = (id: string): string =>
  [...catalogue, bestKnown].find((list) => list.id === id)?.name ?? id;
