// The answers of a report for one official form.
import type { ReportTopic } from '../messages/contract.ts';
import type { Fact } from '../reporting/facts.ts';

type Answer = { readonly key: string; readonly value: string };
type Told<A extends Answer> = {
  readonly facts: readonly A[];
  /** null: nobody has sorted it. */
  readonly topic: ReportTopic | null;
};

/** Where a picture of a child is meant, the address is all that anybody should write down. */
export const tellable = <A extends Answer>({ facts, topic }: Told<A>): readonly A[] =>
  topic === 'csam' ? facts.filter(({ key }) => key === 'address') : facts;

/** What the form asks comes first, in its order; the rest may still be of use. */
export function answersInOrder<A extends Answer>(
  report: Told<A>,
  asks: readonly Fact['key'][],
): readonly A[] {
  const facts = tellable(report);
  const asked = asks.flatMap((key) => facts.filter((fact) => fact.key === key).slice(0, 1));
  return [...asked, ...facts.filter((fact) => !asked.includes(fact))];
}
