import { useEffect, useState } from 'preact/hooks';

import { usePageState } from '@/components/page/page-state.ts';
import { useServices } from '@/components/services.ts';
import { helpFor, type Help } from '@/rules/help/choose.ts';
import { packsOf, type Packs } from '@/rules/packs/choose.ts';
import { momentAt } from '@/rules/time/moment.ts';

/** The country's mechanisms and those for any country, read from the package; null until they are there. */
export function usePacks(): Packs | null {
  const { pack } = useServices();
  const { country } = usePageState();
  const [packs, setPacks] = useState<Packs | null>(null);
  useEffect(() => {
    let current = true;
    void Promise.all([pack(country), pack('ZZ')]).then(([own, world]) => {
      // A country without a pack answers with the one for any country.
      if (current) setPacks(packsOf(country, own.country === country ? own : null, world));
    });
    return () => {
      current = false;
    };
  }, [pack, country]);
  return packs;
}

/** Asks nothing of the background and leaves no trace there. */
export function useHelp(): Help | null {
  const { band, language, now, surroundings } = useServices();
  const packs = usePacks();
  if (packs === null) return null;
  return helpFor(packs, { band, language, moment: momentAt(now(), surroundings().timeZone) });
}
