import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

type Fact = ReportState['facts'][number];

/** Each fact with a button that copies it, in the order official forms ask for them. */
export function CopyFacts({ facts }: { facts: readonly Fact[] }) {
  const { text } = useServices();
  return (
    <div class="stack-tight">
      <p class="strong">{text('factsToPaste')}</p>
      <ul class="copy-facts">
        {facts.map((fact) => (
          <li key={fact.key} class="copy-fact">
            <CopyFact fact={fact} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function CopyFact({ fact }: { fact: Fact }) {
  const { text, copy } = useServices();
  const [copied, setCopied] = useState(false);
  const name = text(`reportFact.${fact.key}`);
  return (
    <>
      <div class="copy-fact-words">
        <p class="soft small">{name}</p>
        <p class="copy-fact-value">
          <bdi>{fact.value}</bdi>
        </p>
      </div>
      <Button
        size="small"
        icon={copied ? 'check' : 'copy'}
        onPress={() => void copy(fact.value).then(() => setCopied(true))}
      >
        {text(copied ? 'copied' : 'copy')}
        <span class="visually-hidden">{` ${name}`}</span>
      </Button>
    </>
  );
}
