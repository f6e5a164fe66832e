// The signing key of this browser: everything about it is asked of the background, which alone holds it.
import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import type { Gives } from '@/rules/messages/codes-contract.ts';
import type { GrantSigned, Signer } from '@/rules/messages/codes-replies.ts';
import type { Refused } from '@/rules/messages/contract.ts';

import { useGuarded, type Outcome } from '../guarded.tsx';

export type SignerDesk = {
  /** null: not shown yet. */
  readonly signer: Signer | null;
  readonly failure: Refused | null;
  readonly load: () => Promise<void>;
  readonly make: () => Promise<void>;
  readonly remove: (keyId: string) => Promise<void>;
  /** Ends with the key of the sentence that says why not; null: the child is there. */
  readonly add: (card: string) => Promise<string | null>;
  readonly sign: (keyId: string, gives: Gives) => Promise<GrantSigned | null>;
};

export function useSigner(): SignerDesk {
  const { text, ask } = useServices();
  const { run } = useGuarded();
  const [signer, setSigner] = useState<Signer | null>(null);
  const [failure, setFailure] = useState<Refused | null>(null);
  const why = text('signerNeedsPin');

  function kept<Value>(outcome: Outcome<Value>): Value | null {
    setFailure(outcome.ok || outcome.failure === 'needs-guardian' ? null : outcome.failure);
    return outcome.ok ? outcome.value : null;
  }
  const show = (outcome: Outcome<Signer>) => {
    const shown = kept(outcome);
    if (shown !== null) setSigner(shown);
  };
  return {
    signer,
    failure,
    load: async () => show(await run(why, (given) => ask('signer.read', given))),
    make: async () => show(await run(why, (given) => ask('signer.make', given))),
    remove: async (keyId) =>
      show(await run(why, (given) => ask('signer.remove', { keyId, ...given }))),
    add: async (card) => {
      const added = kept(await run(why, (given) => ask('signer.add', { card, ...given })));
      if (added === null) return null;
      if (added.kind === 'refused') return `signerRefused-${added.why}`;
      setSigner(added.signer);
      return null;
    },
    sign: async (keyId, gives) =>
      kept(await run(why, (given) => ask('grant.sign', { keyId, gives, ...given }))),
  };
}
