// The policy as it is in force, and as this page would have it. Nothing is sent before "Save".
import { useCallback, useMemo, useState } from 'preact/hooks';

import { useReply } from '@/components/page/use-reply.ts';
import { useServices } from '@/components/services.ts';
import type { Refused } from '@/rules/messages/contract.ts';
import type { PolicyChange, PolicyRead } from '@/rules/messages/replies.ts';
import { policyChanges } from '@/rules/policy/changes.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { useGuarded } from './guarded.tsx';
import { useTurnedOnWords } from './lists/turned-on.ts';

export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'saved' }
  /** Somebody else saved first: the changes are still here, compared with the newer policy. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'refused'; readonly why: Refused };

export type PolicyDesk = {
  readonly policy: Policy;
  readonly source: PolicyRead['source'];
  /** Managed rules, or none to change: read only. */
  readonly readOnly: boolean;
  readonly changes: readonly PolicyChange[];
  readonly edit: (policy: Policy) => void;
  readonly discard: () => void;
  readonly save: () => Promise<void>;
  readonly saving: Saving;
};

/** null: the policy could not be read yet; `failure` says why not. */
export function usePolicyDesk(): {
  readonly desk: PolicyDesk | null;
  readonly failure: Refused | null;
} {
  const { ask, text } = useServices();
  const { run } = useGuarded();
  const turnedOnWords = useTurnedOnWords();
  const { value: read, failure, reload } = useReply('policy.read');
  const [draft, setDraft] = useState<Policy | null>(null);
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const saved = read?.policy ?? null;
  const policy = draft ?? saved;
  const changes = useMemo(
    () => (saved === null || draft === null ? [] : policyChanges(saved, draft)),
    [saved, draft],
  );

  const edit = useCallback((next: Policy) => {
    setDraft(next);
    setSaving({ kind: 'idle' });
  }, []);
  const save = useCallback(async () => {
    if (draft === null || read === null) return;
    setSaving({ kind: 'busy' });
    const fetching = saved === null ? null : turnedOnWords(saved, draft);
    const loosening = fetching === null || loosens(changes) ? text('saveNeedsPin') : null;
    const why = [loosening, fetching].filter((words) => words !== null).join(' ');
    const outcome = await run(why, (given) =>
      ask('policy.save', { policy: draft, baseRevision: read.revision, ...given }),
    );
    // Read in every case: after "changed-elsewhere" the draft is compared with the newer policy.
    await reload();
    if (outcome.ok) setDraft(null);
    setSaving(afterSaving(outcome.ok ? null : outcome.failure));
  }, [draft, read, saved, changes, run, ask, text, turnedOnWords, reload]);

  if (read === null || policy === null) return { desk: null, failure };
  const { source } = read;
  const discard = () => {
    setDraft(null);
    setSaving({ kind: 'idle' });
  };
  return {
    desk: { policy, source, readOnly: source !== 'local', changes, edit, discard, save, saving },
    failure,
  };
}

/** A list that is turned on loosens nothing: there the PIN is for whom the browser will ask. */
const loosens = (changes: readonly PolicyChange[]): boolean =>
  changes.some((change) => change.weakens && change.key !== 'changeListOn');

function afterSaving(failure: Refused | null): Saving {
  if (failure === null) return { kind: 'saved' };
  if (failure === 'changed-elsewhere') return { kind: 'overtaken' };
  // The question for the PIN was closed: the changes wait, nothing more is to be said.
  return failure === 'needs-guardian' ? { kind: 'idle' } : { kind: 'refused', why: failure };
}
