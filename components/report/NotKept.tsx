import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Refused } from '@/rules/messages/contract.ts';

import { DangerFirst } from './DangerFirst.tsx';
import { useDoors } from './use-doors.ts';
import { WhoToTell } from './WhoToTell.tsx';
import { YoungCall } from './YoungCall.tsx';

const unknown = { topic: null, who: 'me', platform: null } as const;

/** Nothing could be kept. It is said as it is, and the doors that need nothing of ours are open. */
export function NotKept({ failed }: { failed: Refused }) {
  const { text, band } = useServices();
  const doors = useDoors(unknown);
  return (
    <div class="stack">
      <DangerFirst danger={doors?.danger} onDanger={null} />
      <Notice tone="care" live>
        <p class="strong">{text(failed === 'storage-full' ? 'reportDiskFull' : 'reportFailed')}</p>
        <p>{text('reportFailedNext')}</p>
      </Notice>
      {band === '5-8' && <YoungCall />}
      {band !== '5-8' && doors && (
        <>
          <h2 class="report-heading">{text('tellHeading')}</h2>
          <WhoToTell doors={doors.doors} />
        </>
      )}
    </div>
  );
}
