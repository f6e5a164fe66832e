import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';

import { Tick } from './Tick.tsx';

export type RecoveryCardProps = {
  readonly code: string;
  readonly kept: boolean;
  readonly onKept: (kept: boolean) => void;
  /** Someone went on without confirming. */
  readonly missing: boolean;
};

/** The one thing on this page that is printed: everything else hides from paper. */
export function RecoveryCard({ code, kept, onKept, missing }: RecoveryCardProps) {
  const { text, print } = useServices();
  return (
    <Card heading={text('recoveryHeading')} icon="key">
      <p>{text('recoveryWhy')}</p>
      <p class="recovery-code" dir="ltr" lang="en">
        {code.split('-').map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <p class="only-print">{text('recoveryPrinted')}</p>
      <div class="row no-print">
        <Button icon="print" onPress={print}>
          {text('print')}
        </Button>
      </div>
      <div class="no-print">
        <Tick
          label={text('recoveryKept')}
          checked={kept}
          onChange={onKept}
          error={missing && !kept ? text('recoveryKeptMissing') : undefined}
        />
      </div>
    </Card>
  );
}
