// What the picture model's five classes mean for a child. The model is one weak signal: what it is not sure of is said so.
import type { AgeBand } from '../policy/schema.ts';

/** Probabilities, in the order in which nsfwjs's models answer. */
export const classes = ['drawing', 'hentai', 'neutral', 'porn', 'sexy'] as const;
export type Scores = Readonly<Record<(typeof classes)[number], number>>;
export type Judged = 'safe' | 'unsafe' | 'unsure';

type Limits = {
  /** Of what shows sex, drawn or not. */
  readonly explicit: number;
  /** Of what is only sexy; null: that is no reason at this age. */
  readonly sexy: number | null;
};
/** Chosen for few mistakes at either end; the younger, the sooner a picture waits. */
const limits: Readonly<Record<AgeBand, Limits>> = {
  '5-8': { explicit: 0.35, sexy: 0.5 },
  '9-12': { explicit: 0.45, sexy: 0.65 },
  '13-15': { explicit: 0.65, sexy: null },
  '16-17': { explicit: 0.8, sexy: null },
};
/** From this part of a limit on the model is not sure. */
const unsureFrom = 0.7;

/** Null: not five probabilities. */
export function readScores(untrusted: readonly number[]): Scores | null {
  const areFive = untrusted.length === classes.length;
  if (!areFive || untrusted.some((value) => !(value >= 0 && value <= 1.001))) return null;
  const [drawing = 0, hentai = 0, neutral = 0, porn = 0, sexy = 0] = untrusted;
  return { drawing, hentai, neutral, porn, sexy };
}

export function judgeScores({ hentai, porn, sexy }: Scores, band: AgeBand): Judged {
  const { explicit, sexy: sexyLimit } = limits[band];
  // Where it counts, half of what is sexy is added to what is explicit: the two classes flow into each other.
  const mixed = hentai + porn + (sexyLimit === null ? 0 : sexy / 2);
  const reached = Math.max(mixed / explicit, sexyLimit === null ? 0 : sexy / sexyLimit);
  if (reached >= 1) return 'unsafe';
  return reached >= unsureFrom ? 'unsure' : 'safe';
}
