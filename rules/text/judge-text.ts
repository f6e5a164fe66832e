// From scores to findings: what the thresholds of the model say of a message, or of a page by its stretches.
import type { TextClass, TextFinding, TextGrade, TextJudge } from './judge.ts';
import { topics, type Judged, type TextModel } from './model.ts';
import { createScorer, type Scorer, type TextScores } from './score.ts';

/** A message is read whole; of a page, paragraph by paragraph. */
export const wordsPerStretch = { message: 256, page: 64 } as const;
/** A page is what its worst paragraphs are together: one word in one place is not enough. */
const worstOfPage = 3;
/** A last paragraph of fewer words than this is not one, unless it is all there is. */
const leastOfPage = 12;

export type Kind = keyof typeof wordsPerStretch;

export const makeTextJudge = (model: TextModel): TextJudge => {
  const score = createScorer(model);
  return Object.assign(
    (text: string, kind: Kind) => findingsOf(score(text, wordsPerStretch[kind]), kind, model),
    { grade: graderOf(score, model) },
  );
};

const graderOf =
  (score: Scorer, { header }: TextModel): TextGrade =>
  (text, of) => {
    const scores = score(text, wordsPerStretch.message);
    const values = summed(scores, 'message');
    if (values === null) return null;
    const head = of === 'insult' ? 0 : topics.indexOf(of) + 1;
    const { curve, usual } = (of === 'insult' ? header.unkind : header.topics[of])[scores.script];
    return usual === undefined ? null : curve.slope * ((values[head] ?? 0) - usual);
  };

/** One value a head: the worst stretch of a message; of a page, the mean of the worst three. Null: no words. */
export function summed({ stretches }: TextScores, kind: Kind): Float64Array | null {
  const long = stretches.filter(({ words }) => words >= leastOfPage);
  const used = kind === 'page' && long.length > 0 ? long : stretches;
  const [first] = used;
  if (first === undefined) return null;
  const most = kind === 'page' ? worstOfPage : 1;
  return first.values.map((_, head) => {
    const worst = used
      .map(({ values }) => values[head] ?? 0)
      .toSorted((left, right) => right - left)
      .slice(0, most);
    return worst.reduce((sum, one) => sum + one, 0) / worst.length;
  });
}

/** A page of one or two sentences is no surer ground than a message. */
const isShort = ({ stretches }: TextScores): boolean =>
  stretches.reduce((sum, { words }) => sum + words, 0) < 48;

function findingsOf(scores: TextScores, kind: Kind, { header }: TextModel): TextFinding[] {
  const values = summed(scores, kind);
  if (values === null) return [];
  const findings: TextFinding[] = [];
  const add = (of: TextClass, value: number, judged: Judged): void => {
    const { likely, clear } = judged[measure];
    if (value < likely) return;
    const probability = probabilityOf(value, judged);
    findings.push({ of, level: value >= clear ? 'clear' : 'likely', probability });
  };
  const { script } = scores;
  const measure = isShort(scores) ? 'message' : kind;
  // Whether unkind words are an insult or hate is a question of its own, asked only of what is unkind.
  const isHate = (values[1] ?? 0) >= header.topics.hate[script].message.likely;
  add(isHate ? 'hate' : 'insult', values[0] ?? 0, header.unkind[script]);
  topics.forEach((topic, at) => {
    if (topic !== 'hate') add(topic, values[at + 1] ?? 0, header.topics[topic][script]);
  });
  return findings.toSorted((left, right) => right.probability - left.probability);
}

export const probabilityOf = (value: number, { curve }: Judged): number =>
  1 / (1 + Math.exp(-(curve.slope * value + curve.offset)));

/** How unkind a message is, for measuring: higher is worse, without a threshold. */
export const unkindness = (scores: TextScores): number => summed(scores, 'message')?.[0] ?? -99;
