import { useNow } from '@/components/page/use-now.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { RequestView } from '@/rules/messages/replies.ts';
import type { Instant } from '@/rules/policy/verdict.ts';

/** So long it is said that the question has been left, and not yet that it waits. */
const justAskedMs = 60_000;
/** After this long without an answer, another idea is offered. */
const longWaitMs = 30 * 60_000;

export type AskedProps = {
  readonly request: RequestView;
  /** null: no answer can be given on this page. */
  readonly onAnswerHere: (() => void) | null;
};

/** Where a question stands: asked, waiting, no answer yet, allowed until, or not this time and why. */
export function Asked({ request, onAnswerHere }: AskedProps) {
  const services = useServices();
  const { text } = services;
  const now = useNow(15_000);
  const waited = now - request.askedAt;
  if (request.state === 'refused') {
    return (
      <Notice tone="calm" icon="heart" live>
        <p class="strong">{text('askedNotNow')}</p>
        {request.refusal && <p>{text(`notNow-${request.refusal}`)}</p>}
      </Notice>
    );
  }
  if (request.state === 'allowed') return <Allowed until={request.expiresAt} now={now} />;
  return (
    <Notice tone="calm" icon="hourglass" live>
      <p class="strong">
        {waited < justAskedMs
          ? text('askedNow')
          : text('askedWaiting', { when: whenWords(services, request.askedAt) })}
      </p>
      <p>{text('askedFor', { wish: text(`wish-${request.wanted}`) })}</p>
      <p>{text(waited > longWaitMs ? 'askedLong' : 'askedNext')}</p>
      {onAnswerHere && (
        <div class="row">
          <Button icon="family" onPress={onAnswerHere}>
            {text('askedAnswerHere')}
          </Button>
        </div>
      )}
    </Notice>
  );
}

function Allowed({ until, now }: { until: Instant | null; now: Instant }) {
  const services = useServices();
  const { text } = services;
  if (until !== null && until <= now) {
    return (
      <Notice tone="calm" icon="clock">
        <p>{text('askedOver', { when: whenWords(services, until) })}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" live>
      <p class="strong">
        {until === null
          ? text('askedAllowed')
          : text('askedAllowedUntil', { when: whenWords(services, until) })}
      </p>
    </Notice>
  );
}
