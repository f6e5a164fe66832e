import { useState } from 'preact/hooks';

import { UnlockDialog } from '@/components/guardian/UnlockDialog.tsx';
import { useServices } from '@/components/services.ts';
import type { Answer, Refusal, Refused } from '@/rules/messages/contract.ts';
import type { MatchedList, RequestView } from '@/rules/messages/replies.ts';

import { AnswerDialog } from './AnswerDialog.tsx';

export type AnswerHereProps = {
  readonly request: RequestView;
  readonly matched: readonly MatchedList[];
  /** Of a guardian who has been asked for the PIN already. */
  readonly given?: string | null;
  readonly onAnswered: () => void;
  readonly onClose: () => void;
};

/** The guardian is here: PIN first, then the answer. Nothing of the guardian's stays unlocked afterwards. */
export function AnswerHere({ request, matched, given, onAnswered, onClose }: AnswerHereProps) {
  const { text, ask } = useServices();
  const [token, setToken] = useState<string | null>(given ?? null);
  const [failure, setFailure] = useState<Refused | null>(null);
  const close = (then: () => void) => {
    if (token !== null) void ask('guardian.lock', {});
    then();
  };
  const answer = async (chosen: Answer, refusal: Refusal | null) => {
    const answered = await ask('request.answer', {
      requestId: request.id,
      answer: chosen,
      ...(refusal === null ? {} : { refusal }),
      ...(token === null ? {} : { token }),
    });
    if (answered.ok) return close(onAnswered);
    if (answered.failure === 'needs-guardian') setToken(null);
    else setFailure(answered.failure);
  };
  if (token === null) {
    return (
      <UnlockDialog
        reason={text('answerUnlock', { host: request.host })}
        onUnlocked={setToken}
        onClose={onClose}
      />
    );
  }
  return (
    <AnswerDialog
      request={request}
      matched={matched}
      failure={failure}
      onPreview={async () => {
        const read = await ask('preview.read', { requestId: request.id, token });
        if (!read.ok && read.failure === 'needs-guardian') setToken(null);
        return read;
      }}
      onAnswer={answer}
      onClose={() => close(onClose)}
    />
  );
}
