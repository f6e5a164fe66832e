import { ruleWords, type RuleSpeaking } from '@/components/page/rule-words.ts';
import { useServices } from '@/components/services.ts';
import type { RuleSentence } from '@/rules/time/sentence-data.ts';

import { useScopeWords } from '../rules/scope-words.ts';

export function useRuleSpeaking(): RuleSpeaking {
  const { text, language } = useServices();
  const scopeWords = useScopeWords();
  return { text, language, scopeWords, reader: 'guardian' };
}

/** A rule as the guardian reads it. */
export function useRuleWords(): (sentence: RuleSentence) => string {
  const speaking = useRuleSpeaking();
  return (sentence) => ruleWords(sentence, speaking);
}
