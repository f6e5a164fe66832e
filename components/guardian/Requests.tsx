import type { Replied } from '@/components/page/use-reply.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { RequestView, State } from '@/rules/messages/replies.ts';

import { RequestCard } from './RequestCard.tsx';

export type RequestsProps = {
  readonly state: State;
  readonly requests: Replied<'requests.read'>;
};

export function Requests({ state, requests }: RequestsProps) {
  const { text } = useServices();
  if (requests.value === null) return <p aria-busy="true" />;
  const all = requests.value.requests;
  const open = all.filter((request) => request.state === 'open');
  const answered = all.filter((request) => request.state !== 'open');
  const nameOf = ({ childId }: RequestView) =>
    state.children.find((child) => child.id === childId)?.nickname ?? '';
  return (
    <div class="stack-loose">
      <h1>{text('requestsHeading')}</h1>
      {!state.hasGuardianSecret && (
        <Notice tone="calm">
          <p>{text('requestsNoSecret')}</p>
        </Notice>
      )}
      {open.length === 0 && <p class="soft">{text('requestsNone')}</p>}
      {open.map((request) => (
        <RequestCard
          key={request.id}
          request={request}
          nickname={nameOf(request)}
          canAnswer={state.hasGuardianSecret}
          onAnswered={requests.reload}
        />
      ))}
      {answered.length > 0 && <Answered requests={answered} nameOf={nameOf} />}
    </div>
  );
}

function Answered(props: {
  readonly requests: readonly RequestView[];
  readonly nameOf: (request: RequestView) => string;
}) {
  const services = useServices();
  const { text } = services;
  return (
    <Card heading={text('requestsAnswered')} icon="list">
      <ul class="stack">
        {props.requests.slice(0, 20).map((request) => (
          <li class="stack-tight" key={request.id}>
            <span class="strong">
              {props.nameOf(request)}:{' '}
              <bdi dir="ltr" lang="en">
                {request.host}
              </bdi>
            </span>
            <span class="soft small">
              {whenWords(services, request.askedAt)} · {useAnswerWords(request)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What was answered, as the child reads it. */
function useAnswerWords({ answer, refusal }: RequestView): string {
  const { text } = useServices();
  const words = text(`answer-${answer ?? 'not-now'}`);
  return refusal === null ? words : `${words} (${text(`refusal-${refusal}`)})`;
}
