import { useServices } from '@/components/services.ts';
import type { HelpResource } from '@/rules/help/resources.ts';

import { HelpLine } from './HelpLine.tsx';

/** Who listens: the country's first, the others one press away. */
export function HelpLines({ lines }: { lines: readonly HelpResource[] }) {
  const { text } = useServices();
  const [first, ...more] = lines;
  const isOwn = first?.worldwide === false;
  return (
    <div class="stack">
      <div class="stack-tight">
        <h3>{text('talkHeading')}</h3>
        <p>{text(isOwn ? 'talkWhat' : 'talkNoLines')}</p>
      </div>
      {first && <HelpLine resource={first} first />}
      {more.length > 0 && (
        <details class="help-more">
          <summary>{text('linesMore')}</summary>
          <ul class="stack">
            {more.map((resource) => (
              <li key={resource.id}>
                <HelpLine resource={resource} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="soft small">{text('talkLimits')}</p>
    </div>
  );
}
