// What is being typed of a list or a feed, until it can be read as one.
import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { Result } from '@/rules/result.ts';

import type { NewListProblem } from './read-new-list.ts';

type NewEntry<Typed> = {
  readonly typed: Typed;
  readonly type: (changes: Partial<Typed>) => void;
  /** In words; undefined where nothing is wrong. */
  readonly errorAt: (field: NewListProblem['field']) => string | undefined;
  /** Hands it over and begins anew, or says what is wrong. */
  readonly add: () => void;
};

export function useNewEntry<Typed, Read>(
  nothing: Typed,
  read: (typed: Typed) => Result<Read, NewListProblem>,
  onAdd: (entry: Read) => void,
): NewEntry<Typed> {
  const { text } = useServices();
  const [typed, setTyped] = useState(nothing);
  const [problem, setProblem] = useState<NewListProblem | null>(null);
  return {
    typed,
    type: (changes) => setTyped({ ...typed, ...changes }),
    errorAt: (field) => (problem?.field === field ? text(problem.key) : undefined),
    add() {
      const entry = read(typed);
      setProblem(entry.ok ? null : entry.failure);
      if (!entry.ok) return;
      onAdd(entry.value);
      setTyped(nothing);
    },
  };
}
