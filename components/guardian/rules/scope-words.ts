import { createContext } from 'preact';
import { useCallback, useContext } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { HostSet } from '@/rules/policy/schema.ts';

/** The sets of sites of the child whose rules are shown: "set:ID" is read by its name. */
export const HostSetsContext = createContext<readonly HostSet[]>([]);

/** "all", "category:games", "host:youtube.com" or "set:ID" in words. */
export function useScopeWords(): (scope: string) => string {
  const { text } = useServices();
  const hostSets = useContext(HostSetsContext);
  return useCallback(
    (scope) => {
      const colon = scope.indexOf(':');
      const name = scope.slice(colon + 1);
      if (colon < 0) return text('rulesScopeAll');
      if (scope.startsWith('set:')) {
        return hostSets.find(({ id }) => id === name)?.name ?? text('scopeSetGone');
      }
      return scope.startsWith('category:') ? text(`category-${name}`) : name;
    },
    [text, hostSets],
  );
}
