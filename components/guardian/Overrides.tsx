import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import type { OverrideView } from '@/rules/messages/replies.ts';

import { useScopeWords } from './rules/scope-words.ts';

export type OverridesProps = {
  readonly overrides: readonly OverrideView[];
  readonly onEnded: () => Promise<void>;
};

/** Temporary permissions that are running now. Ending one early is a tightening: no PIN. */
export function Overrides({ overrides, onEnded }: OverridesProps) {
  const services = useServices();
  const { text, ask } = services;
  const coversWords = useCoversWords();
  if (overrides.length === 0) return null;
  return (
    <Card heading={text('overridesHeading')} icon="unlock">
      <ul class="stack">
        {overrides.map(({ id, covers, expiresAt, isManaged = false }) => (
          <li class="row-between" key={id}>
            <span class="stack-tight">
              <bdi class="strong">{coversWords(covers)}</bdi>
              <span class="soft small">
                {text('overridesUntil', { when: whenWords(services, expiresAt) })}
              </span>
            </span>
            {!isManaged && (
              <Button
                icon="lock"
                onPress={() => void ask('override.end', { overrideId: id }).then(onEnded)}
              >
                {text('overridesEnd')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A page, a site, or time: "quiet-time", "all", "category:games", "host:youtube.com", "set:ID". */
function useCoversWords(): (covers: string) => string {
  const { text } = useServices();
  const scopeWords = useScopeWords();
  return (covers) => {
    if (covers === 'quiet-time') return text('overridesQuiet');
    const isTime = covers === 'all' || /^(?:category|host|set):/.test(covers);
    return isTime ? text('overridesTime', { scope: scopeWords(covers) }) : covers;
  };
}
