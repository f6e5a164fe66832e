// The one line that says why: the rule, and the lists that named the place where it was a list.
import { useServices } from '@/components/services.ts';
import type { Explanation } from '@/rules/messages/replies.ts';

import { situationOf, valuesOf } from './situation.ts';

const mostNamed = 3;

/** Younger children read what the list is about; from 13 on also which list it is. */
export function useRuleWords(): (explanation: Explanation) => string {
  const { text, language } = useServices();
  return (explanation) => {
    const { verdict, matched } = explanation;
    const values = valuesOf(verdict.reason, text);
    if (verdict.reason.kind !== 'category' || matched.length === 0) {
      return text(situationOf(explanation).rule, values);
    }
    const names = matched.map(({ isOurs, name }) => (isOurs ? text('listOurs') : name));
    const lists = new Intl.ListFormat(language).format(names.slice(0, mostNamed));
    return text('ruleListed', { ...values, lists });
  };
}
