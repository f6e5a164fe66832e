// Which words and which picture fit a verdict. The words themselves are in the catalogue, by age band.
import type { SceneName } from '@/components/scenes/Scene.tsx';
import type { Explanation } from '@/rules/messages/replies.ts';
import type { Category } from '@/rules/policy/schema.ts';
import type { Reason } from '@/rules/policy/verdict.ts';

export type Situation = {
  readonly scene: SceneName;
  /** Keys are this with Heading, Body behind it. */
  readonly words: string;
  /** Key of the rule's own line. */
  readonly rule: string;
  /** Help is shown in the page itself, not behind its button. */
  readonly helpFirst?: boolean;
};

/** Ordinary things a family may close: not called risky. */
const everyday: ReadonlySet<Category> = new Set(['social', 'games', 'video', 'shopping']);

const situations: Readonly<Record<Reason['kind'], Situation>> = {
  blocklist: { scene: 'gate', words: 'closedFamily', rule: 'ruleBlocklist' },
  word: { scene: 'gate', words: 'closedFamily', rule: 'ruleWord' },
  carries: { scene: 'gate', words: 'closedFamily', rule: 'ruleCarries' },
  category: { scene: 'gate', words: 'closedTopic', rule: 'ruleCategory' },
  unknown: { scene: 'fork', words: 'closedUnknown', rule: 'ruleUnknown' },
  'age-label': { scene: 'gate', words: 'closedAgeLabel', rule: 'ruleAgeLabel' },
  lookalike: { scene: 'fox', words: 'closedLookalike', rule: 'ruleLookalike' },
  risk: { scene: 'gate', words: 'closedRisk', rule: 'ruleRisk' },
  unreadable: { scene: 'fork', words: 'closedUnreadable', rule: 'ruleUnreadable' },
  'quiet-time': { scene: 'night', words: 'timeQuiet', rule: 'ruleQuiet' },
  quota: { scene: 'sunset', words: 'timeQuota', rule: 'ruleQuota' },
  lockdown: { scene: 'sunset', words: 'timeLockdown', rule: 'ruleLockdown' },
  // None of these closes a page.
  'of-age': { scene: 'gate', words: 'closedOther', rule: 'ruleOther' },
  help: { scene: 'gate', words: 'closedOther', rule: 'ruleOther' },
  'browser-page': { scene: 'gate', words: 'closedOther', rule: 'ruleOther' },
  'not-set-up': { scene: 'gate', words: 'closedOther', rule: 'ruleOther' },
  override: { scene: 'gate', words: 'closedOther', rule: 'ruleOther' },
  allowlist: { scene: 'gate', words: 'closedOther', rule: 'ruleOther' },
  known: { scene: 'gate', words: 'closedOther', rule: 'ruleOther' },
};

export function situationOf({
  verdict,
  decidedBy,
}: Pick<Explanation, 'verdict' | 'decidedBy'>): Situation {
  const { reason } = verdict;
  if (reason.kind === 'category') return categorySituation(reason.category);
  if (reason.kind === 'risk') return riskSituation(reason.topic);
  const situation = situations[reason.kind];
  return situation.words === 'closedFamily' && decidedBy === 'school'
    ? { ...situation, words: 'closedSchool' }
    : situation;
}

function categorySituation(category: Category): Situation {
  if (category === 'scam') return { scene: 'fox', words: 'closedTrick', rule: 'ruleCategory' };
  if (category === 'self-harm') {
    return { scene: 'hand', words: 'closedSelfHarm', rule: 'ruleCategory', helpFirst: true };
  }
  return everyday.has(category)
    ? { ...situations.category, words: 'closedEveryday' }
    : situations.category;
}

/** Nobody listed this page: its words must not say so. */
function riskSituation(topic: Category): Situation {
  if (topic === 'scam') return { scene: 'fox', words: 'closedRiskTrick', rule: 'ruleRisk' };
  return topic === 'self-harm'
    ? { ...categorySituation(topic), rule: 'ruleRisk' }
    : situations.risk;
}

/** What the words of a reason may speak of. `text` puts topics and scopes into words. */
export function valuesOf(
  reason: Reason,
  text: (key: string) => string,
): Readonly<Record<string, string>> {
  if (reason.kind === 'blocklist') return { pattern: reason.pattern };
  if (reason.kind === 'carries') return { carried: reason.host };
  if (reason.kind === 'category') return { topic: text(`topic-${reason.category}`) };
  if (reason.kind === 'risk') return { topic: text(`topic-${reason.topic}`) };
  if (reason.kind === 'age-label') return { label: reason.label };
  if (reason.kind === 'lookalike') return { imitated: reason.imitated };
  if (reason.kind === 'quota') return { scope: scopeWords(reason.scope, text) };
  return {};
}

/** "all", "category:games", "host:example.org" or "set:ID" for a reader. */
export function scopeWords(scope: string, text: (key: string) => string): string {
  const [kind, name = ''] = scope.split(/:(.*)/s);
  if (kind === 'category') return text(`topic-${name}`);
  // The name that the family gave a set of sites stands on the child's own page.
  if (kind === 'set') return text('scopeSet');
  return kind === 'host' ? name : text('scopeAll');
}
