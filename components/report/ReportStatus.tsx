import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { UndoCountdown } from './UndoCountdown.tsx';

type Look = { readonly tone: 'calm' | 'good' | 'care'; readonly icon: IconName };

const looks: Readonly<Record<ReportState['state'], Look>> = {
  undoable: { tone: 'good', icon: 'check' },
  waiting: { tone: 'calm', icon: 'hourglass' },
  sending: { tone: 'calm', icon: 'send' },
  delivered: { tone: 'good', icon: 'check' },
  'by-hand': { tone: 'calm', icon: 'edit' },
  undone: { tone: 'calm', icon: 'undo' },
  refused: { tone: 'calm', icon: 'info' },
  withdrawn: { tone: 'calm', icon: 'undo' },
};

export type ReportStatusProps = {
  readonly report: ReportState;
  /** Who reads it, by name. */
  readonly reader: string;
  readonly onUndo: () => void;
};

/** "We have it. It goes to DESK." and all that follows, said aloud as it changes. */
export function ReportStatus({ report, reader, onUndo }: ReportStatusProps) {
  const { text } = useServices();
  const { tone, icon } = report.deskHasNone === true ? looks.refused : looks[report.state];
  const values = { desk: reader };
  const key = statusKey(report);
  const heading = text(`${key}Heading`, values);
  const body = text(`${key}Body`, values);
  return (
    <div class={`notice notice-${tone} report-status`}>
      <Icon name={icon} />
      <div class="notice-words">
        <div class="stack-tight" role="status">
          <h2 class="report-heading">{heading}</h2>
          <p>{body}</p>
          {report.receipt !== null && <p>{text('reportReceipt', { receipt: report.receipt })}</p>}
        </div>
        <div class="row">
          <ReadAloud words={`${heading} ${body}`} />
        </div>
        {report.state === 'undoable' && report.undoUntil !== null && (
          <UndoCountdown until={report.undoUntil} onUndo={onUndo} />
        )}
      </div>
    </div>
  );
}

/** Which sentences of the catalogue tell where it is: "…Heading" and "…Body". */
function statusKey({ state, route, byHandWhy, deskHasNone }: ReportState): string {
  if (deskHasNone === true) return 'reportGone';
  if (state === 'undoable') return route.kind === 'desk' ? 'reportUndoable' : 'reportUndoableForm';
  // A report that no desk took has a form; what was added behind one has none.
  if (state === 'refused' && route.kind === 'desk') return 'reportRefusedAdded';
  if (state !== 'by-hand' && state !== 'refused') {
    return `report${state.charAt(0).toUpperCase()}${state.slice(1)}`;
  }
  switch (byHandWhy ?? (state === 'refused' ? 'refused' : 'no-desk')) {
    case 'many-today':
      return 'reportManyToday';
    case 'many-this-week':
      return 'reportManyWeek';
    case 'outbox-full':
      return 'reportOutboxFull';
    case 'refused':
      return 'reportRefused';
    case 'too-old':
      return 'reportTooOld';
    case 'no-desk':
    default:
      return 'reportByHand';
  }
}
