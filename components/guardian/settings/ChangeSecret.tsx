import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

import { Form, SubmitButton } from '../Form.tsx';
import { useGuarded } from '../guarded.tsx';
import { RecoveryCard } from '../RecoveryCard.tsx';
import { SecretFields } from '../SecretFields.tsx';
import { Tick } from '../Tick.tsx';
import { useNewSecret, type SecretDone } from './use-new-secret.ts';

/** Another PIN or passphrase; if the paper is gone, another recovery code with it. */
export function ChangeSecret({ nicknames }: { nicknames: readonly string[] }) {
  const { text, ask } = useServices();
  const { run } = useGuarded();
  const { fields, card, make, wantCode, clear } = useNewSecret(nicknames, false);
  const [done, setDone] = useState<SecretDone | null>(null);
  const change = async () => {
    setDone(null);
    const made = await make();
    if (made === null) return;
    const outcome = await run(text('secretNeedsPin'), (given) =>
      ask('guardian.change', { ...made, ...given }),
    );
    if (outcome.ok) clear();
    // Closing the question for the old PIN is an answer too: nothing is to be said.
    if (outcome.ok || outcome.failure !== 'needs-guardian') {
      setDone(outcome.ok ? 'changed' : outcome.failure);
    }
  };
  return (
    <Card heading={text('secretChangeHeading')} icon="key">
      <Form onSubmit={() => void change()}>
        <SecretFields {...fields} isNew />
        <Tick label={text('secretNewCode')} checked={card !== null} onChange={wantCode} />
        {card !== null && <RecoveryCard {...card} isNew />}
        <SecretOutcome done={done} />
        <div>
          <SubmitButton icon="check">{text('secretChange')}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

export function SecretOutcome({ done }: { done: SecretDone | null }) {
  const { text } = useServices();
  if (done === null) return null;
  return (
    <Notice tone={done === 'changed' ? 'good' : 'care'} live>
      <p>{text(done === 'changed' ? 'secretChanged' : `refused-${done}`)}</p>
    </Notice>
  );
}
