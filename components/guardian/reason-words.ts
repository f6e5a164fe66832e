import { useServices } from '@/components/services.ts';
import type { Reason } from '@/rules/policy/verdict.ts';

import { useScopeWords } from './rules/scope-words.ts';

/** Why a page was closed, in a few words for an adult. */
export function useReasonWords(): (reason: Reason) => string {
  const { text } = useServices();
  const scopeWords = useScopeWords();
  return (reason) => {
    if (reason.kind === 'category') {
      return text('reason-category', { topic: text(`category-${reason.category}`) });
    }
    if (reason.kind === 'quota') return text('reason-quota', { scope: scopeWords(reason.scope) });
    if (reason.kind === 'blocklist') return text('reason-blocklist', { pattern: reason.pattern });
    if (reason.kind === 'word') return text('reason-word', { word: reason.word });
    if (reason.kind === 'carries') return text('reason-carries', { carried: reason.host });
    if (reason.kind === 'lookalike') return text('reason-lookalike', { imitated: reason.imitated });
    if (reason.kind === 'risk') {
      return text('reason-risk', { topic: text(`category-${reason.topic}`) });
    }
    return text(`reason-${reason.kind}`);
  };
}
