import { useState } from 'preact/hooks';

import { durationName } from '@/components/page/formats.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { More } from '@/components/ui/More.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { westernDigits } from '@/rules/guardian/secret.ts';
import type { Refused } from '@/rules/messages/contract.ts';
import type { OverrideView } from '@/rules/messages/replies.ts';
import { restMinutes } from '@/rules/messages/time-contract.ts';

import { Form, SubmitButton } from '../Form.tsx';
import { useGuarded } from '../guarded.tsx';

export type RestProps = {
  /** The rest that is running; null: none. */
  readonly running: OverrideView | null;
  readonly onChanged: () => Promise<void>;
};

/** "Dinner": everything but help rests for a while. Calling is free, ending it early asks for the PIN. */
export function Rest({ running, onChanged }: RestProps) {
  const { text, ask, language } = useServices();
  const [refused, setRefused] = useState<Refused | null>(null);
  const start = async (minutes: number) => {
    const started = await ask('rest.start', { minutes });
    setRefused(started.ok ? null : started.failure);
    await onChanged();
  };
  if (running !== null) return <Resting running={running} onChanged={onChanged} />;
  const startButton = (minutes: number) => {
    const time = durationName(language, minutes * 60);
    return (
      <Button
        icon="family"
        label={text('restButton', { time })}
        onPress={() => void start(minutes)}
      >
        {time}
      </Button>
    );
  };
  return (
    <div class="stack-tight">
      <h3>{text('restHeading')}</h3>
      <p class="soft small">{text('restMeaning')}</p>
      <div class="row" role="group" aria-label={text('restHeading')}>
        {startButton(30)}
        {startButton(60)}
      </div>
      <RefusedNotice refused={refused} />
      <More label={text('restMore')}>
        <OtherLength onStart={(minutes) => void start(minutes)} />
      </More>
    </div>
  );
}

function Resting({ running, onChanged }: RestProps & { readonly running: OverrideView }) {
  const services = useServices();
  const { text, ask } = services;
  const { run } = useGuarded();
  const [refused, setRefused] = useState<Refused | null>(null);
  const end = async () => {
    const ended = await run(text('restEndNeedsPin'), (token) =>
      ask('override.end', { overrideId: running.id, ...token }),
    );
    setRefused(ended.ok || ended.failure === 'needs-guardian' ? null : ended.failure);
    await onChanged();
  };
  return (
    <Notice tone="care" icon="family" live>
      <p class="strong">{text('restRunning', { when: whenWords(services, running.expiresAt) })}</p>
      <p>{text('restRunningMeaning')}</p>
      <div>
        <Button icon="unlock" onPress={() => void end()}>
          {text('restEnd')}
        </Button>
      </div>
      {refused !== null && <p role="alert">{text(`refused-${refused}`)}</p>}
    </Notice>
  );
}

function RefusedNotice({ refused }: { refused: Refused | null }) {
  const { text } = useServices();
  if (refused === null) return null;
  return (
    <Notice tone="care" live>
      <p>{text(`refused-${refused}`)}</p>
    </Notice>
  );
}

function OtherLength({ onStart }: { onStart: (minutes: number) => void }) {
  const { text } = useServices();
  const [typed, setTyped] = useState('45');
  const [isWrong, setWrong] = useState(false);
  return (
    <Form
      onSubmit={() => {
        const minutes = restIn(typed);
        setWrong(minutes === null);
        if (minutes !== null) onStart(minutes);
      }}
    >
      <Field
        label={text('restMinutes')}
        value={typed}
        inputMode="numeric"
        dir="ltr"
        maxLength={3}
        error={isWrong ? text('restMinutesWrong', restMinutes) : undefined}
        onInput={setTyped}
        after={<SubmitButton icon="family">{text('restStart')}</SubmitButton>}
      />
    </Form>
  );
}

function restIn(typed: string): number | null {
  const digits = westernDigits(typed.trim());
  if (!/^\d{1,3}$/.test(digits)) return null;
  const minutes = Number(digits);
  return minutes >= restMinutes.least && minutes <= restMinutes.most ? minutes : null;
}
