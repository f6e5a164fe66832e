// All that one look at a page has to say about its risk.
import type { Address } from '../hosts/address.ts';
import type { TextFinding, TextJudge } from '../text/judge.ts';
import { addressEvidence } from './address-evidence.ts';
import { ageGateEvidence } from './age-gate.ts';
import type { Evidence } from './evidence.ts';
import { textEvidence } from './text-evidence.ts';

/** Shorter than this a text is a caption, and a guess. */
const shortestText = 120;
/** Different ones; of Chinese, different characters. */
const leastWords = 12;

export type PageFacts = {
  readonly address: Pick<Address, 'host' | 'href'>;
  readonly title: string;
  readonly description: string;
  /** Of the root element, as the page says it. */
  readonly language: string;
  readonly text: string;
  readonly buttons: readonly string[];
  /** A label for adults that the page carries: it has a rule of its own, and joins what else is found. */
  readonly ageLabel: string | null;
};

const label: Evidence = { topic: 'adult', source: 'label', weight: 3, sign: 'riskLabel' };

/** `judge` null: the model could not be read, and the text stays unread. Scams are read by rules/lookalike. */
export const pageEvidence = (facts: PageFacts, judge: TextJudge | null): Evidence[] => [
  ...addressEvidence(facts.address),
  ...(facts.ageLabel === null ? [] : [label]),
  ...ageGateEvidence(facts),
  ...wordsOf(facts, judge),
];

/** Title, description and text are one source, and one text. */
function wordsOf(facts: PageFacts, judge: TextJudge | null): Evidence[] {
  const { title, description, text, language, address } = facts;
  const whole = `${title}\n${description}\n${text}`;
  if (judge === null || whole.length < shortestText || !isLanguage(whole)) return [];
  const findings: readonly TextFinding[] = judge(whole, 'page');
  return textEvidence({ host: address.host, text: whole, language, findings });
}

/** One word over and over, digits or drawings say nothing, and a model would hear something in them all the same. */
function isLanguage(text: string): boolean {
  const beginning = text.slice(0, 4000).toLowerCase();
  const words = new Set(beginning.match(/\p{L}{2,}/gu));
  return (
    words.size >= leastWords || new Set(beginning.match(/\p{Script=Han}/gu)).size >= leastWords
  );
}
