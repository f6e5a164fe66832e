import { useEffect, useState } from 'preact/hooks';

import { usePacks } from '@/components/help/use-help.ts';
import { useServices } from '@/components/services.ts';
import type { ReportTopic } from '@/rules/messages/contract.ts';
import { doorsFor, type Doors } from '@/rules/packs/doors.ts';
import { closesPage } from '@/rules/policy/verdict.ts';
import { platformPages } from '@/rules/reporting/platform-forms.ts';

export type Telling = {
  /** null: not chosen. */
  readonly topic: ReportTopic | null;
  readonly who: 'me' | 'friend';
  /** As the report names it; null: nothing was reported, or it has left. */
  readonly platform: string | null;
};

/**
 * Who can be told, first to last, read from the package; of a service's own form it is asked whether it is open. No trace.
 * null until it is there.
 */
export function useDoors({ topic, who, platform }: Telling): Doors | null {
  const { band, now } = useServices();
  const packs = usePacks();
  const open = useOpenPlatform(band === '5-8' ? null : platform);
  if (packs === null) return null;
  return doorsFor(packs, { need: topic, band, now: now(), who, platform: open });
}

/** The service, once all its pages are known to be open: behind a block page its form is no help, and tells of a report. */
function useOpenPlatform(platform: string | null): string | null {
  const { ask } = useServices();
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    const pages = platformPages(platform);
    if (pages.length === 0) return undefined;
    let isShown = true;
    void Promise.all(pages.map((url) => ask('visit.explain', { url }))).then((answers) => {
      const isOpen = answers.every((each) => each.ok && !closesPage(each.value.verdict));
      if (isShown) setOpen(isOpen ? platform : null);
    });
    return () => {
      isShown = false;
    };
  }, [ask, platform]);
  return open === platform ? open : null;
}
