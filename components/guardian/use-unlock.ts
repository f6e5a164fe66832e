// Challenge, derive, unlock: the steps behind every "for a grown-up" question.
import { useEffect, useState } from 'preact/hooks';

import { useNow } from '@/components/page/use-now.ts';
import { durationWords } from '@/components/page/when.ts';
import { useServices, type Services } from '@/components/services.ts';
import { normaliseSecret } from '@/rules/guardian/secret.ts';
import type { Refused } from '@/rules/messages/contract.ts';
import type { Instant } from '@/rules/policy/verdict.ts';

type Attempt =
  | { readonly kind: 'unlocked'; readonly token: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Instant }
  /** WebAssembly is switched off: nothing can be derived, and nothing weaker takes its place. */
  | { readonly kind: 'not-derived' }
  | { readonly kind: 'refused'; readonly why: Refused };

export type Unlocking = {
  readonly busy: boolean;
  /** Catalogue key of what went wrong. */
  readonly errorKey: string | null;
  /** In words, how long to wait before the next try; null: now. */
  readonly waiting: string | null;
  /** Ends true if the typed secret opened. */
  readonly attempt: (typed: string) => Promise<boolean>;
};

export function useUnlock(onUnlocked: (token: string) => void): Unlocking {
  const services = useServices();
  const [busy, setBusy] = useState(false);
  const [errorKey, setErrorKey] = useState<string | null>(null);
  const [waitUntil, setWaitUntil] = useState<Instant | null>(null);
  const now = useNow(1000);
  useEffect(() => {
    // Says at once that it is not yet time, before anything is typed.
    void services.ask('guardian.wait', {}).then((answered) => {
      if (answered.ok) setWaitUntil(answered.value.until);
    });
  }, [services]);

  const attempt = async (typed: string): Promise<boolean> => {
    setErrorKey(typed === '' ? 'unlockEmpty' : null);
    if (typed === '') return false;
    setBusy(true);
    const result = await unlock(services, typed);
    setBusy(false);
    if (result.kind === 'wait') setWaitUntil(result.until);
    if (result.kind === 'wrong') setErrorKey('unlockWrong');
    if (result.kind === 'not-derived') setErrorKey('unlockNotDerived');
    if (result.kind === 'refused') setErrorKey(keyOf(result.why));
    if (result.kind === 'unlocked') onUnlocked(result.token);
    return result.kind === 'unlocked';
  };
  const waiting =
    waitUntil === null || now >= waitUntil
      ? null
      : durationWords(waitUntil - now, services.language);
  return { busy, errorKey, waiting, attempt };
}

async function unlock({ ask, derive }: Services, typed: string): Promise<Attempt> {
  const challenge = await ask('guardian.challenge', {});
  if (!challenge.ok) return { kind: 'refused', why: challenge.failure };
  if (challenge.value.kind === 'wait') return { kind: 'wait', until: challenge.value.until };
  const { challengeId, salt, params } = challenge.value;
  const key = await derive(normaliseSecret(typed), salt, params).catch(() => null);
  if (key === null) return { kind: 'not-derived' };
  const unlocked = await ask('guardian.unlock', { challengeId, key });
  if (!unlocked.ok) return { kind: 'refused', why: unlocked.failure };
  if (unlocked.value.kind === 'unlocked') return { kind: 'unlocked', token: unlocked.value.token };
  const { waitUntil } = unlocked.value;
  return waitUntil === null ? { kind: 'wrong' } : { kind: 'wait', until: waitUntil };
}

function keyOf(why: Refused): string {
  if (why === 'private-window') return 'unlockPrivateWindow';
  if (why === 'managed') return 'unlockManaged';
  return why === 'wrong-secret' ? 'unlockWrong' : 'unlockBroken';
}
