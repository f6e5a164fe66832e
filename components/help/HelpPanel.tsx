import './help.css';
import { useId } from 'preact/hooks';

import { Scene } from '@/components/scenes/Scene.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { Help } from '@/rules/help/choose.ts';

import { Emergency } from './Emergency.tsx';
import { HelpLine } from './HelpLine.tsx';
import { useHelp } from './use-help.ts';
import { useQuickExit } from './use-quick-exit.ts';

/** Who helps, how to reach them, and a way to leave fast. Shown in place: nothing is added to the history. */
export function HelpPanel({ heading = true }: { heading?: boolean }) {
  const { text, band, leave } = useServices();
  const help = useHelp();
  const id = useId();
  useQuickExit();
  return (
    <section class="help stack" data-saathi="help" aria-labelledby={id}>
      {band === '5-8' && <Scene name="hand" size="small" />}
      <h2 id={id} class={heading ? undefined : 'visually-hidden'}>
        {text('helpHeading')}
      </h2>
      <p class="lead">{text('helpReassurance')}</p>
      {help && <HelpLines help={help} />}
      <p>{text('helpTrusted')}</p>
      <p class="soft">{text('helpPrivate')}</p>
      <div class="row">
        <Button icon="external" onPress={leave}>
          {text('helpLeave')}
        </Button>
        <span class="soft small">{text('helpLeaveKeys')}</span>
      </div>
    </section>
  );
}

function HelpLines({ help }: { help: Help }) {
  const { text } = useServices();
  const [first, ...more] = help.lines;
  return (
    <>
      {help.emergency && <Emergency resource={help.emergency} />}
      {first && <HelpLine resource={first} first />}
      {more.length > 0 && (
        <details class="help-more">
          <summary>{text('helpMore')}</summary>
          <ul class="stack">
            {more.map((resource) => (
              <li key={resource.id}>
                <HelpLine resource={resource} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
