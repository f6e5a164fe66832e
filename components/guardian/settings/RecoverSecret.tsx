import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { isWellFormed, normaliseRecoveryCode } from '@/rules/guardian/recovery.ts';

import { Form, SubmitButton } from '../Form.tsx';
import { RecoveryCard } from '../RecoveryCard.tsx';
import { SecretFields } from '../SecretFields.tsx';
import { SecretOutcome } from './ChangeSecret.tsx';
import { useNewSecret, type SecretDone } from './use-new-secret.ts';

/** The way back in with the printed code. It is used up by this: a new one takes its place. */
export function RecoverSecret({ nicknames }: { nicknames: readonly string[] }) {
  const { text } = useServices();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<SecretDone | null>(null);
  return (
    <Card heading={text('recoverHeading')} icon="unlock">
      <p class="soft">{text('recoverIntro')}</p>
      <SecretOutcome done={done} />
      {open ? (
        <RecoverForm
          nicknames={nicknames}
          onDone={(outcome) => {
            setDone(outcome);
            if (outcome === 'changed') setOpen(false);
          }}
        />
      ) : (
        <div>
          <Button icon="key" onPress={() => setOpen(true)}>
            {text('recoverOpen')}
          </Button>
        </div>
      )}
    </Card>
  );
}

type RecoverFormProps = {
  readonly nicknames: readonly string[];
  readonly onDone: (outcome: SecretDone) => void;
};

function RecoverForm({ nicknames, onDone }: RecoverFormProps) {
  const { text, ask } = useServices();
  const [code, setCode] = useState('');
  const { fields, card, asked, make } = useNewSecret(nicknames, true);
  const recover = async () => {
    const made = await make();
    if (made?.recoveryVerifier === undefined || !isWellFormed(code)) return;
    const answered = await ask('guardian.recover', {
      secret: made.secret,
      recoveryVerifier: made.recoveryVerifier,
      recoveryCode: normaliseRecoveryCode(code),
    });
    onDone(answered.ok ? 'changed' : answered.failure);
  };
  return (
    <Form onSubmit={() => void recover()}>
      <Field
        label={text('recoverCode')}
        hint={text('recoverCodeHint')}
        dir="ltr"
        value={code}
        onInput={setCode}
        error={asked && !isWellFormed(code) ? text('recoverCodeWrong') : undefined}
      />
      <SecretFields {...fields} isNew />
      {card !== null && <RecoveryCard {...card} isNew />}
      <div>
        <SubmitButton kind="main" icon="check">
          {text('recoverDone')}
        </SubmitButton>
      </div>
    </Form>
  );
}
