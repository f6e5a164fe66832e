import { useState } from 'preact/hooks';

import { PagePreview, type PagePreviewProps } from '@/components/codes/PagePreview.tsx';
import { MatchedLists, type MatchedListsProps } from '@/components/lists/MatchedLists.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Dialog } from '@/components/ui/Dialog.tsx';
import { Host } from '@/components/ui/Host.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Answer, Refusal, Refused } from '@/rules/messages/contract.ts';
import type { MatchedList, RequestView } from '@/rules/messages/replies.ts';

import { answersFor } from './answers-for.ts';
import { situationOf, valuesOf } from './situation.ts';

const refusals = ['talk-first', 'too-old', 'not-safe', 'enough-today'] as const;

export type AnswerDialogProps = {
  readonly request: RequestView;
  /** Lists that name the site. */
  readonly matched: readonly MatchedList[];
  readonly failure: Refused | null;
  readonly onPreview: PagePreviewProps['read'];
  readonly onAnswer: (answer: Answer, refusal: Refusal | null) => Promise<void>;
  readonly onClose: () => void;
};

/** What a guardian needs to decide in ten seconds: what, why it is closed, the child's words; then for how long. */
export function AnswerDialog(props: AnswerDialogProps) {
  const { request, matched, failure, onPreview, onAnswer, onClose } = props;
  const { text } = useServices();
  const [answer, setAnswer] = useState<Answer>(request.wanted);
  const [refusal, setRefusal] = useState<Refusal>('talk-first');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    await onAnswer(answer, answer === 'not-now' ? refusal : null);
    setBusy(false);
  };
  return (
    <Dialog heading={text('answerHeading')} onClose={onClose}>
      <div class="stack">
        <AskedBy request={request} />
        <FoundOn matched={matched} host={request.host} />
        <PagePreview read={onPreview} />
        <Choices
          label={text('answerLabel')}
          options={answersFor(request.reason).map((value) => ({
            value,
            label: text(`give-${value}`),
          }))}
          value={answer}
          onChange={setAnswer}
        />
        {answer === 'not-now' && (
          <Choices
            label={text('answerRefusal')}
            look="chips"
            options={refusals.map((value) => ({ value, label: text(`notNowChoice-${value}`) }))}
            value={refusal}
            onChange={setRefusal}
          />
        )}
        {failure && (
          <Notice tone="care" live>
            <p>{text(failure === 'managed' ? 'unlockManaged' : 'unlockBroken')}</p>
          </Notice>
        )}
        <div class="row">
          <Button kind="main" icon="check" busy={busy} onPress={() => void send()}>
            {text('answerGive')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function FoundOn({ matched, host }: MatchedListsProps) {
  const { text } = useServices();
  if (matched.length === 0) return null;
  return (
    <div class="stack-tight">
      <p class="soft">{text('matchedOn')}</p>
      <MatchedLists matched={matched} host={host} />
    </div>
  );
}

function AskedBy({ request }: { request: RequestView }) {
  const { text } = useServices();
  const situation = situationOf({
    verdict: { action: 'block', reason: request.reason, until: null },
    decidedBy: 'family',
  });
  return (
    <div class="answer-about">
      <p>
        <Host name={request.host} strong />
      </p>
      {request.title !== '' && <p dir="auto">{request.title}</p>}
      <p class="answer-url soft small">
        <Host name={request.url} />
      </p>
      <p>{text(situation.rule, valuesOf(request.reason, text))}</p>
      <p>{text('answerWhy', { why: text(`askWhy-${request.why}`) })}</p>
      <p>{text('answerWanted', { wish: text(`wish-${request.wanted}`) })}</p>
      {request.words !== '' && <q class="answer-words">{request.words}</q>}
    </div>
  );
}
