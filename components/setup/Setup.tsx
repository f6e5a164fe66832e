import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';

import { guessCountry } from './countries.ts';
import { readDraft, type SetupDraft } from './draft.ts';
import { SetupFlow } from './SetupFlow.tsx';

export type SetupProps = {
  readonly onFinished: () => void;
  readonly onDone: () => void;
  readonly help?: ComponentChildren;
};

/** Set-up from where it was left, or from guesses this browser allows. */
export function Setup({ onFinished, onDone, help }: SetupProps) {
  const { draft: store } = useServices();
  const [draft, setDraft] = useFirstDraft();
  if (draft === null) return null;
  const keep = (next: SetupDraft) => {
    setDraft(next);
    void store.write(next);
  };
  return (
    <SetupFlow
      draft={draft}
      onDraft={keep}
      onFinished={onFinished}
      onDone={() => void store.write(null).then(onDone)}
      help={help}
    />
  );
}

function useFirstDraft(): [SetupDraft | null, (draft: SetupDraft) => void] {
  const { draft: store, surroundings, countries } = useServices();
  const [draft, setDraft] = useState<SetupDraft | null>(null);
  useEffect(() => {
    const begin = async () => {
      const stored = readDraft(await store.read());
      if (stored !== null) return setDraft(stored);
      const around = surroundings();
      setDraft({
        step: 'place',
        country: guessCountry(await countries(), around) ?? '',
        timeZone: around.timeZone,
        nickname: '',
        ageBand: null,
        profile: null,
      });
    };
    void begin();
  }, [store, surroundings, countries]);
  return [draft, setDraft];
}
