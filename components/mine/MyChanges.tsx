import { changeText } from '@/components/page/change-text.ts';
import { useReply } from '@/components/page/use-reply.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';

import { Folded } from './Folded.tsx';

const shown = 10;

/** Every change of the rules, readable by the child. */
export function MyChanges() {
  const services = useServices();
  const { text } = services;
  const { value } = useReply('journal.read');
  if (value === null) return null;
  const entries = value.entries.toSorted((a, b) => b.at - a.at).slice(0, shown);
  return (
    <Card heading={text('mineChanges')} icon="list">
      {entries.length === 0 && <p class="soft">{text('mineChangesNone')}</p>}
      <Folded
        first={3}
        items={entries.map(({ at, who, change }, index) => (
          <li key={`${at} ${index}`} class="stack-tight">
            <span>{changeText(services, change)}</span>
            <span class="soft small">
              {text(`mineWho-${who}`)}
              {' · '}
              {whenWords(services, at)}
            </span>
          </li>
        ))}
      />
    </Card>
  );
}
