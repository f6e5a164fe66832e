import { useEffect, useState } from 'preact/hooks';

import { answersFor } from '@/components/blocked/answers-for.ts';
import { PagePreview } from '@/components/codes/PagePreview.tsx';
import { MatchedLists } from '@/components/lists/MatchedLists.tsx';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { refusals, type Answer, type Refusal, type Refused } from '@/rules/messages/contract.ts';
import type { MatchedList, RequestView } from '@/rules/messages/replies.ts';

import { useGuarded } from './guarded.tsx';
import { useReasonWords } from './reason-words.ts';

export type RequestCardProps = {
  readonly request: RequestView;
  readonly nickname: string;
  readonly canAnswer: boolean;
  readonly onAnswered: () => Promise<void>;
};

/** One question of a child: what, why it was closed, in the child's words, and the answer. */
export function RequestCard({ request, nickname, canAnswer, onAnswered }: RequestCardProps) {
  const services = useServices();
  const { text } = services;
  const reasonWords = useReasonWords();
  return (
    <Card heading={text('requestFrom', { child: nickname })} icon="ask">
      <dl class="facts">
        <dt>{text('requestSite')}</dt>
        <dd class="stack-tight">
          <bdi class="strong" dir="ltr" lang="en">
            {request.host}
          </bdi>
          <bdi class="soft small address" dir="ltr" lang="en">
            {request.url}
          </bdi>
        </dd>
        {request.title !== '' && (
          <>
            <dt>{text('requestTitle')}</dt>
            <dd dir="auto">{request.title}</dd>
          </>
        )}
        <dt>{text('requestClosedBy')}</dt>
        <dd>{reasonWords(request.reason)}</dd>
        <FoundOn request={request} />
        <dt>{text('requestWhy')}</dt>
        <dd>{text(`ask-${request.why}`)}</dd>
        {request.words !== '' && (
          <>
            <dt>{text('requestWords')}</dt>
            <dd>
              <bdi>{request.words}</bdi>
            </dd>
          </>
        )}
        <dt>{text('requestWanted')}</dt>
        <dd>{text(`wish-${request.wanted}`)}</dd>
        <dt>{text('requestWhen')}</dt>
        <dd>{whenWords(services, request.askedAt)}</dd>
      </dl>
      {canAnswer && <Preview requestId={request.id} />}
      {canAnswer && <AnswerForm request={request} onAnswered={onAnswered} />}
    </Card>
  );
}

function Preview({ requestId }: { requestId: string }) {
  const { text, ask } = useServices();
  const { run } = useGuarded();
  return (
    <PagePreview
      read={() =>
        run(text('previewNeedsPin'), (given) => ask('preview.read', { requestId, ...given }))
      }
    />
  );
}

/** Which lists name the site. Asked of the background as it stands now: the list may have been mended since. */
function FoundOn({ request }: { request: RequestView }) {
  const { text } = useServices();
  const matched = useMatched(request);
  if (matched.length === 0) return null;
  return (
    <>
      <dt>{text('matchedOn')}</dt>
      <dd>
        <MatchedLists matched={matched} host={request.host} />
      </dd>
    </>
  );
}

function useMatched({ url, reason }: RequestView): readonly MatchedList[] {
  const { ask } = useServices();
  const [matched, setMatched] = useState<readonly MatchedList[]>([]);
  const isTopic = reason.kind === 'category';
  useEffect(() => {
    if (!isTopic) return;
    void ask('visit.explain', { url }).then((answered) => {
      if (answered.ok) setMatched(answered.value.matched);
    });
  }, [ask, url, isTopic]);
  return matched;
}

function AnswerForm({ request, onAnswered }: Pick<RequestCardProps, 'request' | 'onAnswered'>) {
  const { text } = useServices();
  const [answer, setAnswer] = useState<Answer>(request.wanted);
  const [refusal, setRefusal] = useState<Refusal>('talk-first');
  const { refused, send } = useSending(request.id, onAnswered);
  return (
    <div class="stack">
      <Choices
        label={text('requestAnswer')}
        look="chips"
        options={answersFor(request.reason).map((value) => ({
          value,
          label: text(`answer-${value}`),
        }))}
        value={answer}
        onChange={setAnswer}
      />
      {answer === 'not-now' && (
        <Choices
          label={text('requestRefusal')}
          look="chips"
          options={refusals.map((value) => ({ value, label: text(`refusal-${value}`) }))}
          value={refusal}
          onChange={setRefusal}
        />
      )}
      {refused !== null && (
        <Notice tone="care" live>
          <p>{text(`refused-${refused}`)}</p>
        </Notice>
      )}
      <div>
        <Button kind="main" icon="send" onPress={() => void send(answer, refusal)}>
          {text('requestSend')}
        </Button>
      </div>
    </div>
  );
}

function useSending(requestId: string, onAnswered: () => Promise<void>) {
  const { text, ask } = useServices();
  const { run } = useGuarded();
  const [refused, setRefused] = useState<Refused | null>(null);
  const send = async (answer: Answer, refusal: Refusal) => {
    const outcome = await run(text('requestNeedsPin'), (given) =>
      ask('request.answer', {
        requestId,
        answer,
        ...(answer === 'not-now' && { refusal }),
        ...given,
      }),
    );
    if (outcome.ok) await onAnswered();
    else setRefused(outcome.failure === 'needs-guardian' ? null : outcome.failure);
  };
  return { refused, send };
}
