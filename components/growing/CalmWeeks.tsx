import { useServices } from '@/components/services.ts';
import { More } from '@/components/ui/More.tsx';
import { closedPagesAllowed, usedDaysNeeded } from '@/rules/growing/calm.ts';

/** What a calm week is, exactly, and what never counts. */
export function CalmWeeks() {
  const { text } = useServices();
  return (
    <More label={text('growingCalmWhat')} look="hint">
      <ul class="bullets">
        <li>{text('growingCalmUsed', { days: usedDaysNeeded })}</li>
        <li>{text('growingCalmClosed', { pages: closedPagesAllowed })}</li>
        <li>{text('growingCalmClock')}</li>
      </ul>
      <p>{text('growingCalmNever')}</p>
      <p>{text('growingCalmKind')}</p>
    </More>
  );
}
