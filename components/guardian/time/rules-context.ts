// All time rules of the child that is looked at, as sentences, and where they disagree. Each rule shows its own part.
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { ChildProfile, QuietTime, Quota, RuleSet } from '@/rules/policy/schema.ts';
import { type Conflict, conflictsOf } from '@/rules/time/conflicts.ts';
import { momentAt } from '@/rules/time/moment.ts';
import { type RuleRef, type RuleSentence, ruleSentences } from '@/rules/time/sentence-data.ts';

import { type RuleProblem, ruleProblems } from './problems.ts';
import { useSettled } from './use-settled.ts';

export type TimeRules = {
  readonly profile: ChildProfile;
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly RuleProblem[];
  readonly sentenceOf: (rule: RuleRef) => RuleSentence | null;
  /** Name of a set of rules or of sites. */
  readonly nameOf: (owner: {
    readonly kind: 'rule-set' | 'host-set';
    readonly id: string;
  }) => string;
  /** The family's local date. */
  readonly today: string;
};

const fewSets = 5;

export const TimeRulesContext = createContext<TimeRules | null>(null);

export function useTimeRules(profile: ChildProfile): TimeRules {
  const { now, timeZone } = useServices();
  const today = momentAt(now(), timeZone).date;
  // Twenty sets disagree a thousand times: not worked out anew at each letter that is typed.
  const settled = useSettled(profile, (profile.ruleSets?.length ?? 0) > fewSets ? 500 : 0);
  const conflicts = useMemo(() => conflictsOf(settled, today), [settled, today]);
  return useMemo(() => {
    const sentences = new Map(
      ruleSentences(profile).flatMap((sentence) =>
        sentence.kind === 'always-open' ? [] : [[keyOf(sentence.rule), sentence] as const],
      ),
    );
    const named = { 'rule-set': profile.ruleSets ?? [], 'host-set': profile.hostSets ?? [] };
    return {
      profile,
      today,
      conflicts,
      problems: ruleProblems(profile),
      sentenceOf: (rule) => sentences.get(keyOf(rule)) ?? null,
      nameOf: ({ kind, id }) => named[kind].find((each) => each.id === id)?.name ?? '',
    };
  }, [profile, today, conflicts]);
}

export const useRules = (): TimeRules => {
  const rules = useContext(TimeRulesContext);
  if (rules === null)
    throw new Error('No rules to speak of: wrap it in <TimeRulesContext.Provider>');
  return rules;
};

/** How a rule is named by sentences and conflicts. */
export const quietRef = ({ id }: QuietTime, set: RuleSet | null): RuleRef => ({
  kind: 'quiet-time',
  id,
  setId: set?.id ?? null,
});
export const quotaRef = ({ id }: Quota, set: RuleSet | null): RuleRef => ({
  kind: 'quota',
  id,
  setId: set?.id ?? null,
});

export const isSameOwner = (
  a: { readonly kind: string; readonly id: string; readonly setId?: string | null },
  b: { readonly kind: string; readonly id: string; readonly setId?: string | null },
): boolean => a.kind === b.kind && a.id === b.id && (a.setId ?? null) === (b.setId ?? null);

const keyOf = ({ kind, id, setId }: RuleRef): string => `${setId ?? ''}/${kind}/${id}`;
