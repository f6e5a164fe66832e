import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { OtherWays } from '@/components/codes/OtherWays.tsx';
import { useCodesState } from '@/components/codes/use-codes-state.ts';
import { useFocusPlace } from '@/components/page/use-focus-place.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Explanation, RequestView } from '@/rules/messages/replies.ts';
import { isTimeReason } from '@/rules/policy/verdict.ts';

import { AnswerAnew } from './AnswerAnew.tsx';
import { AnswerHere } from './AnswerHere.tsx';
import { Asked } from './Asked.tsx';
import { AskForm, type AskHow } from './AskForm.tsx';
import { canBeMistaken, MistakeButton } from './MistakeButton.tsx';

export type AskPanelProps = {
  readonly explanation: Explanation;
  readonly refresh: () => Promise<void>;
  /** The page's main button: what comes before asking. */
  readonly children: ComponentChildren;
};

type Step = 'closed' | 'asking' | 'answering' | 'coding' | 'anew';

/** Asking a grown-up: a question in the child's words, and the answer: in person right here, by a code, or by a file. */
export function AskPanel({ explanation, refresh, children }: AskPanelProps) {
  const [step, setStep] = useState<Step>('closed');
  const [asked, setAsked] = useState<RequestView | null>(null);
  const { place, takeFocus } = useFocusPlace();
  const request = newer(asked, explanation.request);
  const close = () => {
    setStep('closed');
    takeFocus();
  };
  const settle = () => {
    close();
    void refresh();
  };
  const onAsked = (next: RequestView, how: AskHow) => {
    setAsked(next);
    if (how === 'later') settle();
    else setStep(how === 'code' ? 'coding' : 'answering');
  };
  return (
    <div class="stack" ref={place} tabIndex={-1}>
      <div class="row blocked-actions">
        {children}
        {request?.state !== 'open' && (
          <AskButtons
            explanation={explanation}
            isAsking={step === 'asking'}
            onAsk={() => setStep('asking')}
            onMistake={(next) => onAsked(next, 'later')}
          />
        )}
      </div>
      <Standing
        {...{ explanation, request }}
        onAnswerHere={() => setStep('answering')}
        onAnew={() => setStep('anew')}
      />
      <Ways {...{ explanation, request, step, onAsked }} onClose={close} onGiven={settle} />
      {step === 'anew' && <AnswerAnew {...{ explanation }} onClose={settle} onAnswered={settle} />}
      {step === 'answering' && request && (
        <AnswerHere
          request={request}
          matched={explanation.matched}
          onClose={settle}
          onAnswered={settle}
        />
      )}
    </div>
  );
}

type WaysProps = {
  readonly explanation: Explanation;
  readonly request: RequestView | null;
  readonly step: Step;
  readonly onAsked: (next: RequestView, how: AskHow) => void;
  readonly onClose: () => void;
  readonly onGiven: () => void;
};

/** The question itself, or the ways in which somebody who is not here can answer it. */
function Ways({ explanation, request, step, onAsked, onClose, onGiven }: WaysProps) {
  const [codes, lookAtCodes] = useCodesState();
  if (step === 'asking') {
    return (
      <AskForm {...{ explanation, onAsked, onClose }} takesCodes={codes?.takesCodes ?? false} />
    );
  }
  if (codes === null || !explanation.canAnswerHere) return null;
  return (
    <OtherWays
      key={step === 'coding' ? 'coding' : 'ways'}
      {...{ codes, explanation, request, onGiven }}
      startsWithCode={step === 'coding'}
      onTried={() => void lookAtCodes()}
    />
  );
}

type AskButtonsProps = {
  readonly explanation: Explanation;
  readonly isAsking: boolean;
  readonly onAsk: () => void;
  readonly onMistake: (request: RequestView) => void;
};

function AskButtons({ explanation, isAsking, onAsk, onMistake }: AskButtonsProps) {
  const { text } = useServices();
  return (
    <>
      {explanation.canAsk && (
        <Button icon="ask" expanded={isAsking} onPress={onAsk}>
          {text(isTimeReason(explanation.verdict.reason) ? 'askMoreTime' : 'askButton')}
        </Button>
      )}
      {canBeMistaken(explanation) && (
        <MistakeButton explanation={explanation} onAsked={onMistake} />
      )}
    </>
  );
}

type StandingProps = {
  readonly explanation: Explanation;
  readonly request: RequestView | null;
  readonly onAnswerHere: () => void;
  /** A guardian is here, and the next question would have to wait. */
  readonly onAnew: () => void;
};

function Standing({ explanation, request, onAnswerHere, onAnew }: StandingProps) {
  const { text } = useServices();
  const { canAsk, canAnswerHere } = explanation;
  if (request === null) {
    return canAsk && !canAnswerHere ? (
      <Notice tone="calm">
        <p>{text('askNotHere')}</p>
      </Notice>
    ) : null;
  }
  // What was answered, and may be asked about again, is history.
  if (request.state !== 'open' && canAsk) return null;
  return (
    <>
      <Asked request={request} onAnswerHere={canAnswerHere ? onAnswerHere : null} />
      <AskAgain explanation={explanation} onAnew={onAnew} />
    </>
  );
}

function AskAgain({ explanation, onAnew }: Pick<StandingProps, 'explanation' | 'onAnew'>) {
  const services = useServices();
  const { text } = services;
  if (explanation.askAgainAt === null) return null;
  return (
    <div class="row">
      <p class="soft">{text('askAgain', { when: whenWords(services, explanation.askAgainAt) })}</p>
      {explanation.canAnswerHere && (
        <Button kind="plain" icon="family" onPress={onAnew}>
          {text('askInPerson')}
        </Button>
      )}
    </div>
  );
}

const newer = (asked: RequestView | null, known: RequestView | null): RequestView | null =>
  asked !== null && asked.askedAt > (known?.askedAt ?? 0) ? asked : known;
