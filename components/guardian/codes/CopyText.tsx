import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';

export type CopyTextProps = {
  readonly label: string;
  readonly hint: string;
  readonly words: string;
};

/** Letters to be carried to another browser: seen, chosen by hand, or copied at a press. */
export function CopyText({ label, hint, words }: CopyTextProps) {
  const { text, copy } = useServices();
  const [copied, setCopied] = useState(false);
  return (
    <div class="stack-tight">
      <span class="strong small">{label}</span>
      <p class="soft small">{hint}</p>
      <p class="code-words small" dir="ltr" lang="en">
        {words}
      </p>
      <div>
        <Button
          size="small"
          icon={copied ? 'check' : 'copy'}
          onPress={() => void copy(words).then(() => setCopied(true))}
        >
          {text(copied ? 'copied' : 'copy')}
        </Button>
      </div>
    </div>
  );
}
