import { useMemo, useState } from 'preact/hooks';

import { Qr } from '@/components/codes/Qr.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { More } from '@/components/ui/More.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { otpauthUri, phoneSecretFrom, secretBytes, secretInGroups } from '@/rules/codes/otpauth.ts';
import type { PhoneView } from '@/rules/messages/codes-replies.ts';

import { Form, SubmitButton } from '../Form.tsx';
import { useGuarded } from '../guarded.tsx';

export type PairPhoneProps = {
  readonly onPaired: (phone: PhoneView) => void;
  readonly onClose: (() => void) | null;
};

/** The secret is drawn here, shown once, and counts only after the phone has proved that it has it. */
export function PairPhone({ onPaired, onClose }: PairPhoneProps) {
  const { text, random } = useServices();
  const secret = useMemo(() => phoneSecretFrom(random(secretBytes)), [random]);
  const [name, setName] = useState(() => text('pairNameFirst'));
  const [code, setCode] = useState('');
  const { errorKey, busy, pair } = usePairing(secret, onPaired);
  return (
    <Form onSubmit={() => void pair(name, code)}>
      <Notice tone="care" icon="eye">
        <p>{text('pairAlone')}</p>
      </Notice>
      <Field label={text('pairName')} value={name} onInput={setName} maxLength={40} dir="auto" />
      <div class="pairing">
        <Qr content={otpauthUri(secret, name)} label={text('pairQr')} />
        <div class="stack">
          <p>{text('pairScan')}</p>
          <More label={text('pairByHand')}>
            <p class="code-words" dir="ltr" lang="en">
              {secretInGroups(secret)}
            </p>
            <p class="soft small">{text('pairByHandHint')}</p>
          </More>
          <p class="soft small">{text('pairBackup')}</p>
        </div>
      </div>
      <Field
        label={text('pairCode')}
        value={code}
        onInput={setCode}
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        error={errorKey === null ? undefined : text(errorKey)}
      />
      <div class="row">
        <SubmitButton kind="main" icon="check" busy={busy}>
          {text('pairCheck')}
        </SubmitButton>
        {onClose && <Button onPress={onClose}>{text('cancel')}</Button>}
      </div>
    </Form>
  );
}

function usePairing(secret: string, onPaired: (phone: PhoneView) => void) {
  const { text, ask } = useServices();
  const { run } = useGuarded();
  const [errorKey, setErrorKey] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const pair = async (name: string, code: string) => {
    if (busy) return;
    setBusy(true);
    setErrorKey(null);
    const named = name.trim() === '' ? text('pairNameFirst') : name.trim();
    const outcome = await run(text('phoneNeedsPin'), (given) =>
      ask('phone.pair', { name: named, secret, code, ...given }),
    );
    setBusy(false);
    if (!outcome.ok) {
      return setErrorKey(
        outcome.failure === 'needs-guardian' ? null : `refused-${outcome.failure}`,
      );
    }
    if (outcome.value.kind === 'paired') onPaired(outcome.value.phone);
    else setErrorKey(`pairRefused-${outcome.value.why}`);
  };
  return { errorKey, busy, pair };
}
