import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Steps } from '@/components/ui/Steps.tsx';

import { setupSteps } from './draft.ts';

export type StepFrameProps = {
  readonly step: (typeof setupSteps)[number];
  readonly heading: string;
  readonly intro: string;
  /** null on the first screen, and where going back would undo what is already in force. */
  readonly onBack: (() => void) | null;
  readonly onNext: () => void;
  readonly next?: string;
  readonly nextIcon?: IconName;
  /** Going on now leaves something undone. */
  readonly skips?: boolean;
  readonly busy?: boolean;
  readonly children: ComponentChildren;
};

/** One screen of set-up: how far, one question, and the way on. Enter goes on too. */
export function StepFrame(props: StepFrameProps) {
  const { text } = useServices();
  const { step, heading, intro, onBack, onNext, children } = props;
  const headingRef = useRef<HTMLHeadingElement>(null);
  // A new screen is read from its heading, also by a screen reader; the first one is read from the top anyway.
  useEffect(() => {
    if (step !== 'place') headingRef.current?.focus();
    window.scrollTo(0, 0);
  }, [step]);
  return (
    <Form
      look="stack-loose step"
      onSubmit={() => {
        if (!props.busy) onNext();
      }}
    >
      <div class="stack">
        <Steps now={setupSteps.indexOf(step) + 1} of={setupSteps.length} />
        <h1 ref={headingRef} tabIndex={-1}>
          {heading}
        </h1>
        <p class="lead soft">{intro}</p>
      </div>
      {children}
      <div class="row-between">
        {onBack === null ? (
          <span />
        ) : (
          <Button icon="back" onPress={onBack}>
            {text('back')}
          </Button>
        )}
        <SubmitButton
          kind={props.skips ? 'quiet' : 'main'}
          icon={props.nextIcon ?? 'next'}
          busy={props.busy ?? false}
        >
          {props.next ?? text('next')}
        </SubmitButton>
      </div>
    </Form>
  );
}
