import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Dialog } from '@/components/ui/Dialog.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

import { useUnlock } from './use-unlock.ts';

export type UnlockDialogProps = {
  /** One sentence: what the PIN is asked for. */
  readonly reason: string;
  readonly onUnlocked: (token: string) => void;
  readonly onClose: () => void;
};

/** Asks for the guardian's PIN or passphrase. It is derived here and never leaves this page as typed. */
export function UnlockDialog({ reason, onUnlocked, onClose }: UnlockDialogProps) {
  const { text } = useServices();
  const [typed, setTyped] = useState('');
  const { busy, errorKey, waiting, attempt } = useUnlock(onUnlocked);
  const submit = async () => {
    if (busy || waiting !== null) return;
    const opened = await attempt(typed);
    if (!opened) setTyped('');
  };
  return (
    <Dialog heading={text('unlockHeading')} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{reason}</p>
        {waiting === null ? (
          <Field
            label={text('unlockLabel')}
            type="password"
            dir="ltr"
            value={typed}
            onInput={setTyped}
            error={errorKey === null ? undefined : text(errorKey)}
            autoComplete="current-password"
            autoFocus
          />
        ) : (
          <WaitNotice time={waiting} />
        )}
        <div class="row">
          <Button kind="main" icon="unlock" type="submit" busy={busy} disabled={waiting !== null}>
            {text(busy ? 'unlockBusy' : 'unlockButton')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
        <p class="soft small">{text('unlockForgot')}</p>
      </form>
    </Dialog>
  );
}

function WaitNotice({ time }: { time: string }) {
  const { text } = useServices();
  return (
    <Notice tone="calm" icon="hourglass" live>
      <p class="strong">{text('unlockWait', { time })}</p>
      <p>{text('unlockWaitWhy')}</p>
    </Notice>
  );
}
