import { usePacks } from '@/components/help/use-help.ts';
import { useServices } from '@/components/services.ts';
import type { ReportTopic } from '@/rules/messages/contract.ts';
import { doorsFor, type Doors } from '@/rules/packs/doors.ts';

export type Telling = {
  /** null: not chosen. */
  readonly topic: ReportTopic | null;
  readonly who: 'me' | 'friend';
  /** As the report names it; null: nothing was reported, or it has left. */
  readonly platform: string | null;
};

/** Who can be told, first to last, read from the package: no message, no trace. null until it is there. */
export function useDoors({ topic, who, platform }: Telling): Doors | null {
  const { band, now } = useServices();
  const packs = usePacks();
  if (packs === null) return null;
  return doorsFor(packs, { need: topic, band, now: now(), who, platform });
}
