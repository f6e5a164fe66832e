// Curves and thresholds, from texts that the weights have not seen, scored by the very code that ships.
import { summed, wordsPerStretch, type Kind } from '../../rules/text/judge-text.ts';
import {
  scripts,
  topics,
  type Header,
  type Judged,
  type PerScript,
  type Script,
  type TextModel,
} from '../../rules/text/model.ts';
import { createScorer } from '../../rules/text/score.ts';
import { fitCurve, quantileLevel, rounded, type Scored } from './measure.ts';
import { randomFrom } from './random-numbers.ts';
import type { TrainingRow } from './rows.ts';

/** A model that only scores: every threshold out of reach. */
export function withoutThresholds(): Pick<Header, 'unkind' | 'topics'> {
  const never = { likely: 1e6, clear: 1e6 };
  const one: Judged = { curve: { slope: 1, offset: 0 }, message: never, page: never };
  const all: PerScript = { latin: one, arabic: one, cyrillic: one, han: one };
  return {
    unkind: all,
    topics: Object.fromEntries(topics.map((topic) => [topic, all])) as Header['topics'],
  };
}

type Seen = { readonly row: TrainingRow; readonly script: Script; readonly values: Float64Array };
type Page = { readonly script: Script; readonly values: Float64Array };

export function calibrate(
  model: TextModel,
  rows: readonly TrainingRow[],
): Pick<Header, 'unkind' | 'topics'> {
  const seen = scored(model, rows);
  const pages = ordinaryPages(model, rows);
  const judgedBy = (head: number, lessonOf: (row: TrainingRow) => 0 | 1 | null): PerScript =>
    Object.fromEntries(
      scripts.map((script) => [script, judged({ head, script, lessonOf, seen, pages })]),
    ) as PerScript;
  const found = topics.map((topic, at) => [
    topic,
    judgedBy(at + 1, (row) => (isAboutTopics(row, at) ? (row.topics[at] ?? null) : null)),
  ]);
  const all = Object.fromEntries(found) as Header['topics'];
  return {
    unkind: judgedBy(0, (row) => row.unkind),
    topics: { ...all, hate: evenOdds(all.hate) },
  };
}

/** Texts against a topic are everyday ones and lines on other topics; sets of abuse hold some of everything, unlabelled. */
const isAboutTopics = (row: TrainingRow, topic: number): boolean =>
  topics[topic] === 'hate' ||
  row.isOrdinary ||
  row.source === 'own examples' ||
  row.topics[topic] === 1;

/** "Hate rather than insult" warns of nothing by itself: its level is where the two are as likely. */
function evenOdds(hate: PerScript): PerScript {
  const even = ({ curve }: Judged): Judged => {
    const likely = rounded(-curve.offset / curve.slope);
    return { curve, message: { likely, clear: likely }, page: { likely, clear: likely } };
  };
  return Object.fromEntries(scripts.map((script) => [script, even(hate[script])])) as PerScript;
}

export function scored(
  model: TextModel,
  rows: readonly TrainingRow[],
  kind: Kind = 'message',
): Seen[] {
  const score = createScorer(model);
  return rows.flatMap((row) => {
    const scores = score(row.text, wordsPerStretch[kind]);
    const values = summed(scores, kind);
    return values === null ? [] : [{ row, script: scores.script, values }];
  });
}

/** Ordinary texts of one language, put together to the length of a page. */
function ordinaryPages(model: TextModel, rows: readonly TrainingRow[]): Page[] {
  const score = createScorer(model);
  const random = randomFrom('pages');
  const langs = [...new Set(rows.map(({ lang }) => lang))].toSorted();
  return langs.flatMap((lang) => {
    const texts = rows
      .filter((row) => row.lang === lang && row.isOrdinary && !row.isMade)
      .map(({ text }) => text);
    return Array.from({ length: texts.length === 0 ? 0 : 2500 }, () => {
      const size = 8 + Math.floor(random() * 40);
      const parts = Array.from({ length: size }, () => texts[Math.floor(random() * texts.length)]);
      const scores = score(parts.join('\n'), wordsPerStretch.page);
      return { script: scores.script, values: summed(scores, 'page') ?? new Float64Array(8) };
    });
  });
}

type Question = {
  readonly head: number;
  readonly script: Script;
  readonly lessonOf: (row: TrainingRow) => 0 | 1 | null;
  readonly seen: readonly Seen[];
  readonly pages: readonly Page[];
};

/** All heads share the one false warning in 500, half of it for unkindness; scripts with few texts stay further away. */
const warnings = {
  unkind: 1 / 800,
  // Of all topics a scam does most harm where nothing is said.
  scam: 1 / 10_000,
  topic: 1 / 20_000,
  clear: 1 / 20_000,
  page: 1 / 10_000,
};
const scamHead = topics.indexOf('scam') + 1;

const rateOf = (head: number): number => {
  if (head === 0) return warnings.unkind;
  return head === scamHead ? warnings.scam : warnings.topic;
};

function judged({ head, script, lessonOf, seen, pages }: Question): Judged {
  const rowsOf = (isIn: (one: Seen) => boolean): Scored[] =>
    seen.filter(isIn).flatMap(({ row, values }) => {
      const lesson = head === 0 && row.isMade ? null : lessonOf(row);
      return lesson === null ? [] : [{ score: values[head] ?? 0, isExample: lesson === 1 }];
    });
  const own = rowsOf((one) => one.script === script);
  const examples = own.filter(({ isExample }) => isExample).length;
  const rows = examples >= 40 && own.length - examples >= 40 ? own : rowsOf(() => true);
  const curve = fitCurve(rows);
  const ordinary = seen
    .filter((one) => one.script === script && one.row.isOrdinary)
    .map(({ values }) => values[head] ?? 0);
  // The scores of few texts say little of the next ones: half a logit more for each tenfold that is missing.
  const margin = 0.5 * Math.max(0, Math.log10(8000 / Math.max(1, ordinary.length)));
  const even = -curve.offset / curve.slope;
  const precise = leastPrecise(rows, 0.9);
  const likely = Math.max(even, precise, quantileLevel(ordinary, rateOf(head)) + margin);
  const clear = Math.max(
    leastPrecise(rows, 0.97),
    likely + 0.5,
    quantileLevel(ordinary, warnings.clear) + margin + 0.5,
  );
  const ofPages = pages
    .filter((one) => one.script === script)
    .map(({ values }) => values[head] ?? 0);
  const page = Math.max(
    even,
    quantileLevel(ofPages, warnings.page) + margin + 0.3,
    // The worst of many paragraphs, by chance alone: pages put together of a few hundred texts can not show how bad it gets.
    likely - 1.5,
  );
  return {
    curve,
    message: { likely: rounded(likely), clear: rounded(clear) },
    page: { likely: rounded(page), clear: rounded(page + 1) },
    usual: rounded(usualLevel(seen, script, head)),
  };
}

/** Of ordinary chat by hand: the nearest there is to what a child reads, and much nearer to each topic than news. */
const overUsual = 0.07;
function usualLevel(seen: readonly Seen[], script: Script, head: number): number {
  const chat = seen
    .filter(({ row }) => row.isOrdinary && row.source === 'own examples')
    .filter((one) => one.script === script);
  return Math.max(
    -99,
    quantileLevel(
      chat.map(({ values }) => values[head] ?? 0),
      overUsual,
    ),
  );
}

/** The lowest score from which on at least so many are examples; no demand where too few are there to say, or none does. */
function leastPrecise(rows: readonly Scored[], precision: number): number {
  if (rows.filter(({ isExample }) => isExample).length < 20) return -Infinity;
  const sorted = rows.toSorted((left, right) => right.score - left.score);
  let [examples, best] = [0, -Infinity];
  sorted.forEach(({ score, isExample }, at) => {
    if (isExample) examples += 1;
    if (at >= 9 && examples / (at + 1) >= precision) best = score;
  });
  return best;
}
