import { useServices } from '@/components/services.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';

/**
 * Where no desk takes it, the same press opens the official form with the facts beside it. Not for the youngest, who are
 * shown no form; not where something else stopped it: there the other doors are said first.
 */
export function useHandOver(): (filed: ReportState) => void {
  const { ask, band } = useServices();
  return ({ reportId, state, byHandWhy }) => {
    if (state !== 'by-hand' || band === '5-8') return;
    if (byHandWhy !== null && byHandWhy !== 'no-desk') return;
    // If it can not be opened by itself, the button for it is in view.
    void ask('form.open', { reportId });
  };
}
