import { useState } from 'preact/hooks';

import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { AskReason } from '@/rules/messages/contract.ts';
import type { Explanation, RequestView } from '@/rules/messages/replies.ts';

const reasons: readonly { readonly value: AskReason; readonly icon: IconName }[] = [
  { value: 'school', icon: 'school' },
  { value: 'friend', icon: 'friend' },
  { value: 'game', icon: 'game' },
  { value: 'video', icon: 'video' },
  { value: 'other', icon: 'other' },
];

export type AskFormProps = {
  readonly explanation: Explanation;
  readonly onAsked: (request: RequestView, inPerson: boolean) => void;
  readonly onClose: () => void;
};

/** Why, in one press and a few words; then in person, or left for later. */
export function AskForm({ explanation, onAsked, onClose }: AskFormProps) {
  const { text, ask, band } = useServices();
  const [why, setWhy] = useState<AskReason>('other');
  const [words, setWords] = useState('');
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const send = async (inPerson: boolean) => {
    setState('busy');
    const answered = await ask('request.ask', { url: explanation.url, why, words: words.trim() });
    setState(answered.ok ? 'idle' : 'failed');
    if (answered.ok) onAsked(answered.value.request, inPerson);
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
      {band !== '5-8' && <OwnWords words={words} onInput={setWords} />}
      {state === 'failed' && (
        <Notice tone="care" live>
          <p>{text('askFailed')}</p>
        </Notice>
      )}
      <div class="row">
        {explanation.canAnswerHere && (
          <Button kind="main" icon="family" busy={state === 'busy'} onPress={() => void send(true)}>
            {text('askInPerson')}
          </Button>
        )}
        <Button icon="send" busy={state === 'busy'} onPress={() => void send(false)}>
          {text('askSend')}
        </Button>
        <Button kind="plain" onPress={onClose}>
          {text('cancel')}
        </Button>
      </div>
    </Card>
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
