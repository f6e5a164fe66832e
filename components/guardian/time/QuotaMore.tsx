import { useServices } from '@/components/services.ts';
import { More } from '@/components/ui/More.tsx';
import { Switch } from '@/components/ui/Switch.tsx';
import type { Quota } from '@/rules/policy/schema.ts';

import { mostAWeek } from '../rules/minutes.ts';
import { MinutesField } from '../rules/MinutesField.tsx';

export type QuotaMoreProps = {
  readonly quota: Quota;
  readonly onChange: (quota: Quota) => void;
  readonly disabled: boolean;
};

const usualCap = 30;
const mostKept = 600;

/** What few families need of a limit: a week's total, and minutes that are kept for later. */
export function QuotaMore({ quota, onChange, disabled }: QuotaMoreProps) {
  const { text } = useServices();
  const { perWeek, carryOver, ...daily } = quota;
  const change = (next: { perWeek: number | undefined; carryOver: number | undefined }) =>
    onChange({
      ...daily,
      ...(next.perWeek !== undefined && { perWeek: next.perWeek }),
      ...(next.carryOver !== undefined && { carryOver: next.carryOver }),
    });
  return (
    <More label={text('quotaMore')}>
      <MinutesField
        label={text('quotaWeek')}
        hint={text('quotaWeekHint')}
        minutes={perWeek ?? null}
        most={mostAWeek}
        disabled={disabled}
        onChange={(minutes) => change({ perWeek: minutes ?? undefined, carryOver })}
      />
      <Switch
        label={text('quotaCarry')}
        hint={text('quotaCarryHint')}
        checked={carryOver !== undefined}
        disabled={disabled}
        onChange={(isOn) => change({ perWeek, carryOver: isOn ? usualCap : undefined })}
      />
      {carryOver !== undefined && (
        <MinutesField
          label={text('quotaCarryMost')}
          minutes={carryOver}
          most={mostKept}
          disabled={disabled}
          // None kept is the switch's to say.
          onChange={(minutes) => {
            if (minutes !== null && minutes > 0) change({ perWeek, carryOver: minutes });
          }}
        />
      )}
    </More>
  );
}
