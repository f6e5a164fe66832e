import { useState } from 'preact/hooks';

import { changeText } from '@/components/page/change-text.ts';
import { useReply } from '@/components/page/use-reply.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';

const onePage = 50;

/** Every change: when, who, what. The child can read the same journal. */
export function Journal() {
  const services = useServices();
  const { text } = services;
  const { value } = useReply('journal.read');
  const [shown, setShown] = useState(onePage);
  if (value === null) return <p aria-busy="true" />;
  const entries = value.entries.toSorted((a, b) => b.at - a.at);
  return (
    <div class="stack-loose">
      <div class="stack-tight">
        <h1>{text('journalHeading')}</h1>
        <p class="soft">{text('journalIntro')}</p>
      </div>
      {entries.length === 0 && <p>{text('journalEmpty')}</p>}
      <ol class="journal">
        {entries.slice(0, shown).map(({ at, who, change }, index) => (
          <li class="journal-entry" key={`${at} ${index}`}>
            <span class="soft small">
              <time dateTime={new Date(at).toISOString()}>{whenWords(services, at)}</time>
              {' · '}
              {text(`who-${who}`)}
            </span>
            <span>{changeText(services, change)}</span>
          </li>
        ))}
      </ol>
      {entries.length > shown && (
        <div>
          <Button onPress={() => setShown(shown + onePage)}>{text('journalMore')}</Button>
        </div>
      )}
    </div>
  );
}
