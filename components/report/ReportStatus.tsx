import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ReportRoute, ReportState } from '@/rules/messages/report-replies.ts';

type Look = { readonly tone: 'calm' | 'good' | 'care'; readonly icon: IconName };

const looks: Readonly<Record<ReportState['state'], Look>> = {
  undoable: { tone: 'good', icon: 'check' },
  waiting: { tone: 'calm', icon: 'hourglass' },
  sending: { tone: 'calm', icon: 'send' },
  delivered: { tone: 'good', icon: 'check' },
  'by-hand': { tone: 'care', icon: 'external' },
  undone: { tone: 'calm', icon: 'undo' },
  refused: { tone: 'care', icon: 'info' },
  withdrawn: { tone: 'calm', icon: 'undo' },
};

/** "We have it. It goes to DESK." and all that follows, said aloud as it changes. */
export function ReportStatus({
  report,
  onUndo,
}: {
  report: ReportState;
  onUndo: (() => void) | null;
}) {
  const { text } = useServices();
  const { tone, icon } = looks[report.state];
  const values = { desk: deskName(report.route) };
  const key = keyOf(report);
  return (
    <Notice tone={tone} icon={icon} live>
      <h2 class="report-heading">{text(`${key}Heading`, values)}</h2>
      <p>{text(`${key}Body`, values)}</p>
      {report.receipt !== null && <p>{text('reportReceipt', { receipt: report.receipt })}</p>}
      {report.state === 'undoable' && onUndo && (
        <div class="undo">
          <Button icon="undo" onPress={onUndo}>
            {text('reportUndo')}
          </Button>
          <span class="undo-time" aria-hidden="true" />
        </div>
      )}
    </Notice>
  );
}

export const deskName = (route: ReportRoute): string =>
  route.kind === 'desk' ? route.name : route.operator;

function keyOf({ state, route }: ReportState): string {
  if (state === 'by-hand') return 'reportByHand';
  if (state === 'undoable') return route.kind === 'desk' ? 'reportUndoable' : 'reportUndoableForm';
  return `report${state.charAt(0).toUpperCase()}${state.slice(1)}`;
}
