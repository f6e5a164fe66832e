// Whatever weakens protection is tried first and asks for the PIN only if the background says so: the background
// alone knows what weakens, and one unlock serves until it ends.
import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useCallback, useContext, useMemo, useRef, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { Refused } from '@/rules/messages/contract.ts';

import { UnlockDialog } from './UnlockDialog.tsx';

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Refused };
/** One try, with the token of an unlocked guardian if there is one. */
export type Attempt<Value> = (given: { readonly token?: string }) => Promise<Outcome<Value>>;

export type Guarded = {
  /** `reason`: one sentence, what the PIN would be for. Closing the question counts as 'needs-guardian'. */
  readonly run: <Value>(reason: string, attempt: Attempt<Value>) => Promise<Outcome<Value>>;
  readonly unlocked: boolean;
  readonly lock: () => void;
};

const GuardedContext = createContext<Guarded | null>(null);

export function useGuarded(): Guarded {
  const guarded = useContext(GuardedContext);
  if (guarded === null) throw new Error('Nothing to ask for the PIN: wrap it in <WithGuardian>');
  return guarded;
}

type Question = { readonly reason: string; readonly answer: (token: string | null) => void };

export function WithGuardian({ children }: { readonly children: ComponentChildren }) {
  const { ask } = useServices();
  const tokenRef = useRef<string | null>(null);
  const [unlocked, setUnlocked] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);

  const hold = useCallback((token: string | null) => {
    tokenRef.current = token;
    setUnlocked(token !== null);
  }, []);
  const guarded = useMemo(
    (): Guarded => ({
      unlocked,
      lock: () => {
        hold(null);
        void ask('guardian.lock', {});
      },
      run: async (reason, attempt) => {
        const held = tokenRef.current;
        const first = await attempt(held === null ? {} : { token: held });
        if (first.ok || first.failure !== 'needs-guardian') return first;
        hold(null);
        const token = await new Promise<string | null>((answer) => {
          setQuestion({ reason, answer });
        });
        setQuestion(null);
        if (token === null) return first;
        hold(token);
        return attempt({ token });
      },
    }),
    [ask, hold, unlocked],
  );
  return (
    <GuardedContext.Provider value={guarded}>
      {children}
      {question && (
        <UnlockDialog
          reason={question.reason}
          onUnlocked={question.answer}
          onClose={() => question.answer(null)}
        />
      )}
    </GuardedContext.Provider>
  );
}
