import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { GuardianCodes } from '@/rules/messages/codes-replies.ts';
import type { Refused } from '@/rules/messages/contract.ts';

import { useGuarded } from '../guarded.tsx';

export type GuardianCodesDesk = {
  /** null: not shown yet. Which phones can answer is told to the guardian alone. */
  readonly codes: GuardianCodes | null;
  readonly failure: Refused | null;
  readonly load: () => Promise<void>;
};

export function useGuardianCodes(): GuardianCodesDesk {
  const { text, ask } = useServices();
  const { run } = useGuarded();
  const [codes, setCodes] = useState<GuardianCodes | null>(null);
  const [failure, setFailure] = useState<Refused | null>(null);
  const load = async () => {
    const outcome = await run(text('phoneReadNeedsPin'), (given) => ask('codes.read', given));
    if (outcome.ok) setCodes(outcome.value);
    setFailure(outcome.ok || outcome.failure === 'needs-guardian' ? null : outcome.failure);
  };
  return { codes, failure, load };
}
