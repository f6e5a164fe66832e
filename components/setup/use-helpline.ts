import { useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { helpFor } from '@/rules/help/choose.ts';
import type { HelpResource } from '@/rules/help/resources.ts';
import { momentAt } from '@/rules/time/moment.ts';

/** The help line a child of this country sees first; null: none is known; undefined: still looking. */
export function useHelpline(country: string, timeZone: string): HelpResource | null | undefined {
  const { pack, language, now } = useServices();
  const [found, setFound] = useState<HelpResource | null>();
  useEffect(() => {
    let current = true;
    void Promise.all([pack(country), pack('ZZ')]).then(([own, world]) => {
      if (!current) return;
      // A child never sees lines of low confidence, whichever band it is.
      const reader = { band: '9-12', language, moment: momentAt(now(), timeZone) } as const;
      setFound(helpFor({ country: own, world }, reader).lines[0] ?? null);
    });
    return () => {
      current = false;
    };
  }, [pack, country, language, now, timeZone]);
  return found;
}
