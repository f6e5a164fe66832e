// Measures of how well scores tell two kinds apart.

export type Scored = { readonly score: number; readonly isExample: boolean };

/** Chance that an example scores above a text against it; a tie counts half. NaN where one kind is missing. */
export function auc(rows: readonly Scored[]): number {
  const sorted = rows.toSorted((left, right) => left.score - right.score);
  let [examples, others, won] = [0, 0, 0];
  for (let from = 0; from < sorted.length;) {
    let to = from;
    let [theirs, ours] = [0, 0];
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) {
      if (sorted[to]?.isExample === true) ours += 1;
      else theirs += 1;
      to += 1;
    }
    won += ours * (others + theirs / 2);
    examples += ours;
    others += theirs;
    from = to;
  }
  return won / (examples * others);
}

/** Share of the examples that score above the level that at most `rate` of the others reach. */
export function recallAt(rows: readonly Scored[], rate: number): number {
  const others = rows.flatMap(({ score, isExample }) => (isExample ? [] : [score]));
  const level = quantileLevel(others, rate);
  const examples = rows.filter(({ isExample }) => isExample);
  return examples.filter(({ score }) => score > level).length / examples.length;
}

/** The lowest level that at most `rate` of the scores go over. */
export function quantileLevel(scores: readonly number[], rate: number): number {
  const sorted = scores.toSorted((left, right) => right - left);
  return sorted[Math.floor(sorted.length * rate)] ?? -Infinity;
}

/** Mean distance of what was promised and what came, over ten bins of probability. */
export function calibrationError(rows: readonly { p: number; isExample: boolean }[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin += 1) {
    const inside = rows.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === bin);
    const came = inside.filter(({ isExample }) => isExample).length;
    error += Math.abs(inside.reduce((sum, { p }) => sum + p, 0) - came) / rows.length;
  }
  return error;
}

/** Platt's two numbers by gradient steps of Newton; the kinds as often as they come. */
export function fitCurve(rows: readonly Scored[]): { slope: number; offset: number } {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < 50; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-3, 0, 1e-3];
    for (const { score, isExample } of rows) {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const wrong = p - (isExample ? 1 : 0);
      const weight = p * (1 - p);
      g0 += wrong;
      g1 += wrong * score;
      h00 += weight;
      h01 += weight * score;
      h11 += weight * score * score;
    }
    const det = h00 * h11 - h01 * h01;
    const stepOffset = (h11 * g0 - h01 * g1) / det;
    const stepSlope = (h00 * g1 - h01 * g0) / det;
    if (!Number.isFinite(stepOffset) || !Number.isFinite(stepSlope)) break;
    offset -= Math.max(-2, Math.min(2, stepOffset));
    slope = Math.max(0.05, slope - Math.max(-2, Math.min(2, stepSlope)));
  }
  return { slope: rounded(slope), offset: rounded(offset) };
}

export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
