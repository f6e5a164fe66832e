import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Explanation, RequestView } from '@/rules/messages/replies.ts';

export type MistakeButtonProps = {
  readonly explanation: Explanation;
  readonly onAsked: (request: RequestView) => void;
};

/** A list closed the place, nobody of the family did: one press says that it is wrong. */
export const canBeMistaken = ({ verdict, canAsk }: Explanation): boolean =>
  canAsk && verdict.reason.kind === 'category';

export function MistakeButton({ explanation, onAsked }: MistakeButtonProps) {
  const { text, ask } = useServices();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const send = async () => {
    setState('busy');
    const answered = await ask('request.ask', {
      url: explanation.url,
      why: 'mistake',
      // The list is about the site, not about an hour of it.
      wanted: 'today',
      words: '',
    });
    setState(answered.ok ? 'idle' : 'failed');
    if (answered.ok) onAsked(answered.value.request);
  };
  return (
    <>
      <Button kind="plain" icon="message" busy={state === 'busy'} onPress={() => void send()}>
        {text('mistakeButton')}
      </Button>
      {state === 'failed' && (
        <Notice tone="care" live>
          <p>{text('askFailed')}</p>
        </Notice>
      )}
    </>
  );
}
