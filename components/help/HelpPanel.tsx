import './help.css';
import { useId } from 'preact/hooks';

import { Scene } from '@/components/scenes/Scene.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';

import { Danger } from './Danger.tsx';
import { HelpLines } from './HelpLines.tsx';
import { useHelp } from './use-help.ts';
import { useQuickExit } from './use-quick-exit.ts';

/** Who helps, how to reach them, and a way to leave fast. Shown in place: nothing is added to the history. */
export function HelpPanel({ heading = true }: { heading?: boolean }) {
  const { text, band } = useServices();
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
      <div class="row">
        <ReadAloud words={`${text('helpHeading')} ${text('helpReassurance')}`} />
      </div>
      {help && (
        <>
          <HelpLines lines={help.lines} />
          <Danger resource={help.emergency} />
        </>
      )}
      <TrustedAdult />
      <Steps />
      <p class="soft">{text('helpNobodySees')}</p>
      <Leave />
    </section>
  );
}

function TrustedAdult() {
  const { text } = useServices();
  return (
    <div class="stack-tight">
      <h3>{text('adultHeading')}</h3>
      <p>{text('adultWhat')}</p>
      <p class="soft">{text('adultStart')}</p>
      <p class="help-say">{text('adultSay')}</p>
    </div>
  );
}

const steps = ['stepOne', 'stepTwo', 'stepThree'] as const;

function Steps() {
  const { text } = useServices();
  return (
    <details class="help-more">
      <summary>{text('stepsHeading')}</summary>
      <ol class="help-steps">
        {steps.map((step) => (
          <li key={step}>{text(step)}</li>
        ))}
      </ol>
    </details>
  );
}

function Leave() {
  const { text, leave } = useServices();
  return (
    <div class="row help-leave">
      <Button icon="door" onPress={leave}>
        {text('helpLeave')}
      </Button>
      <span class="soft small">{text('leaveKeys')}</span>
    </div>
  );
}
