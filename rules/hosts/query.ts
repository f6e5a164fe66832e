// Query conditions of a pattern. A key can be given twice in an address, and sites differ in which they read:
// to block, one matching value is enough; to allow, every value must match.

export type QueryTerm = { readonly key: string; readonly value: string };

const anyValue = '*';

export function parseQuery(search: string): readonly QueryTerm[] | null {
  const terms = [...new URLSearchParams(search)]
    .filter(([key]) => key !== '')
    .map(([key, value]) => ({ key, value }));
  if (terms.length === 0) return null;
  return terms.sort(
    (left, right) => compare(left.key, right.key) || compare(left.value, right.value),
  );
}

export const queryText = (terms: readonly QueryTerm[]): string =>
  new URLSearchParams(terms.map(({ key, value }) => [key, value])).toString();

export function matchesQuery(
  terms: readonly QueryTerm[],
  search: string,
  as: 'allow' | 'block',
): boolean {
  const present = [...new URLSearchParams(search)].map(([key, value]) => ({ key, value }));
  return terms.every((term) => (as === 'block' ? hasAny(term, present) : allAre(term, present)));
}

function hasAny(term: QueryTerm, present: readonly QueryTerm[]): boolean {
  return present.some(
    ({ key, value }) =>
      fold(key) === fold(term.key) && (term.value === anyValue || fold(value) === fold(term.value)),
  );
}

function allAre(term: QueryTerm, present: readonly QueryTerm[]): boolean {
  const related = present.filter(({ key }) => fold(key) === fold(term.key));
  return (
    related.length > 0 &&
    related.every(
      ({ key, value }) => key === term.key && (term.value === anyValue || value === term.value),
    )
  );
}

const fold = (text: string): string => text.toLowerCase();
const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
