import { useEffect, useRef } from 'preact/hooks';

import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

export type SureProps = {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly busy?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** What cannot be made undone is asked once more, in place. Both answers are of one size. */
export function Sure({ question, yes, no, busy = false, onYes, onNo }: SureProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="calm" icon="help">
        <p>{question}</p>
        <div class="row">
          <Button busy={busy} onPress={onYes}>
            {yes}
          </Button>
          <Button onPress={onNo}>{no}</Button>
        </div>
      </Notice>
    </div>
  );
}
