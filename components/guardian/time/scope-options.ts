import { useContext } from 'preact/hooks';

import { categories } from '@/rules/policy/schema.ts';

import { HostSetsContext, useScopeWords } from '../rules/scope-words.ts';

export type ScopeOption = { readonly value: string; readonly label: string };

/** What a rule can be about: all browsing, a topic, a set of sites that is not always open, and what it is about now. */
export function useScopeOptions(): (present?: string) => readonly ScopeOption[] {
  const scopeWords = useScopeWords();
  const sets = useContext(HostSetsContext).filter(({ alwaysOpen }) => alwaysOpen !== true);
  const usual = [
    'all',
    ...sets.map(({ id }) => `set:${id}`),
    ...categories.map((category) => `category:${category}`),
  ];
  return (present) =>
    [...new Set([...usual, ...(present === undefined ? [] : [present])])].map((value) => ({
      value,
      label: scopeWords(value),
    }));
}
