import { ruleWords, type RuleSpeaking } from '@/components/page/rule-words.ts';
import { useServices } from '@/components/services.ts';
import type { RuleSentence } from '@/rules/time/sentence-data.ts';

import { useScopeWords } from '../rules/scope-words.ts';

export function useRuleSpeaking(): RuleSpeaking {
  const { text, language } = useServices();
  const nameOf = useScopeWords();
  return {
    text,
    language,
    // Inside a sentence, as the journal writes them: "all browsing", "games".
    scopeWords: (scope) => {
      if (scope === 'all') return text('changeValueAllBrowsing');
      const [kind, name = ''] = scope.split(':');
      return kind === 'category' ? text(`changeValueCategory_${name}`) : nameOf(scope);
    },
    reader: 'guardian',
  };
}

/** A rule as the guardian reads it. */
export function useRuleWords(): (sentence: RuleSentence) => string {
  const speaking = useRuleSpeaking();
  return (sentence) => ruleWords(sentence, speaking);
}
