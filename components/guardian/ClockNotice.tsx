import { useState } from 'preact/hooks';

import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Day } from '@/rules/messages/replies.ts';

import { useGuarded } from './guarded.tsx';

export type ClockNoticeProps = {
  readonly setBacks: Day['setBacks'];
  readonly onConfirmed: () => Promise<void>;
};

/** That the computer's clock was set back: a fact, with its harmless causes. Nothing was gained by it. */
export function ClockNotice({ setBacks, onConfirmed }: ClockNoticeProps) {
  const services = useServices();
  const { text, ask } = services;
  const { run } = useGuarded();
  const [failed, setFailed] = useState(false);
  const last = setBacks.at(-1);
  if (last === undefined) return null;
  const confirm = async () => {
    const outcome = await run(text('clockNeedsPin'), (token) => ask('clock.confirm', token));
    setFailed(!outcome.ok && outcome.failure !== 'needs-guardian');
    await onConfirmed();
  };
  return (
    <Notice tone="calm" icon="clock">
      <p class="strong">{text('clockSetBack', { count: setBacks.length })}</p>
      <p>
        {text('clockSetBackWords', {
          from: whenWords(services, last.from),
          to: whenWords(services, last.to),
        })}
      </p>
      <div class="row">
        <Button icon="check" onPress={() => void confirm()}>
          {text('clockConfirm')}
        </Button>
      </div>
      {failed && <p role="alert">{text('refused-broken')}</p>}
    </Notice>
  );
}
