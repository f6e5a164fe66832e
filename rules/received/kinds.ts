// What somebody who presses or tricks says. Mild kinds are said by everybody; only together, and one-sided, they mean something.

export const pressureKinds = [
  'share',
  'intimate',
  'secret',
  'guilt',
  'erase',
  'hurtself',
  'money',
  'alone',
  'meet',
  'picture',
  'move',
  'where',
  'age',
  'gift',
  'flatter',
] as const;
export const scamKinds = [
  'code',
  'account',
  'prize',
  'fee',
  'newphone',
  'otp',
  'mistake',
  'go',
  'urgent',
] as const;
export type PressureKind = (typeof pressureKinds)[number];
export type ScamKind = (typeof scamKinds)[number];
export type SaidKind = PressureKind | ScamKind;

/** A mild kind weighs 1, one that hardly anybody says in friendship 2, a grave one 4. */
export const weights: Readonly<Record<SaidKind, 1 | 2 | 4>> = {
  share: 4,
  intimate: 4,
  secret: 2,
  guilt: 2,
  erase: 2,
  hurtself: 2,
  money: 2,
  alone: 1,
  meet: 1,
  picture: 1,
  move: 1,
  where: 1,
  age: 1,
  gift: 1,
  flatter: 1,
  code: 2,
  account: 2,
  prize: 2,
  fee: 2,
  newphone: 2,
  otp: 1,
  mistake: 1,
  go: 1,
  urgent: 1,
};

/** Said by family and friends every day: not counted where the other side says it too. */
export const isMild = (kind: SaidKind): boolean => weights[kind] === 1;
export const isGrave = (kind: SaidKind): boolean => weights[kind] === 4;

/**
 * One language's phrases over folded text: a regular expression each, in which "~" stands for up to three words and a
 * "*" after a letter for any ending. `innocent` takes a kind back when it is said in the same breath.
 */
export type Phrases = Readonly<Record<SaidKind, readonly string[]>> & {
  readonly innocent: Readonly<Partial<Record<SaidKind, readonly string[]>>>;
  /** What a child calls father, mother and grandparents. */
  readonly parents: readonly string[];
  /** Before such a word, somebody speaks of a parent, not to one. */
  readonly ofParents: readonly string[];
};
