import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { useFocusPlace } from '@/components/page/use-focus-place.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Explanation, RequestView } from '@/rules/messages/replies.ts';
import { isTimeReason } from '@/rules/policy/verdict.ts';

import { AnswerHere } from './AnswerHere.tsx';
import { Asked } from './Asked.tsx';
import { AskForm } from './AskForm.tsx';
import { canBeMistaken, MistakeButton } from './MistakeButton.tsx';

export type AskPanelProps = {
  readonly explanation: Explanation;
  readonly refresh: () => Promise<void>;
  /** The page's main button: what comes before asking. */
  readonly children: ComponentChildren;
};

type Step = 'closed' | 'asking' | 'answering';

/** Asking a grown-up: a question in the child's words, and the answer in person, right here. */
export function AskPanel({ explanation, refresh, children }: AskPanelProps) {
  const { text } = useServices();
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
  const onAsked = (next: RequestView, inPerson: boolean) => {
    setAsked(next);
    if (inPerson) setStep('answering');
    else settle();
  };
  return (
    <div class="stack" ref={place} tabIndex={-1}>
      <div class="row blocked-actions">
        {children}
        {explanation.canAsk && request?.state !== 'open' && (
          <Button icon="ask" expanded={step === 'asking'} onPress={() => setStep('asking')}>
            {text(isTimeReason(explanation.verdict.reason) ? 'askMoreTime' : 'askButton')}
          </Button>
        )}
        {canBeMistaken(explanation) && request?.state !== 'open' && (
          <MistakeButton explanation={explanation} onAsked={(next) => onAsked(next, false)} />
        )}
      </div>
      <Standing
        explanation={explanation}
        request={request}
        onAnswerHere={() => setStep('answering')}
      />
      {step === 'asking' && <AskForm explanation={explanation} onClose={close} onAsked={onAsked} />}
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

type StandingProps = {
  readonly explanation: Explanation;
  readonly request: RequestView | null;
  readonly onAnswerHere: () => void;
};

function Standing({ explanation, request, onAnswerHere }: StandingProps) {
  const { text } = useServices();
  const { canAsk, canAnswerHere } = explanation;
  if (request === null) {
    return canAsk && !canAnswerHere ? (
      <Notice tone="calm">
        <p>{text('askNotHere')}</p>
      </Notice>
    ) : null;
  }
  // A "not this time" that may be asked about again is history.
  if (request.state === 'refused' && canAsk) return null;
  return <Asked request={request} onAnswerHere={canAnswerHere ? onAnswerHere : null} />;
}

const newer = (asked: RequestView | null, known: RequestView | null): RequestView | null =>
  asked !== null && asked.askedAt > (known?.askedAt ?? 0) ? asked : known;
