import { situationOf, valuesOf } from '@/components/blocked/situation.ts';
import { closedSites } from '@/components/page/closed-sites.ts';
import { useReply } from '@/components/page/use-reply.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Host } from '@/components/ui/Host.tsx';
import type { Verdict } from '@/rules/policy/verdict.ts';

import { Folded } from './Folded.tsx';

const shown = 10;

/** The last closed pages, with their reason; for older children only how many there were. */
export function LastClosed() {
  const services = useServices();
  const { text } = services;
  const { value: day } = useReply('day.read');
  if (day === null) return null;
  return (
    <Card heading={text('mineClosed')} icon="door">
      <p>{text('mineClosedCount', { count: day.blockedCount })}</p>
      {day.blocked.length > 0 && (
        <Folded
          first={4}
          items={closedSites(day.blocked)
            .slice(0, shown)
            .map(({ at, host, reason, count }) => (
              <li key={`${at} ${host}`} class="stack-tight">
                <Host name={host} strong />
                <span class="soft">
                  {[
                    ruleWords(reason, text),
                    whenWords(services, at),
                    ...(count > 1 ? [text('closedTimes', { count })] : []),
                  ].join(' · ')}
                </span>
              </li>
            ))}
        />
      )}
    </Card>
  );
}

function ruleWords(
  reason: Verdict['reason'],
  text: (key: string, values?: Readonly<Record<string, string>>) => string,
): string {
  const verdict: Verdict = { action: 'block', reason, until: null };
  return text(situationOf({ verdict, decidedBy: 'family' }).rule, valuesOf(reason, text));
}
