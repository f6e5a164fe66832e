import { scopeWords } from '@/components/blocked/situation.ts';
import { useReply } from '@/components/page/use-reply.ts';
import { quietTimeWords, whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import type { Day, OverrideView } from '@/rules/messages/replies.ts';

import { DayPath } from './DayPath.tsx';

const everyMinuteMs = 60_000;

/** Time left today, when it is quiet, and what was given for a while. */
export function MyTime() {
  const services = useServices();
  const { text } = services;
  const { value: day, reload } = useReply('day.read', everyMinuteMs);
  if (day === null) return null;
  const quietTimes = quietTimeWords(day, services, 'mineQuietToday');
  return (
    <Card heading={text('mineTime')} icon="clock">
      <TimeLeftBars day={day} />
      {quietTimes.length > 0 && (
        <ul class="stack-tight">
          {quietTimes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {day.overrides.map((override) => (
        <Given key={override.id} override={override} onEnded={() => void reload()} />
      ))}
    </Card>
  );
}

function TimeLeftBars({ day }: { day: Day }) {
  const { text } = useServices();
  if (day.quotas.length === 0) return <p>{text('mineNoLimit')}</p>;
  return (
    <ul class="stack">
      {day.quotas.map((quota) => (
        <li key={quota.quotaId}>
          <DayPath quota={quota} />
        </li>
      ))}
    </ul>
  );
}

/** "quiet-time" and scopes are time; anything else is a place. */
function Given({ override, onEnded }: { override: OverrideView; onEnded: () => void }) {
  const services = useServices();
  const { text, ask } = services;
  const { covers } = override;
  const isTime = covers === 'quiet-time' || covers === 'all' || /^(?:category|host):/.test(covers);
  const what =
    covers === 'quiet-time' ? text('scopeQuietTime') : isTime ? scopeWords(covers, text) : covers;
  return (
    <div class="row-between given">
      <span class="given-words">
        {text('mineGiven', { what, when: whenWords(services, override.expiresAt) })}
      </span>
      <Button
        size="small"
        onPress={() => void ask('override.end', { overrideId: override.id }).then(onEnded)}
      >
        {text('mineGivenEnd')}
      </Button>
    </div>
  );
}
