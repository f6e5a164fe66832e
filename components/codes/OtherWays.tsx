import './codes.css';
import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import type { CodesState } from '@/rules/messages/codes-replies.ts';
import type { Explanation, RequestView } from '@/rules/messages/replies.ts';

import type { CodeFor } from './code-entry.ts';
import { CodeEntry } from './CodeEntry.tsx';
import { givesOf } from './gives-of.ts';
import { GrantEntry } from './GrantEntry.tsx';

export type OtherWaysProps = {
  readonly codes: CodesState;
  readonly explanation: Explanation;
  readonly request: RequestView | null;
  /** The child just said that a grown-up reads a code to them. */
  readonly startsWithCode: boolean;
  readonly onGiven: () => void;
  /** Somebody has to wait now, or a card is gone: look again. */
  readonly onTried: () => void;
};

type Way = 'none' | 'code' | 'file';

/** An answer from somebody who is not here: a code by phone, a card of paper, a file from the guardian's browser. */
export function OtherWays(props: OtherWaysProps) {
  const { codes: state, explanation, request, onGiven, onTried } = props;
  const { text } = useServices();
  const [way, setWay] = useState<Way>(props.startsWithCode ? 'code' : 'none');
  const isOpen = request?.state === 'open';
  const about: CodeFor = {
    requestId: state.takesCodes && isOpen ? request.id : null,
    cardUrl:
      state.cardsLeft > 0 && explanation.verdict.reason.kind === 'quota' ? explanation.url : null,
  };
  const takesCode = about.requestId !== null || about.cardUrl !== null;
  if (!takesCode && !state.takesGrants) return null;
  return (
    <div class="stack">
      <div class="row">
        {takesCode && (
          <WayButton way="code" {...{ now: way, setWay }}>
            {text(about.requestId === null ? 'wayCard' : 'wayCode')}
          </WayButton>
        )}
        {state.takesGrants && (
          <WayButton way="file" {...{ now: way, setWay }}>
            {text('wayFile')}
          </WayButton>
        )}
      </div>
      {way === 'code' && takesCode && (
        <Card heading={text(about.requestId === null ? 'cardHeading' : 'codeHeading')} icon="key">
          <CodeEntry
            about={about}
            gives={about.requestId !== null && request !== null ? givesOf(request, text) : null}
            waitUntil={state.waitUntil}
            onGiven={onGiven}
            onClose={() => {
              setWay('none');
              onTried();
            }}
          />
        </Card>
      )}
      {way === 'file' && state.takesGrants && (
        <Card heading={text('grantHeading')} icon="upload">
          <GrantEntry onTaken={onGiven} />
        </Card>
      )}
    </div>
  );
}

type WayButtonProps = {
  readonly way: 'code' | 'file';
  readonly now: Way;
  readonly setWay: (way: Way) => void;
  readonly children: string;
};

function WayButton({ way, now, setWay, children }: WayButtonProps) {
  return (
    <Button
      kind="plain"
      icon={way === 'code' ? 'key' : 'upload'}
      expanded={now === way}
      onPress={() => setWay(now === way ? 'none' : way)}
    >
      {children}
    </Button>
  );
}
