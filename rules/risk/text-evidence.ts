// What the text model said of a page, as evidence: less where the model does not know the language, less where the page
// gives its words a calm frame.
import type { TextFinding } from '../text/judge.ts';
import { isCalm } from './calm.ts';
import type { Evidence, RiskTopic, Weight } from './evidence.ts';
import { isKnownLanguage } from './languages.ts';

/** Classes of messages (insult, hate, grooming) say nothing of what kind a page is. */
const topicOf: Readonly<Partial<Record<TextFinding['of'], RiskTopic>>> = {
  adult: 'adult',
  gambling: 'gambling',
  drugs: 'drugs',
  'self-harm': 'self-harm',
  scam: 'scam',
};

/**
 * Accounts, codes, fees and deadlines are what honest offices write of as well: that words sound like a scam never warns by
 * itself. It joins an odd address, a borrowed name or a form, which say that somebody else is asking.
 */
const strongestOf = (topic: RiskTopic | undefined): Weight => (topic === 'scam' ? 2 : 3);

export type ReadText = {
  readonly host: string;
  /** Title, description and text. */
  readonly text: string;
  /** As the root element says it. */
  readonly language: string;
  readonly findings: readonly TextFinding[];
};

export function textEvidence({ host, text, language, findings }: ReadText): Evidence[] {
  const told = findings.filter((finding) => topicOf[finding.of] !== undefined);
  // Most pages end here.
  if (told.length === 0) return [];
  const less = (isKnownLanguage(language, text) ? 0 : 1) + (isCalm(host, text) ? 1 : 0);
  return told.flatMap(({ of, level }) => {
    const topic = topicOf[of];
    const weight = Math.min(strongestOf(topic), level === 'clear' ? 3 : 2) - less;
    return topic === undefined || weight < 1
      ? []
      : [{ topic, source: 'text', weight: weight as Weight, sign: `riskText-${topic}` } as const];
  });
}
