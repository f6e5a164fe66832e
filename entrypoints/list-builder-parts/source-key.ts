import type { UpdateCommand } from './protocol.ts';

/** Rows of this source: a list and a feed may have one id. */
export const sourceKey = ({ source }: Pick<UpdateCommand, 'source'>): string =>
  `${source.kind}:${source.id}`;
