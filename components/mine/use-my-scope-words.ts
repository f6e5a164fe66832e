import { useCallback } from 'preact/hooks';

import { scopeWords } from '@/components/blocked/situation.ts';
import { useReply } from '@/components/page/use-reply.ts';
import { useServices } from '@/components/services.ts';

/** What a time rule is about, for the child; a set of sites by the name the family gave it. */
export function useMyScopeWords(): (scope: string) => string {
  const { text } = useServices();
  const { value } = useReply('policy.read');
  const policy = value?.policy ?? null;
  const child = policy?.children.find(({ id }) => id === policy.activeChild);
  const hostSets = child?.hostSets;
  return useCallback(
    (scope) => {
      if (!scope.startsWith('set:')) return scopeWords(scope, text);
      const id = scope.slice('set:'.length);
      return hostSets?.find((set) => set.id === id)?.name ?? text('ringSet');
    },
    [text, hostSets],
  );
}
