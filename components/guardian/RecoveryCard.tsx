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
  /** It takes the place of another one. */
  readonly isNew?: boolean;
};

/** The one thing on a page that is printed: everything else hides from paper. */
export function RecoveryCard({ code, kept, onKept, missing, isNew = false }: RecoveryCardProps) {
  const { text, print } = useServices();
  return (
    <div class="recovery">
      <Card heading={text(isNew ? 'recoveryNewHeading' : 'recoveryHeading')} icon="key">
        <p>{text('recoveryWhy')}</p>
        {isNew && <p class="strong">{text('recoveryOldVoid')}</p>}
        <p class="recovery-code" dir="ltr" lang="en">
          {code.split('-').map((group, at) => (
            <span key={`${at} ${group}`}>{group}</span>
          ))}
        </p>
        <p class="only-print">{text('recoveryPrinted')}</p>
        <div class="no-print">
          <Button icon="print" onPress={print}>
            {text('print')}
          </Button>
          <Tick
            label={text('recoveryKept')}
            checked={kept}
            onChange={onKept}
            error={missing ? text('recoveryKeptMissing') : undefined}
          />
        </div>
      </Card>
    </div>
  );
}
