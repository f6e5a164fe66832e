import './codes.css';
import { useId, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Refused } from '@/rules/messages/contract.ts';
import type { Preview } from '@/rules/messages/replies.ts';

type Outcome =
  | { readonly ok: true; readonly value: Preview }
  | { readonly ok: false; readonly failure: Refused };
export type PagePreviewProps = {
  /** With the guardian's token: only a guardian has a page fetched. */
  readonly read: () => Promise<Outcome>;
};

/** A page as words, for whoever has to decide in ten seconds. Nothing is fetched before the press. */
export function PagePreview({ read }: PagePreviewProps) {
  const { text } = useServices();
  const hintId = useId();
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | Preview>('idle');
  const look = async () => {
    setState('busy');
    const outcome = await read();
    if (outcome.ok) setState(outcome.value);
    // Closing the question for the PIN is an answer too.
    else setState(outcome.failure === 'needs-guardian' ? 'idle' : 'failed');
  };
  if (typeof state === 'object') return <Shown preview={state} />;
  return (
    <div class="stack-tight">
      <div aria-describedby={hintId}>
        <Button icon="eye" busy={state === 'busy'} onPress={() => void look()}>
          {text(state === 'busy' ? 'previewBusy' : 'previewButton')}
        </Button>
      </div>
      <p class="soft small" id={hintId}>
        {text('previewHint')}
      </p>
      {state === 'failed' && (
        <Notice tone="care" live>
          <p>{text('unlockBroken')}</p>
        </Notice>
      )}
    </div>
  );
}

function Shown({ preview }: { preview: Preview }) {
  const { text } = useServices();
  if (preview.kind === 'none') {
    return (
      <Notice tone="calm" icon="eye-off" live>
        <p>{text(`previewNone-${preview.why}`)}</p>
      </Notice>
    );
  }
  const parts = [
    { name: 'previewTitle', words: preview.title },
    { name: 'previewDescription', words: preview.description },
    { name: 'previewText', words: preview.text },
  ].filter(({ words }) => words !== '');
  return (
    <Notice tone="calm" icon="book" live>
      <p class="strong">{text('previewHeading')}</p>
      <dl class="preview">
        {parts.map(({ name, words }) => (
          <div key={name}>
            <dt class="soft small">{text(name)}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
      {preview.text === '' && <p>{text('previewNoText')}</p>}
      <p class="soft small">{text('previewOwnWords')}</p>
    </Notice>
  );
}
