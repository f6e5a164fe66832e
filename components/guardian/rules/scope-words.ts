import { useServices } from '@/components/services.ts';

/** "all", "category:games" or "host:youtube.com" in words. */
export function useScopeWords(): (scope: string) => string {
  const { text } = useServices();
  return (scope) => {
    const colon = scope.indexOf(':');
    const name = scope.slice(colon + 1);
    if (colon < 0) return text('rulesScopeAll');
    return scope.startsWith('category:') ? text(`category-${name}`) : name;
  };
}
