import '@/components/charts/charts.css';
import { Icon } from '@/components/icons/Icon.tsx';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import type { Day, OverrideView } from '@/rules/messages/replies.ts';

import { openingWords } from './opening-words.ts';
import { TimeRing } from './TimeRing.tsx';
import { useMyScopeWords } from './use-my-scope-words.ts';

export type MyTimeProps = { readonly day: Day; readonly onChanged: () => void };

/** Time left today, what opens when, and what was given for a while. */
export function MyTime({ day, onChanged }: MyTimeProps) {
  const services = useServices();
  const { text } = services;
  const scopeWords = useMyScopeWords();
  const lines = openingWords(day, services, scopeWords);
  const given = day.overrides.filter(({ covers }) => covers !== 'lockdown');
  return (
    <Card heading={text('mineTime')} icon="clock">
      {day.quotas.length === 0 ? (
        <p>{text('mineNoLimit')}</p>
      ) : (
        <ul class="rings">
          {day.quotas.map((quota) => (
            <li key={quota.quotaId}>
              <TimeRing quota={quota} scopeWords={scopeWords} />
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <ul class="sentences">
          {lines.map(({ icon, words }) => (
            <li key={words} class="sentence">
              <Icon name={icon} />
              <span>{words}</span>
            </li>
          ))}
        </ul>
      )}
      {given.map((override) => (
        <Given key={override.id} override={override} scopeWords={scopeWords} onEnded={onChanged} />
      ))}
    </Card>
  );
}

type GivenProps = {
  readonly override: OverrideView;
  readonly scopeWords: (scope: string) => string;
  readonly onEnded: () => void;
};

/** "quiet-time" and scopes are time; anything else is a place. */
function Given({ override, scopeWords, onEnded }: GivenProps) {
  const services = useServices();
  const { text, ask } = services;
  const { covers } = override;
  const isTime = covers === 'all' || /^(?:category|host|set):/.test(covers);
  const what =
    covers === 'quiet-time' ? text('scopeQuietTime') : isTime ? scopeWords(covers) : covers;
  return (
    <div class="row-between given">
      <span class="given-words">
        {text('mineGiven', { what, when: whenWords(services, override.expiresAt) })}
      </span>
      {override.isManaged !== true && (
        <Button
          size="small"
          onPress={() => void ask('override.end', { overrideId: override.id }).then(onEnded)}
        >
          {text('mineGivenEnd')}
        </Button>
      )}
    </div>
  );
}
