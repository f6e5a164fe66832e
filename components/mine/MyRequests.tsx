import { useState } from 'preact/hooks';

import { CodeEntry } from '@/components/codes/CodeEntry.tsx';
import { givesOf } from '@/components/codes/gives-of.ts';
import { useCodesState } from '@/components/codes/use-codes-state.ts';
import { usePageState } from '@/components/page/page-state.ts';
import { useReply } from '@/components/page/use-reply.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices, type Services } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Host } from '@/components/ui/Host.tsx';
import type { CodesState } from '@/rules/messages/codes-replies.ts';
import type { RequestView } from '@/rules/messages/replies.ts';

const shown = 10;

/** What was asked, and what came of it. */
export function MyRequests() {
  const services = useServices();
  const { text } = services;
  const { state } = usePageState();
  const { value, reload } = useReply('requests.read');
  const [codes, lookAtCodes] = useCodesState();
  if (value === null) return null;
  const own = value.requests
    .filter(({ childId }) => childId === state?.child?.id)
    .toSorted((a, b) => b.askedAt - a.askedAt)
    .slice(0, shown);
  return (
    <Card heading={text('mineRequests')} icon="ask">
      {own.length === 0 && <p class="soft">{text('mineRequestsNone')}</p>}
      <ul class="stack">
        {own.map((request) => (
          <li key={request.id} class="stack-tight">
            <Host name={request.host} strong />
            <span class="soft">{stateOf(request, services)}</span>
            {codes?.takesCodes && request.state === 'open' && (
              <WithCode
                {...{ request, codes }}
                onTried={() => {
                  void lookAtCodes();
                  void reload();
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

type WithCodeProps = {
  readonly request: RequestView;
  readonly codes: CodesState;
  readonly onTried: () => void;
};

/** A code answers one question, wherever the child looks at it. */
function WithCode({ request, codes, onTried }: WithCodeProps) {
  const { text } = useServices();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    onTried();
  };
  return (
    <div class="stack">
      <div>
        <Button kind="plain" icon="key" expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {text('wayCode')}
          <span class="visually-hidden">{`: ${request.host}`}</span>
        </Button>
      </div>
      {isOpen && (
        <CodeEntry
          about={{ requestId: request.id, cardUrl: null }}
          gives={givesOf(request, text)}
          waitUntil={codes.waitUntil}
          onGiven={close}
          onClose={close}
        />
      )}
    </div>
  );
}

function stateOf(request: RequestView, services: Services): string {
  const { text } = services;
  if (request.state === 'open') {
    return text('askedWaiting', { when: whenWords(services, request.askedAt) });
  }
  if (request.state === 'refused') {
    const reason = request.refusal === null ? '' : text(`notNow-${request.refusal}`);
    return `${text('askedNotNow')} ${reason}`.trim();
  }
  if (request.expiresAt === null) return text('askedAllowed');
  const when = whenWords(services, request.expiresAt);
  return text(request.expiresAt <= services.now() ? 'askedOver' : 'askedAllowedUntil', { when });
}
