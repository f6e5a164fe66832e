// Many small signs become one verdict that can be explained.
import { type Evidence, type RiskTopic, riskTopics, type Source } from './evidence.ts';
import type { FoundRisk } from './found.ts';

const warnsFrom = 3;
const closesFrom = 5;
const mostSigns = 6;

/** A label or a gate says "for adults", not of what: it speaks for whichever topic something else speaks for. */
const neutralFor: ReadonlySet<RiskTopic> = new Set(['adult', 'gambling', 'drugs', 'violence']);
const isNeutral = ({ source }: Evidence): boolean => source === 'gate' || source === 'label';
/** Each has a verdict of its own (age-label, lookalike): here it only joins what else was found. */
const isJudgedElsewhere = ({ source }: Evidence): boolean =>
  source === 'label' || source === 'imitation';

type Weighed = FoundRisk & { readonly topic: RiskTopic; readonly sum: number };

/**
 * Null: nothing to say. Of each source the strongest piece counts. Together 3 warn, one source or more; 5 from at least
 * two sources close: "clear" and "likely", never two that only support.
 */
export function judgeRisk(evidence: readonly Evidence[]): FoundRisk | null {
  const found = riskTopics
    .map((topic) => weigh(topic, evidence))
    .filter((weighed) => weighed !== null)
    .toSorted((a, b) => rank(b) - rank(a))[0];
  return found === undefined
    ? null
    : { topic: found.topic, level: found.level, signs: found.signs };
}

const rank = ({ level, sum }: Weighed): number => sum + (level === 'close' ? 100 : 0);

function weigh(topic: RiskTopic, evidence: readonly Evidence[]): Weighed | null {
  const strongest = strongestBySource(evidence.filter((one) => speaksFor(topic, one)));
  const own = strongest.filter((one) => !isJudgedElsewhere(one));
  // A gate alone is about adult things until something says otherwise.
  if (own.length === 0 || (topic !== 'adult' && own.every(isNeutral))) return null;
  const sum = strongest.reduce((all, { weight }) => all + weight, 0);
  if (sum < warnsFrom) return null;
  const level = strongest.length >= 2 && sum >= closesFrom ? 'close' : 'warn';
  return { topic, level, sum, signs: strongest.map(({ sign }) => sign).slice(0, mostSigns) };
}

const speaksFor = (topic: RiskTopic, one: Evidence): boolean =>
  isNeutral(one) ? neutralFor.has(topic) : one.topic === topic;

/** Strongest first; of equals the one that came first. */
function strongestBySource(evidence: readonly Evidence[]): Evidence[] {
  const bySource = new Map<Source, Evidence>();
  for (const one of evidence) {
    const known = bySource.get(one.source);
    if (known === undefined || known.weight < one.weight) bySource.set(one.source, one);
  }
  return [...bySource.values()].toSorted((a, b) => b.weight - a.weight);
}
