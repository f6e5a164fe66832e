// The answers of a report in the order in which one form asks for them.
import type { Fact } from '../reporting/facts.ts';

type Answer = { readonly key: string; readonly value: string };

/** What the form asks comes first, in its order; the rest may still be of use. */
export function answersFor<A extends Answer>(
  facts: readonly A[],
  asks: readonly Fact['key'][],
): { readonly asked: readonly A[]; readonly others: readonly A[] } {
  const asked = asks.flatMap((key) => facts.filter((fact) => fact.key === key).slice(0, 1));
  return { asked, others: facts.filter((fact) => !asked.includes(fact)) };
}
