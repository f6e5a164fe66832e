import '@/components/guardian/guardian.css';
import './setup.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { newRecoveryCode } from '@/components/guardian/make-secret.ts';
import { newId } from '@/components/guardian/rules/new-id.ts';
import { nothingTyped } from '@/components/guardian/SecretFields.tsx';
import { canTryIt } from '@/components/guardian/starting-child.ts';
import { useServices } from '@/components/services.ts';
import { Screen } from '@/components/ui/Screen.tsx';
import type { Policy } from '@/rules/policy/schema.ts';

import { ChildStep } from './ChildStep.tsx';
import { DoorsStep } from './DoorsStep.tsx';
import { withChild, type SetupDraft, type SetupStep } from './draft.ts';
import { HandOver } from './HandOver.tsx';
import { PhoneStep } from './PhoneStep.tsx';
import { PlaceStep } from './PlaceStep.tsx';
import { RulesStep } from './RulesStep.tsx';
import { SecretStep, type SecretTyped } from './SecretStep.tsx';

export type SetupFlowProps = {
  readonly draft: SetupDraft;
  readonly onDraft: (draft: SetupDraft) => void;
  /** The rules are in force: other pages may look again. */
  readonly onFinished: () => void;
  /** The child has read its page: set-up is over. */
  readonly onDone: () => void;
  readonly help?: ComponentChildren;
};

export function SetupFlow({ help, ...props }: SetupFlowProps) {
  return (
    <Screen
      surface="setup"
      width={props.draft.step === 'hand-over' ? 'normal' : 'narrow'}
      help={help}
    >
      <Step {...props} />
    </Screen>
  );
}

function Step({ draft, onDraft, onFinished, onDone }: Omit<SetupFlowProps, 'help'>) {
  const services = useServices();
  const [secret, setSecret] = useState<SecretTyped>(() => ({
    typed: nothingTyped,
    recoveryCode: newRecoveryCode(services),
    kept: false,
  }));
  const go = (step: SetupStep) => onDraft({ ...draft, step });
  const shared = { draft, onChange: onDraft };
  const { profile } = draft;

  if (draft.step === 'place') return <PlaceStep {...shared} onNext={() => go('child')} />;
  if (draft.step === 'child' || profile === null) {
    const id = profile?.id ?? newId('child', services.random);
    return (
      <ChildStep
        {...shared}
        onBack={() => go('place')}
        onNext={() => onDraft({ ...withChild(draft, id), step: 'rules' })}
      />
    );
  }
  if (draft.step === 'rules') {
    return (
      <RulesStep
        {...shared}
        profile={profile}
        onBack={() => go('child')}
        onNext={() => go('secret')}
      />
    );
  }
  if (draft.step === 'secret') {
    return (
      <SecretStep
        policy={policyOf(draft, profile, services.language)}
        secret={secret}
        onChange={setSecret}
        onBack={() => go('rules')}
        onFinished={() => {
          // Nothing of the secret stays on the page once it is in force.
          setSecret({ ...secret, typed: nothingTyped });
          go('phone');
          onFinished();
        }}
      />
    );
  }
  if (draft.step === 'phone') return <PhoneStep onNext={() => go('doors')} />;
  if (draft.step === 'doors') return <DoorsStep onNext={() => go('hand-over')} />;
  return <HandOver child={profile} canTry={canTryIt(profile)} onDone={onDone} />;
}

function policyOf(
  { country, timeZone }: SetupDraft,
  profile: NonNullable<SetupDraft['profile']>,
  language: Policy['language'],
): Policy {
  return {
    schema: 'saathi-policy/1',
    language,
    country,
    timeZone,
    activeChild: profile.id,
    children: [profile],
  };
}
