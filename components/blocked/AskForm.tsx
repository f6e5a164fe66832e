import { useState } from 'preact/hooks';

import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { AskReason, Wish } from '@/rules/messages/contract.ts';
import type { Explanation, RequestView } from '@/rules/messages/replies.ts';

import { firstWish, wishesFor } from './answers-for.ts';

const reasons: readonly { readonly value: AskReason; readonly icon: IconName }[] = [
  { value: 'school', icon: 'school' },
  { value: 'friend', icon: 'friend' },
  { value: 'game', icon: 'game' },
  { value: 'video', icon: 'video' },
  { value: 'other', icon: 'other' },
];

/** How the child goes on once the question is kept. */
export type AskHow = 'later' | 'in-person' | 'code';

export type AskFormProps = {
  readonly explanation: Explanation;
  /** A grown-up's phone can answer with a code. */
  readonly takesCodes: boolean;
  readonly onAsked: (request: RequestView, how: AskHow) => void;
  readonly onClose: () => void;
};

/** Why and for how long, in two presses and a few words; then in person, by phone, or left for later. */
export function AskForm({ explanation, takesCodes, onAsked, onClose }: AskFormProps) {
  const { text, ask, band } = useServices();
  const closedBy = explanation.verdict.reason;
  const [why, setWhy] = useState<AskReason>('other');
  const [wanted, setWanted] = useState<Wish>(firstWish(closedBy));
  const [words, setWords] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const send = async (how: AskHow) => {
    setState('busy');
    const body = { url: explanation.url, why, wanted, words: words.trim() };
    const answered = await ask('request.ask', body);
    setState(answered.ok ? 'idle' : 'failed');
    if (answered.ok) onAsked(answered.value.request, how);
  };
  return (
    <Card heading={text('askHeading')} icon="ask">
      <Choices
        label={text('askWhy')}
        look="chips"
        options={reasons.map((reason) => ({ ...reason, label: text(`askWhy-${reason.value}`) }))}
        value={why}
        onChange={setWhy}
      />
      {band !== '5-8' && (
        <Choices
          label={text('askWanted')}
          look="chips"
          options={wishesFor(closedBy).map((value) => ({ value, label: text(`wish-${value}`) }))}
          value={wanted}
          onChange={setWanted}
        />
      )}
      {band !== '5-8' && <OwnWords words={words} onInput={setWords} />}
      {state === 'failed' && (
        <Notice tone="care" live>
          <p>{text('askFailed')}</p>
        </Notice>
      )}
      <Ways
        canBeHere={explanation.canAnswerHere}
        takesCodes={takesCodes}
        busy={state === 'busy'}
        onSend={(how) => void send(how)}
        onClose={onClose}
      />
    </Card>
  );
}

type WaysProps = {
  readonly canBeHere: boolean;
  readonly takesCodes: boolean;
  readonly busy: boolean;
  readonly onSend: (how: AskHow) => void;
  readonly onClose: () => void;
};

function Ways({ canBeHere, takesCodes, busy, onSend, onClose }: WaysProps) {
  const { text } = useServices();
  return (
    <div class="row">
      {canBeHere && (
        <Button kind="main" icon="family" busy={busy} onPress={() => onSend('in-person')}>
          {text('askInPerson')}
        </Button>
      )}
      {canBeHere && takesCodes && (
        <Button icon="phone" busy={busy} onPress={() => onSend('code')}>
          {text('askByPhone')}
        </Button>
      )}
      <Button icon="send" busy={busy} onPress={() => onSend('later')}>
        {text('askSend')}
      </Button>
      <Button kind="plain" onPress={onClose}>
        {text('cancel')}
      </Button>
    </div>
  );
}

function OwnWords({ words, onInput }: { words: string; onInput: (words: string) => void }) {
  const { text } = useServices();
  return (
    <Field
      label={text('askWords')}
      hint={text('askWordsHint')}
      value={words}
      onInput={onInput}
      rows={2}
      maxLength={140}
      dir="auto"
    />
  );
}
