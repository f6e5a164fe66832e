import { useState } from 'preact/hooks';

import { scopeWords } from '@/components/blocked/situation.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices, type Services } from '@/components/services.ts';
import { FilePicker } from '@/components/ui/FilePicker.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { GrantTaken } from '@/rules/messages/codes-replies.ts';

export type GrantEntryProps = { readonly onTaken: () => void };

/** Longer than any grant: not even read. */
const mostBytes = 65_536;

/** A file that the guardian's own browser signed: brought by whoever has it, for the signature speaks. */
export function GrantEntry({ onTaken }: GrantEntryProps) {
  const services = useServices();
  const { text, ask } = services;
  const [outcome, setOutcome] = useState<GrantTaken | 'failed' | null>(null);
  const take = async (file: Pick<File, 'size' | 'text'>) => {
    if (file.size > mostBytes) return setOutcome({ kind: 'refused', why: 'too-large' });
    const answered = await ask('grant.take', { file: await file.text() });
    setOutcome(answered.ok ? answered.value : 'failed');
    if (answered.ok && answered.value.kind === 'taken') onTaken();
  };
  return (
    <div class="stack">
      <FilePicker
        label={text('grantPick')}
        hint={text('grantPickHint')}
        onFile={(file) => void take(file)}
      />
      {outcome !== null && (
        <Notice tone={isTaken(outcome) ? 'good' : 'care'} live>
          <p>{outcomeWords(outcome, services)}</p>
        </Notice>
      )}
    </div>
  );
}

const isTaken = (outcome: GrantTaken | 'failed'): boolean =>
  outcome !== 'failed' && outcome.kind === 'taken';

function outcomeWords(outcome: GrantTaken | 'failed', services: Services): string {
  const { text } = services;
  if (outcome === 'failed') return text('unlockBroken');
  if (outcome.kind === 'refused') return text(`grantRefused-${outcome.why}`);
  const { gives, override } = outcome;
  const until = whenWords(services, override.expiresAt);
  if (gives.kind === 'host') return text('grantTakenHost', { host: gives.host ?? '', until });
  if (gives.kind === 'quiet-time') return text('grantTakenQuiet', { until });
  const scope = scopeWords(gives.scope ?? 'all', text);
  return text('grantTakenMinutes', { scope, count: gives.minutes });
}
