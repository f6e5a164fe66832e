import { useEffect, useRef, useState } from 'preact/hooks';

import { Form, SubmitButton } from '@/components/guardian/Form.tsx';
import { useNow } from '@/components/page/use-now.ts';
import { durationWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Instant } from '@/rules/policy/verdict.ts';

import { sendCode, slipKey, type CodeFor } from './code-entry.ts';

export type CodeEntryProps = {
  readonly about: CodeFor;
  /** What a right code gives, in one sentence; null: the card itself says it. */
  readonly gives: string | null;
  readonly waitUntil: Instant | null;
  readonly onGiven: () => void;
  readonly onClose: () => void;
};

/** One box for a code from the phone and for one of a paper card: they differ in length. */
export function CodeEntry({ about, gives, waitUntil, onGiven, onClose }: CodeEntryProps) {
  const services = useServices();
  const { text } = services;
  const [typed, setTyped] = useState('');
  const entry = useSending(about, waitUntil, onGiven);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const submit = async () => {
    if (await entry.send(typed)) setTyped('');
  };
  if (entry.minutes !== null) {
    return (
      <Notice tone="good" live>
        <p class="strong">{text('cardGiven', { count: entry.minutes })}</p>
      </Notice>
    );
  }
  return (
    <Form look="stack code-entry" onSubmit={() => void submit()}>
      {gives !== null && <p>{gives}</p>}
      <div ref={box}>
        <Field
          label={text('codeLabel')}
          hint={text(hints[slipKey(about)] ?? 'codeHint')}
          value={typed}
          onInput={setTyped}
          dir="ltr"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={24}
          error={entry.errorKey === null ? undefined : text(entry.errorKey)}
          disabled={entry.waiting !== null}
        />
      </div>
      <WaitNotice time={entry.waiting} />
      <div class="row">
        <SubmitButton kind="main" icon="check" busy={entry.busy} disabled={entry.waiting !== null}>
          {text('codeTry')}
        </SubmitButton>
        <Button kind="plain" onPress={onClose}>
          {text('cancel')}
        </Button>
      </div>
    </Form>
  );
}

function WaitNotice({ time }: { time: string | null }) {
  const { text } = useServices();
  if (time === null) return null;
  return (
    <Notice tone="calm" icon="hourglass" live>
      <p class="strong">{text('unlockWait', { time })}</p>
      <p>{text('unlockWaitWhy')}</p>
    </Notice>
  );
}

const hints: Readonly<Record<string, string>> = {
  codeSlip: 'codeHint',
  cardSlip: 'cardHint',
  codeSlipBoth: 'codeHintBoth',
};

/** Long enough to be read before the page opens. */
const shownMs = 1500;

function useSending(about: CodeFor, firstWait: Instant | null, onGiven: () => void) {
  const services = useServices();
  const [busy, setBusy] = useState(false);
  const [errorKey, setErrorKey] = useState<string | null>(null);
  const [waitUntil, setWaitUntil] = useState(firstWait);
  const [minutes, setMinutes] = useState<number | null>(null);
  const now = useNow(1000);
  const isWaiting = waitUntil !== null && now < waitUntil;

  /** Whether what was typed is done with: a slip stays, to be mended. */
  const send = async (typed: string): Promise<boolean> => {
    if (busy || isWaiting) return false;
    setBusy(true);
    setErrorKey(null);
    const outcome = await sendCode(services, typed, about);
    setBusy(false);
    if (outcome.kind === 'allowed') onGiven();
    if (outcome.kind === 'minutes') {
      setMinutes(outcome.minutes);
      setTimeout(onGiven, shownMs);
    }
    if (outcome.kind !== 'refused') return true;
    setErrorKey(outcome.key === '' ? null : outcome.key);
    setWaitUntil(outcome.waitUntil);
    return !/slip/i.test(outcome.key);
  };
  const waiting = isWaiting ? durationWords(waitUntil - now, services.language) : null;
  return { busy, errorKey, waiting, minutes, send };
}
