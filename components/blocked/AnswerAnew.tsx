import { useState } from 'preact/hooks';

import { UnlockDialog } from '@/components/guardian/UnlockDialog.tsx';
import { useServices } from '@/components/services.ts';
import type { Explanation, RequestView } from '@/rules/messages/replies.ts';

import { AnswerHere } from './AnswerHere.tsx';

export type AnswerAnewProps = {
  readonly explanation: Explanation;
  readonly onAnswered: () => void;
  readonly onClose: () => void;
};

type Anew = { readonly token: string; readonly request: RequestView };

/** A guardian who is here may answer again before the two hours are over: the PIN first, then a question of their own. */
export function AnswerAnew({ explanation, onAnswered, onClose }: AnswerAnewProps) {
  const { text, ask } = useServices();
  const [anew, setAnew] = useState<Anew | null>(null);
  const begin = async (token: string) => {
    const body = { url: explanation.url, why: 'other', words: '', token } as const;
    const asked = await ask('request.ask', body);
    if (asked.ok) return setAnew({ token, request: asked.value.request });
    await ask('guardian.lock', {});
    onClose();
  };
  if (anew === null) {
    return (
      <UnlockDialog
        reason={text('answerUnlock', { host: explanation.host })}
        onUnlocked={(token) => void begin(token)}
        onClose={onClose}
      />
    );
  }
  return (
    <AnswerHere
      request={anew.request}
      matched={explanation.matched}
      given={anew.token}
      onAnswered={onAnswered}
      onClose={onClose}
    />
  );
}
