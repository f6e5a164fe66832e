import type { SaidKind } from '../../kinds.ts';

/** Further phrases in one language, beside those of its table. */
export type Stages = Readonly<Partial<Record<SaidKind, readonly string[]>>>;
