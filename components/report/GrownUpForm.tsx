import { useServices } from '@/components/services.ts';
import { More } from '@/components/ui/More.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';
import type { Doors } from '@/rules/packs/doors.ts';

import { ByHand } from './ByHand.tsx';
import { useOpenForm } from './use-open-form.ts';

/** Behind "get a grown-up", behind one more line: what only the grown-up does. The child is shown no form. */
export function GrownUpForm({ report, doors }: { report: ReportState; doors: Doors | null }) {
  const { text } = useServices();
  const openForm = useOpenForm();
  const { route } = report;
  const door = doors?.doors.find(
    ({ mechanism }) => route.kind === 'form' && mechanism.id === route.mechanismId,
  );
  return (
    <More label={text('youngGrownUp')}>
      <ByHand
        report={report}
        door={door ?? null}
        onForm={(mechanismId, url) => openForm({ reportId: report.reportId, mechanismId, url })}
      />
    </More>
  );
}
