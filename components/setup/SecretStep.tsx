import { useState } from 'preact/hooks';

import { makeSecret, recoveryVerifier } from '@/components/guardian/make-secret.ts';
import { RecoveryCard } from '@/components/guardian/RecoveryCard.tsx';
import {
  readTyped,
  SecretFields,
  type SecretProblem,
  type TypedSecret,
} from '@/components/guardian/SecretFields.tsx';
import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Policy } from '@/rules/policy/schema.ts';

import { StepFrame } from './StepFrame.tsx';

/** Kept only as long as this page is open. */
export type SecretTyped = {
  readonly typed: TypedSecret;
  readonly recoveryCode: string;
  readonly kept: boolean;
};

export type SecretStepProps = {
  readonly policy: Policy;
  readonly secret: SecretTyped;
  readonly onChange: (secret: SecretTyped) => void;
  readonly onBack: () => void;
  /** The rules are in force from here on. */
  readonly onFinished: () => void;
};

export function SecretStep(props: SecretStepProps) {
  const { text } = useServices();
  const { policy, secret, onChange } = props;
  const { typed, recoveryCode, kept } = secret;
  const [problem, setProblem] = useState<SecretProblem | null>(null);
  const [asked, setAsked] = useState(false);
  const { finish, busy, refusedKey } = useFinish(props);
  const next = () => {
    const nicknames = policy.children.map(({ nickname }) => nickname);
    const read = readTyped(typed, nicknames);
    setProblem(read.ok ? null : read.failure);
    setAsked(true);
    if (read.ok && kept) void finish(read.value);
  };
  return (
    <StepFrame
      step="secret"
      heading={text('setupSecretHeading')}
      intro={text('setupSecretIntro')}
      onBack={props.onBack}
      onNext={next}
      next={text(busy ? 'setupFinishing' : 'setupFinish')}
      nextIcon="shield-check"
      busy={busy}
    >
      <SecretFields
        typed={typed}
        problem={problem}
        onChange={(changed) => {
          setProblem(null);
          onChange({ ...secret, typed: changed });
        }}
      />
      <RecoveryCard
        code={recoveryCode}
        kept={kept}
        missing={asked && !kept}
        onKept={(now) => onChange({ ...secret, kept: now })}
      />
      {refusedKey !== null && (
        <Notice tone="care" live>
          <p>{text(refusedKey)}</p>
        </Notice>
      )}
    </StepFrame>
  );
}

/** Derives the key here, on this page: the PIN itself goes nowhere. */
function useFinish({ policy, secret, onFinished }: SecretStepProps) {
  const services = useServices();
  const [busy, setBusy] = useState(false);
  const [refusedKey, setRefusedKey] = useState<string | null>(null);
  const finish = async (normalised: string) => {
    setBusy(true);
    setRefusedKey(null);
    const made = await makeSecret(services, normalised).catch(() => null);
    if (made === null) {
      // WebAssembly is switched off: nothing weaker takes its place.
      setBusy(false);
      setRefusedKey('unlockNotDerived');
      return;
    }
    const answered = await services.ask('setup.finish', {
      policy,
      secret: made,
      recoveryVerifier: await recoveryVerifier(services, secret.recoveryCode),
    });
    setBusy(false);
    if (answered.ok) onFinished();
    else setRefusedKey(`refused-${answered.failure}`);
  };
  return { finish, busy, refusedKey };
}
